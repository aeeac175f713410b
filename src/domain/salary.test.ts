import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { besidesWage, equivalentWage, priceOfFreedom, takeHomeOfWage } from './salary.ts'

const deductions = { social: 765, tax: 1_200, premium: 120_00 }

test('METRICS 13: 3,000 taken home are a wage of 3,883.01', () => {
  expect(equivalentWage(3_000_00, deductions)).toBe(3_883_01)
  expect(takeHomeOfWage(3_883_01, deductions)).toBe(3_000_00)
})

test('a wage is what its take-home leads back to', () => {
  fc.assert(
    fc.property(fc.nat(2_000_000), fc.nat(4_000), fc.nat(4_000), fc.nat(50_000), (own, social, tax, premium) => {
      const wage = equivalentWage(own, { social, tax, premium })
      expect(Math.abs(takeHomeOfWage(wage, { social, tax, premium }) - own)).toBeLessThanOrEqual(1)
    }),
    { numRuns: 100 },
  )
})

test('N5: freedom costs what a job would leave more, by the hour, or it pays', () => {
  expect(priceOfFreedom({ job: 2_378_20, own: 2_000_00, minutes: 62 * 60 })).toBe(6_10)
  expect(priceOfFreedom({ job: 1_800_00, own: 2_000_00, minutes: 100 * 60 })).toBe(-2_00)
})

test('what an employer adds is told part by part', () => {
  expect(besidesWage(3_600_00, { premium: 657_08, pension: 300, leave: 125 })).toEqual({ premium: 657_08, pension: 108_00, leave: 375_00 })
})
