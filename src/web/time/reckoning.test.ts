import { expect, test } from 'vitest'
import { reckon } from './reckon.ts'
import { createReckoning, type Reckoner } from './reckoning.ts'

/** A worker in the same thread, that can be made to fail. */
function reckoners() {
  const failing: (() => void)[] = []
  let made = 0
  const make = (): Reckoner => {
    made += 1
    let tell: (event: { data: { id: number; answer: unknown } }) => void = () => {}
    return {
      postMessage({ id, question }) {
        queueMicrotask(() => tell({ data: { id, answer: reckon(question) } }))
      },
      addEventListener(type: string, listener: never) {
        if (type === 'message') tell = listener
        else failing.push(listener)
      },
    }
  }
  return { make, fail: () => failing.at(-1)?.(), made: () => made }
}

test('each question gets its own answer from one worker', async () => {
  const { make, made } = reckoners()
  const ask = createReckoning(make)
  const foretell = { streams: [], first: '2026-01', enough: null, recalibration: 1_000, horizon: 2 }
  const answers = await Promise.all([
    ask({ ask: 'crowding out', weeks: [] }),
    ask({ ask: 'keep or drop', of: { foretell, ventures: [], net: [] } }),
  ])
  expect(answers).toEqual([
    { say: 'few', weeks: 0 },
    { months: 0, all: { net: 0, ofTen: null, swing: null }, ventures: [] },
  ])
  expect(made()).toBe(1)
})

test('a worker that fails refuses what waits for it, and the next question makes a new one', async () => {
  const { make, fail, made } = reckoners()
  const ask = createReckoning(make)
  const lost = ask({ ask: 'crowding out', weeks: [] })
  fail()
  await expect(lost).rejects.toThrow('Failed to reckon')
  expect(await ask({ ask: 'crowding out', weeks: [] })).toEqual({ say: 'few', weeks: 0 })
  expect(made()).toBe(2)
})
