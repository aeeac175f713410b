import fc from 'fast-check'
import { expect, test } from 'vitest'
import { lifetimeRange, pooledHazard, wilson80 } from './churn.ts'

test('the worked checks: 1 of 14 is 2 to 21 %, 10 of 140 is 5 to 10 %', () => {
  const ends = (k: number, n: number) => [wilson80(k, n).low.toFixed(4), wilson80(k, n).high.toFixed(4)]
  // By hand: (0.1301 ± 0.1059) ÷ 1.1173 and (0.0773 ± 0.0285) ÷ 1.0117.
  expect(ends(1, 14)).toEqual(['0.0216', '0.2112'])
  expect(ends(10, 140)).toEqual(['0.0482', '0.1046'])
  expect(wilson80(0, 12).low).toBe(0)
  expect(wilson80(12, 12).high).toBe(1)
})

test('the interval holds the share and lies in [0, 1]', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 5_000 }), fc.double({ min: 0, max: 1, noNaN: true }), (n, share) => {
      const k = Math.floor(n * share)
      const { low, high } = wilson80(k, n)
      expect(low).toBeGreaterThanOrEqual(0)
      expect(high).toBeLessThanOrEqual(1)
      expect(low).toBeLessThanOrEqual(k / n + 1e-12)
      expect(high).toBeGreaterThanOrEqual(k / n - 1e-12)
    }),
  )
})

test('the loss of a month is pulled towards 5 % where little is known', () => {
  expect(pooledHazard(0, 0)).toBeCloseTo(0.05, 12)
  expect(pooledHazard(10, 1_000)).toBeCloseTo(10.5 / 1_010, 12)
  // Of another assumption the pull is as strong, to where it says.
  expect(pooledHazard(0, 0, 1_250)).toBeCloseTo(0.125, 12)
  expect(pooledHazard(10, 1_000, 200)).toBeCloseTo(10.2 / 1_010, 12)
  expect(pooledHazard(0, 100, 0)).toBe(0)
})

test('a lifetime is told from 24 patron-years on, as a range', () => {
  expect(lifetimeRange(10, 287)).toBeNull()
  expect(lifetimeRange(0, 400)).toBeNull()
  const range = lifetimeRange(10, 400)
  expect(range?.low).toBeLessThan(40)
  expect(range?.high).toBeGreaterThan(40)
})
