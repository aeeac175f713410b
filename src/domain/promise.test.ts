import { expect, test } from 'vitest'
import { recalibrated, scored, type FrozenPromise } from './promise.ts'

const promise: FrozenPromise = { month: '2026-01', low: 800, middle: 1_000, high: 1_200, recalibration: 1_000 }

/** A record of so many months that each missed the middle by so much. */
function record(misses: readonly number[], more: Partial<FrozenPromise> = {}) {
  return misses.map((miss) => scored({ ...promise, ...more }, promise.middle + miss))
}

test('a month is under, inside or over what was promised; the ends are inside', () => {
  expect([799, 800, 1_200, 1_201].map((net) => scored(promise, net).outcome)).toEqual(['under', 'inside', 'inside', 'over'])
})

test('a record of fewer than eight months moves nothing', () => {
  expect(recalibrated(record([900, 900, 900, 900, 900, 900, 900]))).toBe(1_000)
})

test('the band is moved by the 0.8 quantile of the misses in halfwidths, between 0.8 and 2', () => {
  expect(recalibrated(record([0, 0, 0, 0, 0, 0, 250, 260]))).toBe(1_250)
  expect(recalibrated(record([0, 0, 0, 0, 0, 0, 0, 0]))).toBe(800)
  expect(recalibrated(record([900, 900, 900, 900, 900, 900, 900, 900]))).toBe(2_000)
})

test('a record that was moved already is not moved twice', () => {
  // The same misses against bands that the record had made half as wide again.
  const moved = { low: 700, high: 1_300, recalibration: 1_500 }
  expect(recalibrated(record([0, 0, 0, 0, 0, 0, 250, 260], moved))).toBe(1_250)
})
