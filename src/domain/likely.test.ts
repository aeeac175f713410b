import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { DueItem } from './due-now.ts'
import type { DayNet } from './income.ts'
import { likely, type LikelyQuestion } from './likely.ts'
import { dayOfMonth, monthRange } from './month.ts'

/** Twelve full months, each with the same money on the 5th and with its own on the 20th. */
function past(rests: readonly number[]): DayNet[] {
  return monthRange('2025-11', '2026-10').flatMap((month, i) => [
    { day: dayOfMonth(month, 5), net: 1_000 },
    { day: dayOfMonth(month, 20), net: rests[i % rests.length] ?? 0 },
  ])
}

const asked = (rests: readonly number[], more: Partial<LikelyQuestion> = {}) =>
  likely({ days: past(rests), month: '2026-11', today: '2026-11-10', since: '2025-01', enough: 2_000, undated: 0, ...more })

const soFar = (net: number) => [{ day: '2026-11-05', net }]

test('months that were always the same are likely the same', () => {
  const days = [...past([500]), ...soFar(1_000)]
  expect(asked([500], { days })).toMatchObject({ low: 1_500, middle: 1_500, high: 1_500, chance: 100, safe: false, basis: 12 })
  expect(asked([500], { days, enough: 1_500 })).toMatchObject({ chance: 900, safe: true })
})

test('the band is of the months’ rests, stretched around their median', () => {
  // Six rests of 400 and six of 600, median 500, k(12) = 1.183.
  const told = asked([400, 600], { days: [...past([400, 600]), ...soFar(1_000)] })
  expect(told).toMatchObject({ low: 1_382, high: 1_618 })
  expect(told?.rests.map(({ rest }) => rest)).toEqual(monthRange('2025-11', '2026-10').map((_, i) => (i % 2 === 0 ? 400 : 600)))
  expect(told?.rests[0]?.month).toBe('2025-11')
  expect(asked([400, 600], { days: [...past([400, 600]), ...soFar(1_000)], enough: 1_600 })?.chance).toBe(500)
})

test('what is dated on a day to come stands in the month already, so it ends no lower', () => {
  const days = [...past([500]), ...soFar(1_000), { day: '2026-11-29', net: 3_000 }]
  expect(asked([500], { days })).toMatchObject({ low: 4_500, middle: 4_500, high: 4_500, chance: 900, safe: true })
})

test('where one month of many brought nothing more, a month ends with what is usual or without it, and at nothing between', () => {
  const rests = [600, 600, 0, 600, 600, 600, 600, 600, 600, 600, 600, 600]
  expect(asked(rests, { days: [...past(rests), ...soFar(600)], enough: 1_000 })).toMatchObject({ low: 1_200, middle: 1_200, high: 1_200 })
})

const due = (amount: number, more: Partial<DueItem> = {}): DueItem => {
  return { stream: 1, patron: 'ada', amount, chance: 750, from: 1, until: 29, ...more }
}

test('what is due comes beside the rests, each with its chance, until it has come', () => {
  const days = [...past([500]), ...soFar(1_000)]
  // 1,500 without it: 1,900 in three of four draws.
  const told = asked([500], { days, enough: 1_900, due: [due(400)] })
  expect(told).toMatchObject({ high: 1_900, due: [{ amount: 400 }] })
  expect(Math.abs((told?.chance ?? 0) - 750)).toBeLessThanOrEqual(25)
  expect(asked([500], { days, enough: 1_900, due: [due(400, { chance: 1_000 })] })).toMatchObject({ low: 1_900, high: 1_900, chance: 900 })
  // Of two, both come in nine of sixteen.
  const both = asked([500], { days, enough: 2_300, due: [due(400), due(400)] })?.chance ?? 0
  expect(Math.abs(both - 562)).toBeLessThanOrEqual(25)
  const gone = asked([500], { days, enough: 1_900, due: [due(400, { until: 9 })] })
  expect(gone).toMatchObject({ low: 1_500, high: 1_500, chance: 100, due: [] })
})

test('a month that all but ends today ends with what is due or without it, and at nothing between them', () => {
  const days = [...past([0, 0, 0, 0, 0, 300]), ...soFar(1_000)]
  expect(asked([0, 0, 0, 0, 0, 300], { days, due: [due(5_000, { chance: 950 })] })).toMatchObject({ low: 6_000, middle: 6_000 })
})

test('a day on which what is due made enough safe is remembered as any other', () => {
  const days = [...past([500]), ...soFar(1_000)]
  const sure = due(400, { chance: 1_000, until: 7 })
  expect(asked([500], { days, enough: 1_900, due: [sure] })?.safe).toBe(false)
  expect(asked([500], { days, enough: 1_900, due: [{ ...sure, until: 29 }] })?.safe).toBe(true)
})

