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
  const [health, sick] = fundedBenefits(
    plan,
    [1_250_00, 1_625_00, 1_675_00, 1_750_00].map((net) => ({ net, plan })),
  )
  expect(health).toMatchObject({ text: 'Health cover', months: 3, shares: [0, 10_000, 10_000, 10_000], days: null })
  expect(sick).toMatchObject({ cost: 100_00, months: 1, shares: [0, 0, 4_000, 10_000], days: { of: 10, funded: 3 } })
})

test('each month is held against its own lines: costs and words of then, and a benefit that did not stand there is left out', () => {
  const [rent, health, trips, sick] = plan.needs
  if (!rent || !health || !trips || !sick) throw new Error('The plan has four lines.')
  const before = { ...plan, needs: [{ ...rent, amount: 900_00 }, { ...health, text: 'Insurance', amount: 200_00 }, trips] }
  // 1,250 of net leave 1,000: nothing besides the rent of now, but half of the cover beside the rent of before.
  const told = fundedBenefits(plan, [
    { net: 1_250_00, plan: before },
    { net: 1_625_00, plan: before },
    { net: 1_250_00, plan },
  ])
  expect(told[0]).toMatchObject({ text: 'Health cover', cost: 300_00, shares: [5_000, 10_000, 0], planned: 3, months: 1 })
  expect(told[1]).toMatchObject({ shares: [null, null, 0], planned: 1, months: 0, days: { of: 10, funded: 0 } })
  // Two of a kind are told apart by their words alone.
  const two = { ...plan, needs: [rent, health, { ...health, text: 'Teeth' }] }
  expect(fundedBenefits(two, [{ net: 9_999_00, plan: before }]).map(({ shares }) => shares)).toEqual([[null], [null]])
  expect(fundedBenefits(two, [{ net: 9_999_00, plan }]).map(({ shares }) => shares)).toEqual([[10_000], [null]])
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
