import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dice } from './dice.ts'
import { addKnown, itemOf, type KnownItem } from './known-items.ts'
import { split } from './money.ts'

const [DRAWS, HORIZON, STREAMS] = [40, 13, 2]

const item = fc.record({
  stream: fc.integer({ min: -1, max: STREAMS - 1 }),
  ahead: fc.integer({ min: 0, max: HORIZON - 1 }),
  amount: fc.integer({ min: 1, max: 100_000 }),
  chance: fc.integer({ min: 1, max: 1_000 }),
  months: fc.integer({ min: 1, max: 14 }),
})

function added(items: readonly KnownItem[], told = 1) {
  const paths = {
    draws: DRAWS,
    horizon: HORIZON,
    told,
    totals: new Float64Array(DRAWS * HORIZON),
    byStream: new Float64Array(DRAWS * STREAMS),
  }
  addKnown(paths, items, dice(7))
  const months = Array.from({ length: DRAWS }, (_, draw) => [...paths.totals.subarray(draw * HORIZON, (draw + 1) * HORIZON)])
  return { months, byStream: paths.byStream }
}

test('what is spread over months comes in all of them or in none, to the cent, in as many draws as in one month', () => {
  fc.assert(
    fc.property(item, (known) => {
      const { ahead, amount, months } = known
      const whole = Array.from({ length: HORIZON }, (_, i) => split(amount, months)[i - ahead] ?? 0)
      const spread = added([known]).months
      for (const path of spread) if (path.some((one) => one !== 0)) expect(path).toEqual(whole)
      const once = added([{ ...known, months: 1 }]).months
      expect(spread.map((path) => path[ahead] !== 0)).toEqual(
        once.map((path) => path[ahead] !== 0 && (split(amount, months)[0] ?? 0) !== 0),
      )
    }),
    { numRuns: 60 },
  )
})

test('the month that is told by stream has the part of that month alone', () => {
  const { months, byStream } = added([{ stream: 1, ahead: 0, amount: 1_000, chance: 1_000, months: 3 }])
  expect(months[0]?.slice(0, 4)).toEqual([334, 333, 333, 0])
  expect([...byStream.subarray(0, 2)]).toEqual([0, 333])
})

test('an item of one month has the text that it always had, so that what was drawn of it is drawn again', () => {
  const one = { stream: 0, ahead: 2, amount: 5, chance: 750 }
  const told = { ...one, months: 1, patron: 'ada' }
  expect(JSON.stringify(itemOf(told))).toBe(JSON.stringify(one))
  expect(itemOf({ ...one, months: 12 })).toEqual({ ...one, months: 12 })
})
