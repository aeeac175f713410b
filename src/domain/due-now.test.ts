import fc from 'fast-check'
import { expect, test } from 'vitest'
import { awaited, dueDraws, graceful, newestOf, renewalsDue, type DueItem } from './due-now.ts'
import { bandOf } from './forecast.ts'
import type { LongPayment } from './renewal.ts'

const yearly = (day: string, more: Partial<LongPayment> = {}): LongPayment => {
  return { stream: 1, day, months: 12, patron: 'ada', net: 12_000, back: 0, ...more }
}

test('something is awaited until it comes, ten days after it was due at the longest, and on no last day of a month', () => {
  const until = graceful('2026-06-05')
  expect(awaited('2026-06', { until })).toEqual({ from: 1, until: 15 })
  expect(awaited('2026-06', { until: graceful('2026-06-25') })).toEqual({ from: 1, until: 29 })
  expect(awaited('2026-06', { until, came: '2026-06-07' })).toEqual({ from: 1, until: 6 })
  expect(awaited('2026-06', { until, since: '2026-06-12' })).toEqual({ from: 12, until: 15 })
  expect(awaited('2026-06', { until, since: '2026-03-12' })).toEqual({ from: 1, until: 15 })
})

test('of each month the newest money is taken, up to an amount', () => {
  const days = [
    { day: '2026-04-03', net: 500 },
    { day: '2026-04-20', net: 300 },
    { day: '2026-04-25', net: -50 },
    { day: '2026-05-09', net: 900 },
  ]
  expect(newestOf(days, 600)).toEqual([
    { day: '2026-05-09', net: 600 },
    { day: '2026-04-20', net: 300 },
    { day: '2026-04-03', net: 300 },
  ])
  expect(newestOf(days, 0)).toEqual([])
})

test('a payment of a year is due in its month, and one that came settles it', () => {
  const before = [yearly('2025-06-08'), yearly('2025-06-20', { patron: 'bo', net: 5_000 }), yearly('2025-07-01', { patron: 'cy' })]
  expect(renewalsDue(before, '2026-06')).toEqual([
    { stream: 1, patron: 'ada', amount: 12_000, chance: 750, from: 1, until: 18 },
    { stream: 1, patron: 'bo', amount: 5_000, chance: 750, from: 1, until: 29 },
  ])
  const came = renewalsDue([...before, yearly('2026-06-03'), yearly('2026-06-09', { patron: 'dee' })], '2026-06')
  expect(came.map(({ patron, until }) => [patron, until])).toEqual([
    ['ada', 2],
    ['bo', 29],
  ])
})

test('of payments of nobody known each settles one', () => {
  const nobody = { patron: null }
  const due = renewalsDue([yearly('2025-06-08', nobody), yearly('2025-06-09', nobody), yearly('2026-06-10', nobody)], '2026-06')
  expect(due.map(({ until }) => until)).toEqual([9, 19])
})

const item = fc.record({
  stream: fc.constant(1),
  patron: fc.constant(null),
  amount: fc.integer({ min: 1, max: 50_000 }),
  chance: fc.integer({ min: 0, max: 1_000 }),
  from: fc.integer({ min: 1, max: 31 }),
  until: fc.integer({ min: 0, max: 31 }),
})

test('what is awaited on a day comes near its mean over the draws, however many items there are, and never above their sum', () => {
  fc.assert(
    fc.property(fc.array(item, { minLength: 1, maxLength: 80 }), fc.integer({ min: 1, max: 31 }), (items, day) => {
      const on = items.filter(({ from, until }) => from <= day && day <= until)
      const sums = dueDraws(items, 1_800)(day) ?? new Float64Array()
      expect(sums.length > 0).toBe(on.length > 0)
      const total = (part: (one: DueItem) => number) => on.reduce((sum, one) => sum + part(one), 0)
      const mean = total(({ amount, chance }) => (amount * chance) / 1_000)
      const spread = Math.sqrt(total(({ amount, chance }) => (amount ** 2 * chance * (1_000 - chance)) / 1e6))
      const drawn = sums.reduce((sum, one) => sum + one, 0) / 1_800
      // Five standard errors, and a unit for each sum that is cut to a whole one.
      expect(Math.abs(drawn - mean)).toBeLessThanOrEqual((5 * spread) / Math.sqrt(1_800) + on.length)
      expect(Math.max(0, ...sums)).toBeLessThanOrEqual(total(({ amount }) => amount))
      expect(dueDraws(structuredClone(items), 1_800)(day) ?? new Float64Array()).toEqual(sums)
    }),
    { numRuns: 60 },
  )
})

test('an item that is as likely to come as not spreads what may come, and a sure one does not', () => {
  const one: DueItem = { stream: 1, patron: null, amount: 1_000, chance: 500, from: 1, until: 20 }
  expect(bandOf((dueDraws([one], 1_800)(3) ?? new Float64Array()).sort())).toMatchObject({ low: 0, high: 1_000 })
  expect(new Set(dueDraws([{ ...one, chance: 1_000 }], 1_800)(3))).toEqual(new Set([1_000]))
})
