import { expect, test } from 'vitest'
import { createTurn } from './turn.ts'

test('works never overlap and come in the order of asking, whether they fail or not', async () => {
  const turn = createTurn()
  const seen: string[] = []
  const work = (name: string, fails = false) =>
    turn(async () => {
      seen.push(`${name} begins`)
      await new Promise((resolve) => setTimeout(resolve, 1))
      seen.push(`${name} ends`)
      if (fails) throw new Error(name)
      return name
    })
  const results = await Promise.allSettled([work('a'), work('b', true), work('c')])
  expect(results.map((result) => result.status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
  expect(seen).toEqual(['a begins', 'a ends', 'b begins', 'b ends', 'c begins', 'c ends'])
})
