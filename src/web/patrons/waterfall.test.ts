import fc from 'fast-check'
import { expect, test } from 'vitest'
import { movementOf } from './crowd-fixture.ts'
import { waterfall } from './waterfall.ts'

const one = (net: number) => ({ net, patrons: 1 })

test('each bar starts where the one before it ends; small ones are joined', () => {
  const movement = movementOf({
    start: one(10_000),
    new: one(900),
    more: one(50),
    less: one(-20),
    gone: one(-500),
    fx: one(7),
    end: one(10_437),
  })
  expect(waterfall(movement).map(({ key, from, to }) => [key, from, to])).toEqual([
    ['start', 0, 10_000],
    ['new', 10_000, 10_900],
    ['gone', 10_900, 10_400],
    ['small', 10_400, 10_437],
    ['end', 0, 10_437],
  ])
})

test('a lone small change keeps its name', () => {
  const movement = movementOf({ start: one(10_000), more: one(50), end: one(10_050) })
  expect(waterfall(movement).map(({ key }) => key)).toEqual(['start', 'more', 'end'])
})

test('the bars lead from the start to the end without a rest', () => {
  const change = fc.integer({ min: 0, max: 20_000 })
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 50_000 }), change, change, change, (start, more, less, fx) => {
      const end = start + more - less + fx
      const falls = waterfall(movementOf({ start: one(start), more: one(more), less: one(-less), fx: one(fx), end: one(end) }))
      expect(falls.at(-2)?.to).toBe(end)
      for (const [i, fall] of falls.slice(1, -1).entries()) expect(fall.from).toBe(falls[i]?.to)
    }),
  )
})
