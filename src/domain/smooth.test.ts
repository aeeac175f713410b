import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { NOTHING, plus, split, type Amounts, type Minor } from './money.ts'
import { addMonths, monthsBetween } from './month.ts'
import { smoothed, smoothedIn, type SmoothPart, type Spread } from './smooth.ts'

const cents = fc.integer({ min: -1_000_000, max: 1_000_000 })
const amounts = fc.record({ gross: cents, fees: cents, refunds: cents, tax: cents })
const months = fc.integer({ min: 1, max: 60 })
const month = fc.integer({ min: 0, max: 300 }).map((count) => addMonths('2010-01', count))
const line = fc.record({ month, months, native: amounts, home: fc.option(amounts) })
const back = fc.record({ of: cents, taken: cents })
const spread: fc.Arbitrary<Spread | null> = fc.option(
  fc.oneof(
    fc.record({ from: month, months }),
    fc.record({ from: month, months, back: fc.record({ native: back, home: fc.option(back) }) }),
  ),
)

const nativeSum = (parts: SmoothPart[]): Amounts => parts.reduce((sum, part) => plus(sum, part.native), NOTHING)
const homeSum = (parts: SmoothPart[]): Amounts => parts.reduce((sum, part) => plus(sum, part.home ?? NOTHING), NOTHING)
const only = (parts: Partial<Amounts>): Amounts => ({ ...NOTHING, ...parts })

/** Refunds by month, by number from the first covered month. */
function refundsOf(parts: SmoothPart[], from: string, length: number): Minor[] {
  const byMonth = new Map(parts.map((part) => [monthsBetween(from, part.month), part.native.refunds]))
  return Array.from({ length }, (_, i) => byMonth.get(i) ?? 0)
}

test('smoothing preserves the sum of each of the eight amounts', () => {
  fc.assert(
    fc.property(line, spread, (each, where) => {
      const parts = smoothed(each, where)
      expect(nativeSum(parts)).toEqual(each.native)
      expect(homeSum(parts)).toEqual(each.home ?? NOTHING)
      expect(parts.every((part) => (part.home === null) === (each.home === null))).toBe(true)
    }),
    { numRuns: 500 },
  )
})

test('the part of one month is the one among all of them', () => {
  const few = fc.integer({ min: -30, max: 30 })
  const small = fc.record({ gross: few, fees: few, refunds: few, tax: few })
  const any = fc.oneof(line, fc.record({ month, months, native: small, home: fc.option(small) }))
  fc.assert(
    fc.property(any, spread, fc.integer({ min: -2, max: 62 }), (each, where, at) => {
      const asked = addMonths(where?.from ?? each.month, at)
      expect(smoothedIn(each, where, asked)).toEqual(smoothed(each, where).find((part) => part.month === asked))
    }),
    { numRuns: 500 },
  )
})

test('every part stands in a covered month, each month once, in order', () => {
  fc.assert(
    fc.property(line, spread, (each, where) => {
      const place = where ?? { from: each.month, months: each.months }
      const steps = smoothed(each, where).map((part) => monthsBetween(place.from, part.month))
      expect(steps[0]).toBe(0)
      expect(steps).toEqual([...new Set(steps)].sort((a, b) => a - b))
      expect(steps.at(-1)).toBeLessThan(place.months)
    }),
  )
})

test('a refund never takes from a month more than its share of the payment, whatever was refunded before', () => {
  const refunded = fc.record({
    of: fc.nat(1_000_000),
    months: fc.integer({ min: 1, max: 24 }),
    refunds: fc.array(fc.nat(400_000), { maxLength: 6 }),
  })
  fc.assert(
    fc.property(refunded, ({ of, months: length, refunds }) => {
      let taken = 0
      let byMonth = Array.from({ length }, () => 0)
      for (const refund of refunds) {
        const where = { from: '2024-01', months: length, back: { native: { of, taken }, home: null } }
        const parts = smoothed({ month: '2024-06', months: 1, native: only({ refunds: refund }), home: null }, where)
        const added = refundsOf(parts, '2024-01', length)
        expect(added.every((part) => part >= 0)).toBe(true)
        byMonth = byMonth.map((sum, i) => sum + (added[i] ?? 0))
        taken += refund
      }
      const [first = 0, ...later] = split(of, length).map((share, i) => share - (byMonth[i] ?? 0))
      expect(later.every((rest) => rest >= 0)).toBe(true)
      expect(first).toBe(of - taken - later.reduce((sum, rest) => sum + rest, 0))
      const touched = later.findIndex((rest, i) => rest < (split(of, length)[i + 1] ?? 0))
      const afterTouched = touched < 0 ? [] : later.slice(touched + 1)
      expect(afterTouched.every((rest) => rest === 0)).toBe(true)
    }),
  )
})

