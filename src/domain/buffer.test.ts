import { expect, test } from 'vitest'
import { paidDaysOff } from './buffer.ts'

test('METRICS 11: 9,000 above a floor of 6,000 at an enough of 2,000 are 32.6 paid days off', () => {
  expect(paidDaysOff({ buffer: 9_000_00, floor: 6_000_00, enough: 2_000_00 })).toBe(326)
})

test('a buffer at or under its floor has earned none', () => {
  expect(paidDaysOff({ buffer: 6_000_00, floor: 6_000_00, enough: 2_000_00 })).toBe(0)
  expect(paidDaysOff({ buffer: -1, floor: 6_000_00, enough: 2_000_00 })).toBe(0)
})
