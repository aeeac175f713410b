import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { bestRhythm, compareFractions, feeOf, feeShare, netOf, PROPOSED_MONTHS, tenthsOfPercent } from './fee.ts'
import type { Fee } from './publication.ts'

const CARD: Fee = { fixed: 30, basisPoints: 290 }
const fee = fc.record({ fixed: fc.integer({ min: 0, max: 100_000 }), basisPoints: fc.integer({ min: 0, max: 5000 }) })
const amount = fc.integer({ min: 1, max: 10_000_000_000 })

/**
 * METRICS 16: the share of fees at 0.30 + 2.9 %, in tenths of a percent, of so much a month. The last one is exactly 31.5, which the
 * table prints as 31 and half-even rounding as 32; so each is held to half a tenth of the exact share.
 */
const SHARES: [monthly: number, shares: [number, number, number, number]][] = [
  [100, [329, 129, 79, 54]],
  [200, [179, 79, 54, 42]],
  [300, [129, 62, 46, 37]],
  [500, [89, 49, 39, 34]],
  [1000, [59, 39, 34, 31]],
]

test.each(SHARES.flatMap(([monthly, shares]) => shares.map((share, i) => ({ monthly, months: PROPOSED_MONTHS[i]!, share }))))(
  'of $monthly a month, paid every $months months, fees take $share tenths of a percent',
  ({ monthly, months, share }) => {
    const { over, under } = feeShare(monthly, CARD, months)
    const twiceOff = 2n * (over * 1000n - BigInt(share) * under)
    expect(twiceOff <= under && twiceOff >= -under).toBe(true)
    expect(tenthsOfPercent({ over, under })).toBe(monthly === 1000 && months === 12 ? 32 : share)
  },
)

test.each([
  [100, 6],
  [200, 3],
  [300, 3],
  [500, 1],
  [1000, 1],
  [20, null],
])('of %d a month the shortest rhythm with a tenth at most is %s months', (monthly, months) => {
  expect(bestRhythm(monthly, CARD)).toBe(months)
})

test('a rhythm that is not offered is not proposed', () => {
  expect(bestRhythm(100, CARD, [1, 3, 12])).toBe(12)
  expect(bestRhythm(100, CARD, [1, 3])).toBeNull()
})

test('a fee of exactly a tenth is still borne', () => {
  expect(bestRhythm(300, { fixed: 30, basisPoints: 0 })).toBe(1)
  expect(bestRhythm(299, { fixed: 30, basisPoints: 0 })).toBe(3)
})

test('€2 a month leave €1.64, and €1.84 when paid by the quarter', () => {
  expect(netOf(200, CARD)).toBe(164)
  expect(Math.floor(netOf(600, CARD) / 3)).toBe(184)
})

test('fee and net are whole, never below 0, and add up to the payment', () => {
  fc.assert(
    fc.property(amount, fee, (amount, fee) => {
      const [cost, rest] = [feeOf(amount, fee), netOf(amount, fee)]
      expect([cost, rest].every((part) => Number.isSafeInteger(part) && part >= 0)).toBe(true)
      expect(cost + rest).toBe(amount)
    }),
  )
})

test('a larger payment never leaves less', () => {
  fc.assert(
    fc.property(amount, fc.integer({ min: 0, max: 1000 }), fee, (amount, more, fee) => {
      expect(netOf(amount + more, fee)).toBeGreaterThanOrEqual(netOf(amount, fee))
    }),
  )
})

test('a longer rhythm never costs a larger share', () => {
  fc.assert(
    fc.property(amount, fee, fc.integer({ min: 1, max: 24 }), (monthly, fee, months) => {
      expect(compareFractions(feeShare(monthly, fee, months + 1), feeShare(monthly, fee, months))).toBeLessThanOrEqual(0)
    }),
  )
})

test('what is proposed is borne, and nothing shorter is', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 5000 }), fee, (monthly, fee) => {
      const best = bestRhythm(monthly, fee)
      for (const months of PROPOSED_MONTHS) {
        const borne = fee.fixed * 10_000 + fee.basisPoints * monthly * months <= monthly * months * 1000
        if (best === null || months < best) expect(borne).toBe(false)
        if (months === best) expect(borne).toBe(true)
      }
    }),
  )
})

test('nothing costs nothing', () => {
  expect([feeOf(0, CARD), netOf(0, CARD), netOf(-5, CARD), feeOf(-5, CARD)]).toEqual([0, 0, 0, 0])
  expect(() => feeShare(0, CARD, 1)).toThrow(RangeError)
})