test('two refunds take what one refund of their sum would', () => {
  fc.assert(
    fc.property(fc.nat(100_000), fc.nat(60_000), fc.integer({ min: -60_000, max: 60_000 }), (of, one, two) => {
      const take = (refunds: Minor, taken: Minor): Minor[] => {
        const where = { from: '2024-01', months: 12, back: { native: { of, taken }, home: null } }
        return refundsOf(smoothed({ month: '2024-06', months: 1, native: only({ refunds }), home: null }, where), '2024-01', 12)
      }
      const second = take(two, one)
      expect(take(one, 0).map((part, i) => part + (second[i] ?? 0))).toEqual(take(one + two, 0))
    }),
  )
})

test('a yearly pledge refunded after eight months keeps eight months', () => {
  const paid = smoothed({ month: '2024-03', months: 12, native: only({ gross: 12_000 }), home: only({ gross: 11_000 }) }, null)
  const where = { from: '2024-03', months: 12, back: { native: { of: 12_000, taken: 0 }, home: { of: 11_000, taken: 0 } } }
  const refund = smoothed({ month: '2024-11', months: 1, native: only({ refunds: 4000 }), home: only({ refunds: 3667 }) }, where)
  expect(paid.map((part) => part.native.gross)).toEqual(Array.from({ length: 12 }, () => 1000))
  expect(refundsOf(refund, '2024-03', 12)).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 1000, 1000, 1000, 1000])
  expect(refund.map((part) => part.home?.refunds)).toEqual([0, 3, 916, 916, 916, 916])
})

test('a dispute that is won gives back what the dispute took, months and all', () => {
  const refundOf = (refunds: Minor) => ({ month: '2024-06', months: 1, native: only({ refunds }), home: null })
  const where = (taken: Minor) => ({ from: '2024-01', months: 4, back: { native: { of: 1000, taken }, home: null } })
  expect(refundsOf(smoothed(refundOf(400), where(0)), '2024-01', 4)).toEqual([0, 0, 150, 250])
  expect(refundsOf(smoothed(refundOf(-400), where(400)), '2024-01', 4)).toEqual([0, 0, -150, -250])
})

test('what is refunded beyond the payment stands on the first month', () => {
  const where = { from: '2024-01', months: 3, back: { native: { of: 300, taken: 250 }, home: null } }
  const parts = smoothed({ month: '2024-02', months: 1, native: only({ refunds: 80 }), home: null }, where)
  expect(refundsOf(parts, '2024-01', 3)).toEqual([80, 0, 0])
})

test('a fee tied to a payment is spread over that payment’s months, not over its own', () => {
  const parts = smoothed({ month: '2024-02', months: 1, native: only({ fees: 100 }), home: null }, { from: '2024-01', months: 3 })
  expect(parts.map((part) => [part.month, part.native.fees])).toEqual([
    ['2024-01', 34],
    ['2024-02', 33],
    ['2024-03', 33],
  ])
})

test('without a home value of the payment, home refunds follow the native ones', () => {
  const where = { from: '2024-01', months: 4, back: { native: { of: 400, taken: 0 }, home: null } }
  const parts = smoothed({ month: '2024-03', months: 1, native: only({ refunds: 150 }), home: only({ refunds: 100 }) }, where)
  expect(parts.map((part) => [part.month, part.home?.refunds])).toEqual([
    ['2024-01', 0],
    ['2024-03', 33],
    ['2024-04', 67],
  ])
})

test('months without money are left out, except the first', () => {
  const parts = smoothed({ month: '2024-01', months: 12, native: only({ gross: 2 }), home: NOTHING }, null)
  expect(parts.map((part) => part.month)).toEqual(['2024-01', '2024-02'])
  expect(smoothed({ month: '2024-01', months: 12, native: NOTHING, home: null }, null)).toHaveLength(1)
})