test('more that is due, or surer, never makes enough less probable', () => {
  const rests = fc.array(fc.nat(3_000), { minLength: 12, maxLength: 12 })
  const items = fc.array(fc.record({ amount: fc.integer({ min: 1, max: 900 }), chance: fc.integer({ min: 1, max: 1_000 }) }), {
    maxLength: 50,
  })
  fc.assert(
    fc.property(rests, items, (months, all) => {
      const days = [...past(months), ...soFar(0)]
      const chance = (list: typeof all) => asked(months, { days, due: list.map((one) => due(one.amount, one)) })?.chance ?? 0
      expect(chance(all)).toBeGreaterThanOrEqual(chance([]))
      expect(chance(all.map((one) => ({ ...one, chance: 1_000 })))).toBeGreaterThanOrEqual(chance(all))
    }),
    { numRuns: 30 },
  )
})

test('safe begins at 8 of 10 and lasts until it is under 7 of 10', () => {
  // After the 20th nothing more comes, so that what is missing then stays missing.
  const days = [...past([500]), ...soFar(1_000)]
  expect(asked([500], { days, enough: 1_500, today: '2026-11-19' })?.safe).toBe(true)
  expect(asked([500], { days, enough: 1_500, today: '2026-11-20' })?.safe).toBe(false)
  // The same chance of 0.75 on the 10th: once never more before, once after days that were sure.
  const rests = [500, 500, 500, 0]
  const more = { enough: 1_300 }
  expect(asked(rests, { ...more, days: [...past(rests), ...soFar(1_000)] })).toMatchObject({ chance: 750, safe: false })
  const early = [{ day: '2026-11-03', net: 1_000 }, ...soFar(-100)]
  expect(asked(rests, { ...more, days: [...past(rests), ...early] })).toMatchObject({ chance: 750, safe: true })
  expect(asked(rests, { ...more, days: [...past(rests), ...early, { day: '2026-11-09', net: -400 }] })?.safe).toBe(false)
})

test('10 of 12 past months make enough safe, 9 keep it so and make nothing, 8 end it', () => {
  // 100, 200 … 1,200 came after the same day, told as 0, 118, 236, 355, 473 and so on by their stretch.
  const before = monthRange('2025-11', '2026-10').map((month, i) => ({ day: dayOfMonth(month, 20), net: (i + 1) * 100 }))
  const [ten, nine, eight] = [1_000, 900, 800]
  const told = (...soFars: number[]) => {
    const own = soFars.map((sum, i) => ({ day: dayOfMonth('2026-11', i + 3), net: sum - (soFars[i - 1] ?? 0) }))
    const all = asked([], { days: [...before, ...own], enough: 1_200, today: dayOfMonth('2026-11', soFars.length + 2) })
    return [all?.chance, all?.safe]
  }
  expect(told(ten)).toEqual([833, true])
  expect(told(nine)).toEqual([750, false])
  expect(told(ten, nine)).toEqual([750, true])
  expect(told(ten, nine, eight)).toEqual([666, false])
  expect(told(ten, nine, eight, nine)).toEqual([750, false])
  expect(told(ten, nine, eight, ten)).toEqual([833, true])
})

test('a month that does not run, or has fewer than six full ones before it, is not told', () => {
  expect(asked([500], { today: '2026-12-01' })).toBeNull()
  expect(asked([500], { today: '2026-10-31' })).toBeNull()
  expect(asked([500], { since: '2026-06' })).toBeNull()
  expect(asked([500], { since: '2026-05' })?.basis).toBe(6)
})

test('without a target there is a band and no chance', () => {
  expect(asked([500], { enough: null })).toMatchObject({ chance: null, safe: false })
})

test('the band is in order and holds no less than what is there, unless money goes back', () => {
  const rests = fc.array(fc.nat(100_000), { minLength: 12, maxLength: 12 })
  fc.assert(
    fc.property(rests, fc.nat(50_000), fc.nat(9_000), (months, net, undated) => {
      const told = asked(months, { days: [...past(months), ...soFar(net)], undated })
      expect(told).not.toBeNull()
      const { low, middle, high } = told ?? { low: 0, middle: 0, high: 0 }
      expect(net + undated <= low && low <= middle && middle <= high).toBe(true)
    }),
  )
})

test('more money never makes enough less probable', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(3_000), { minLength: 12, maxLength: 12 }), fc.nat(3_000), fc.nat(500), (months, net, more) => {
      const chance = (sum: number) => asked(months, { days: [...past(months), ...soFar(sum)] })?.chance ?? 0
      expect(chance(net + more)).toBeGreaterThanOrEqual(chance(net))
    }),
  )
})
