import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { feeOf } from './fee.ts'
import type { Fee } from './publication.ts'
import { byQuarter, feeRule, isSmall } from './small-gifts.ts'

const CARD: Fee = { fixed: 30, basisPoints: 290 }
const fee = fc.record({ fixed: fc.integer({ min: 0, max: 100_000 }), basisPoints: fc.integer({ min: 0, max: 5000 }) })
const amount = fc.integer({ min: 1, max: 10_000_000_000 })

test('the parts of a fee are found again in what was paid, whatever a few odd fees were', () => {
  const sizes = fc.uniqueArray(fc.integer({ min: 1_000, max: 200_000 }), { minLength: 6, maxLength: 12 })
  const parts = fc.record({ fixed: fc.integer({ min: 0, max: 90 }), basisPoints: fc.integer({ min: 0, max: 1_500 }) })
  fc.assert(
    fc.property(sizes, parts, (gross, fee) => {
      const paid = gross.map((one) => ({ gross: one, fees: feeOf(one, fee) }))
      const rule = feeRule(paid) ?? expect.unreachable('sizes differ')
      // Fees are whole minor units, so the slope of a pair is off by 1 ÷ its gap at most, and the median slope by that of the median
      // gap: sizes that lie close together show the parts no finer.
      const gaps = gross.flatMap((a, i) => gross.slice(i + 1).map((b) => Math.abs(a - b))).sort((a, b) => b - a)
      const off = 1 / (gaps[gaps.length >> 1] ?? 1) + 0.5 / 10_000
      for (const { gross: one, fees } of paid) expect(Math.abs(feeOf(one, rule) - fees)).toBeLessThanOrEqual(3 + off * Math.max(...gross))
    }),
    { numRuns: 100 },
  )
  const card = [200, 300, 500, 1_000, 2_000, 5_000].map((gross) => ({ gross, fees: feeOf(gross, CARD) }))
  expect(feeRule(card)).toEqual(CARD)
  expect(feeRule([...card, { gross: 2_500, fees: 900 }])?.fixed).toBeGreaterThanOrEqual(29)
})

test('of thousands of sizes some are enough to find the parts of the fee', () => {
  const many = Array.from({ length: 5_000 }, (_, i) => 100 + i * 7).map((gross) => ({ gross, fees: feeOf(gross, CARD) }))
  expect(feeRule(many)).toEqual(CARD)
})

test('gifts of one size do not show what part of a fee is fixed', () => {
  expect(feeRule([])).toBeNull()
  expect(
    feeRule([
      { gross: 200, fees: 36 },
      { gross: 200, fees: 36 },
    ]),
  ).toBeNull()
  expect(byQuarter({ gross: 200, fees: 36 }, null)).toEqual({ gross: 200, fees: 36, quarterly: null, rhythm: null })
})

test('€2 a month lose 36 cents, by the quarter 16; more than a tenth is small, a tenth is not', () => {
  expect(feeOf(200, CARD)).toBe(36)
  expect([isSmall({ gross: 200, fees: 36 }), isSmall({ gross: 300, fees: 30 }), isSmall({ gross: 300, fees: 31 })]).toEqual([
    true,
    false,
    true,
  ])
  // 30 + 2.9 % of 600 are 47, a third of it 16.
  expect(byQuarter({ gross: 200, fees: 36 }, CARD)).toEqual({ gross: 200, fees: 36, quarterly: 16, rhythm: 3 })
})

test('by the quarter a gift never costs more than by the month', () => {
  fc.assert(
    fc.property(amount, fee, fc.integer({ min: 1, max: 5_000 }), (gross, rule, fees) => {
      const { quarterly } = byQuarter({ gross, fees }, rule)
      expect(quarterly).toBeLessThanOrEqual(fees)
      expect(quarterly).toBeGreaterThanOrEqual(0)
    }),
  )
})
