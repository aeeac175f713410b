import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { byChange, changeOf, gapOf, monthlyNet, needWeights, tenthsAfter, type Contribution, type Standing } from './change.ts'
import { compareFractions } from './fee.ts'

const FREE = { fixed: 0, basisPoints: 0 }
const CARD = { fixed: 30, basisPoints: 290 }
const standing: fc.Arbitrary<Standing> = fc.record({
  net: fc.integer({ min: -100_000, max: 10_000_000 }),
  enough: fc.integer({ min: 1, max: 10_000_000 }),
})
const contribution: fc.Arbitrary<Contribution> = fc.record({
  monthly: fc.integer({ min: 1, max: 1_000_000 }),
  months: fc.constantFrom(1, 3, 6, 12),
  fee: fc.record({ fixed: fc.integer({ min: 0, max: 1000 }), basisPoints: fc.integer({ min: 0, max: 5000 }) }),
})
const monthly = (amount: number): Contribution => ({ monthly: amount, months: 1, fee: FREE })

test.each([
  [{ net: 20_000, enough: 64_000 }, 500, 320],
  [{ net: 61_100, enough: 90_000 }, 500, 684],
  [{ net: 61_100, enough: 90_000 }, 40_000, 1000],
  [{ net: 89_999, enough: 90_000 }, 1, 1000],
  [{ net: 89_900, enough: 90_000 }, 99, 999],
  [{ net: 99_000, enough: 90_000 }, 500, 1100],
  [{ net: -500, enough: 1000 }, 100, 0],
])('%o and %d more stand at %d tenths of a percent', (standing, amount, tenths) => {
  expect(tenthsAfter(standing, monthly(amount))).toBe(tenths)
})

test.each([
  [{ monthly: 200, months: 1, fee: CARD }, 164],
  [{ monthly: 200, months: 3, fee: CARD }, 184],
  [{ monthly: 200, months: 12, fee: CARD }, 192],
  [{ monthly: 20, months: 1, fee: CARD }, 0],
])('of %o each month keeps %d', (contribution, net) => expect(monthlyNet(contribution)).toBe(net))

test('a change is never above the gap, and none is made where enough is reached', () => {
  fc.assert(
    fc.property(standing, contribution, (standing, contribution) => {
      const { over, under } = changeOf(standing, contribution)
      expect(under).toBe(BigInt(standing.enough))
      expect(over).toBe(BigInt(Math.min(monthlyNet(contribution), Math.max(standing.enough - standing.net, 0))))
      expect(over >= 0n).toBe(true)
    }),
  )
})

test('100 % is said only of what reaches enough', () => {
  fc.assert(
    fc.property(standing, contribution, (standing, contribution) => {
      const reached = standing.net + monthlyNet(contribution) >= standing.enough
      expect(tenthsAfter(standing, contribution) >= 1000).toBe(reached)
    }),
  )
})

test('the order by change is that of the exact quotients, also where decimals would not tell them apart', () => {
  const venture = (net: number, enough: number) => changeOf({ net, enough }, monthly(1))
  expect(byChange(venture(0, 9_007_199_254_740_990), venture(0, 9_007_199_254_740_991))).toBe(-1)
  expect(byChange(venture(0, 300), venture(299, 300))).toBe(0)
  fc.assert(
    fc.property(fc.array(fc.tuple(standing, contribution), { maxLength: 8 }), (pairs) => {
      const sorted = pairs.map(([standing, contribution]) => changeOf(standing, contribution)).sort(byChange)
      for (const [i, change] of sorted.slice(1).entries()) expect(compareFractions(sorted[i]!, change)).toBeGreaterThanOrEqual(0)
    }),
  )
})

test('multiplying target, net and amount by one number changes neither order nor tenths', () => {
  fc.assert(
    fc.property(standing, fc.integer({ min: 1, max: 100_000 }), fc.integer({ min: 1, max: 1000 }), (standing, amount, k) => {
      const larger = { net: standing.net * k, enough: standing.enough * k }
      expect(tenthsAfter(larger, monthly(amount * k))).toBe(tenthsAfter(standing, monthly(amount)))
      expect(compareFractions(changeOf(larger, monthly(amount * k)), changeOf(standing, monthly(amount)))).toBe(0)
    }),
  )
})

test('need weighs what is missing', () => {
  expect(
    needWeights([
      { net: 100, enough: 300 },
      { net: 400, enough: 300 },
    ]),
  ).toEqual([200, 0])
  expect(gapOf({ net: -100, enough: 300 })).toBe(400)
})
