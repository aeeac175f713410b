import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { fundedBenefits, fundedShares } from './funded-benefits.ts'
import type { NeedsPlan } from './target-plan.ts'

const plan: Pick<NeedsPlan, 'needs' | 'model'> = {
  model: { shape: 'generic', tax: 2_000, monthsOff: 0, fee: 500 },
  needs: [
    { text: 'Rent', amount: 1_000_00, level: 'bare', per: 'month' },
    { text: 'Health cover', amount: 300_00, level: 'bare', per: 'month', benefit: 'health' },
    { text: 'Trips', amount: 90_00, level: 'enough', per: 'month' },
    { text: 'Sick days', amount: 1_200_00, level: 'enough', per: 'year', benefit: 'sick', days: 10 },
  ],
}

test('N5: benefits are filled in their order from what is left above the bare needs', () => {
  // 1,250 of net leave 1,000 after tax: the rent and nothing else; 1,625 the health cover too; 1,675 four tenths of the sick days.
  const [health, sick] = fundedBenefits(plan, [1_250_00, 1_625_00, 1_675_00, 1_750_00])
  expect(health).toMatchObject({ text: 'Health cover', months: 3, shares: [0, 10_000, 10_000, 10_000], days: null })
  expect(sick).toMatchObject({ cost: 100_00, months: 1, shares: [0, 0, 4_000, 10_000], days: { of: 10, funded: 3 } })
})

test('a month that leaves nothing funds nothing, and none is funded twice over', () => {
  expect(fundedShares(-5, [10])).toEqual([0])
  expect(fundedShares(999, [10, 10])).toEqual([10_000, 10_000])
})

test('more money never funds less, and a later benefit only begins when the one before it is paid', () => {
  fc.assert(
    fc.property(
      fc.nat(10_000),
      fc.nat(1_000),
      fc.array(fc.integer({ min: 1, max: 3_000 }), { minLength: 1, maxLength: 8 }),
      (left, more, costs) => {
        const [before, after] = [fundedShares(left, costs), fundedShares(left + more, costs)]
        expect(after.every((share, j) => share >= (before[j] ?? 0))).toBe(true)
        expect(after.every((share, j) => j === 0 || share === 0 || after[j - 1] === 10_000)).toBe(true)
      },
    ),
    { numRuns: 100 },
  )
})
