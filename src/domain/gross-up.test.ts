import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { carries, grossUp, leavesSomething, takeHome, type TaxModel } from './gross-up.ts'

const GENERIC: TaxModel = { shape: 'generic', tax: 2_500, monthsOff: 125, fee: 500 }
const US: TaxModel = { shape: 'us', tax: 1_200, monthsOff: 125, fee: 600, pension: 500, costs: 100_00 }

test('METRICS 12, generic: 2,200 and 450 of benefits take 4,151.77', () => {
  const { income, charged } = grossUp({ needs: 12 * 2_650_00, health: 0 }, GENERIC)
  expect(charged).toBe(4_151_77)
  expect(income).toBe(3_944_19)
  expect(grossUp({ needs: 12 * 2_200_00, health: 12 * 450_00 }, GENERIC).charged).toBe(4_151_77)
})

test('METRICS 12, US-shaped: 3,000 to live on take P 5,283.89, R 6,009.92, G 6,393.53 a month', () => {
  expect(grossUp({ needs: 12 * 3_000_00, health: 9_325_00 }, US)).toEqual({ profit: 5_283_89, income: 6_009_92, charged: 6_393_53 })
})

const share = fc.integer({ min: 0, max: 4_000 })
const model: fc.Arbitrary<TaxModel> = fc.record({ tax: share, monthsOff: fc.integer({ min: 0, max: 600 }), fee: share }).chain((common) =>
  fc.oneof(
    fc.constant({ shape: 'generic' as const, ...common }),
    fc
      .record({ pension: fc.integer({ min: 0, max: 2_000 }), costs: fc.nat(500_00) })
      .map((more) => ({ shape: 'us' as const, ...common, ...more })),
  ),
)
const year = fc.record({ needs: fc.nat(100_000_00), health: fc.nat(10_000_00) }).filter(({ needs }) => needs > 0)

test('what has to come in carries just what it was worked out from', () => {
  fc.assert(
    fc.property(year, model, (of, by) => {
      const carried = carries(grossUp(of, by).income, of.health, by)
      expect(Math.abs(12 * carried - of.needs - of.health)).toBeLessThanOrEqual(12)
    }),
    { numRuns: 100 },
  )
})

test('who needs more must earn more, and what is charged is never less than what comes in', () => {
  fc.assert(
    fc.property(year, model, fc.nat(1_000_00), (of, by, more) => {
      const [less, most] = [grossUp(of, by), grossUp({ ...of, needs: of.needs + more }, by)]
      expect(most.income).toBeGreaterThanOrEqual(less.income)
      expect(less.charged).toBeGreaterThanOrEqual(less.income)
      expect(less.income).toBeGreaterThanOrEqual(less.profit)
    }),
    { numRuns: 100 },
  )
})

test('nothing is worked out for one who needs nothing, or of shares that leave nothing', () => {
  expect(grossUp({ needs: 0, health: 0 }, US)).toEqual({ profit: 0, income: 0, charged: 0 })
  expect(leavesSomething(US)).toBe(true)
  expect(leavesSomething({ ...US, tax: 9_000 })).toBe(false)
  expect(leavesSomething({ ...GENERIC, tax: 9_500 })).toBe(true)
  expect(leavesSomething({ ...GENERIC, tax: 9_501 })).toBe(false)
})

test('what one takes home is after tax and health cover, with nothing kept for months off', () => {
  expect(takeHome(4_000_00, 12 * 300_00, GENERIC)).toBe(2_700_00)
  expect(takeHome(5_383_89, 9_325_00, US)).toBe(3_000_00)
})
