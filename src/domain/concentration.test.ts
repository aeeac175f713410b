import fc from 'fast-check'
import { expect, test } from 'vitest'
import { concentration, giftsMissing, sharesOf } from './concentration.ts'

/** The worked check of METRICS 7. */
const GIFTS = [120, 60, 40, 25, 25, 10, 10, 10, 5, 5, 5, 5, 3, 3, 2]
const amounts = fc.array(fc.integer({ min: -1_000, max: 1_000_000 }), { maxLength: 40 })

test('the worked check: fifteen gifts are as if five equal ones', () => {
  const { parts, total, top, hhi, effective } = concentration(GIFTS)
  expect([parts, total]).toEqual([15, 328])
  expect(top).toBeCloseTo(0.366, 3)
  expect(hhi).toBeCloseTo(0.198, 3)
  expect(effective).toBeCloseTo(5.1, 1)
})

test('what is missing is told in gifts of the middle size', () => {
  expect(giftsMissing([300, 500, 900], 1_700, 2_600)).toBe(2)
  expect(giftsMissing([300, 500, 900], 1_700, 2_700)).toBe(2)
  expect(giftsMissing([300, 500, 900], 1_700, 2_701)).toBe(3)
  expect(giftsMissing([300], 1_700, 1_000)).toBe(0)
  expect(giftsMissing([0, -5], 0, 1_000)).toBeNull()
})

test('nothing is carried by nobody', () => {
  expect(concentration([0, -3])).toEqual({ parts: 0, total: 0, top: 0, hhi: 0, effective: 0 })
})

test('shares sum to 1', () => {
  fc.assert(
    fc.property(amounts, (parts) => {
      const sum = sharesOf(parts).reduce((all, share) => all + share, 0)
      expect(sum).toBeCloseTo(parts.some((part) => part > 0) ? 1 : 0, 9)
    }),
  )
})

test('the effective number is never more than the number of parts, nor less than 1', () => {
  fc.assert(
    fc.property(amounts, (given) => {
      const { parts, effective } = concentration(given)
      expect(effective).toBeLessThanOrEqual(parts + 1e-9)
      if (parts > 0) expect(effective).toBeGreaterThanOrEqual(1 - 1e-9)
    }),
  )
})
