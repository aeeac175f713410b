import fc from 'fast-check'
import { expect, test } from 'vitest'
import { enoughCount, enoughMonths, type EnoughMonth } from './enough-months.ts'
import { monthRange } from './month.ts'

const month = (name: string, smoothed: number, enough: number | null = 2_000): EnoughMonth => {
  return { month: name, cash: smoothed, smoothed, enough, reachedOn: null }
}

test('each month is told the day on which it became enough, by the target that was in force', () => {
  const targets = [
    { from: '2026-01', bare: 500, enough: 1_000, comfortable: 1_500 },
    { from: '2026-03', bare: 500, enough: 2_000, comfortable: 2_500 },
  ]
  const days = [
    { day: '2026-02-03', net: 600 },
    { day: '2026-02-19', net: 500 },
    { day: '2026-03-30', net: 1_900 },
  ]
  const net = (of: string, sum: number) => ({ stream: 1, month: of, net: sum })
  const told = enoughMonths({
    months: ['2026-01', '2026-02', '2026-03'],
    days,
    cash: [net('2026-02', 1_100), net('2026-03', 1_900), { ...net('2026-03', 300), stream: 2 }],
    smoothed: [net('2026-01', 1_000), net('2026-02', 1_100)],
    targets,
  })
  expect(told).toEqual([
    { month: '2026-01', cash: 0, smoothed: 1_000, enough: 1_000, reachedOn: null },
    { month: '2026-02', cash: 1_100, smoothed: 1_100, enough: 1_000, reachedOn: '2026-02-19' },
    // 300 of it came as a monthly sum, which has no day.
    { month: '2026-03', cash: 2_200, smoothed: 0, enough: 2_000, reachedOn: null },
  ])
})

test('enough that went below again is enough from the day on which it stayed', () => {
  const days = [
    { day: '2026-02-03', net: 1_000 },
    { day: '2026-02-10', net: -400 },
    { day: '2026-02-20', net: 400 },
  ]
  const targets = [{ from: '2026-01', bare: 0, enough: 1_000, comfortable: 1_000 }]
  expect(enoughMonths({ months: ['2026-02'], days, cash: [], smoothed: [], targets })[0]?.reachedOn).toBe('2026-02-20')
})

test('months are counted, what the others lacked is summed, and three in a row have a floor', () => {
  const year = [
    month('2026-01', 2_000),
    month('2026-02', 1_000),
    month('2026-03', 1_500),
    month('2026-04', 2_500),
    month('2026-05', 9, null),
  ]
  expect(enoughCount(year)).toEqual({ enough: 2, of: 4, missing: 1_500, floor: 1_336 })
  expect(enoughCount(year.slice(0, 2))).toMatchObject({ enough: 1, of: 2, floor: null })
  expect(enoughCount([])).toEqual({ enough: 0, of: 0, missing: 0, floor: null })
})

test('a poor month takes one from the count and never more', () => {
  const nets = fc.array(fc.integer({ min: 0, max: 4_000 }), { minLength: 3, maxLength: 12 })
  fc.assert(
    fc.property(nets, fc.nat(), (sums, at) => {
      const year = (values: readonly number[]) => values.map((sum, i) => month(monthRange('2026-01', '2026-12')[i] ?? '', sum))
      const before = enoughCount(year(sums))
      const after = enoughCount(year(sums.map((sum, i) => (i === at % sums.length ? 0 : sum))))
      expect(before.enough - after.enough).toBeLessThanOrEqual(1)
      expect(after.floor ?? 0).toBeLessThanOrEqual(before.floor ?? 0)
      expect(before.floor ?? 0).toBeLessThanOrEqual(Math.max(...sums))
    }),
  )
})
