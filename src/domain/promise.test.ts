import { expect, test } from 'vitest'
import { promiseOf, recalibrated, recordOf, scored, type FrozenPromise } from './promise.ts'

const promise: FrozenPromise = {
  month: '2026-01',
  low: 800,
  middle: 1_000,
  high: 1_200,
  recalibration: 1_000,
  currency: 'EUR',
  made: '2026-01-02',
}

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

test('the record holds the months that are over, in the money of now', () => {
  const at = (month: string, currency = 'EUR') => ({ ...promise, month, currency })
  const promises = [at('2026-01', 'USD'), at('2026-02'), at('2026-03'), at('2026-04')]
  const nets = new Map([['2026-02', 1_100]])
  const record = recordOf(promises, { currency: 'EUR', running: '2026-04', netOf: (month) => nets.get(month) ?? 0 })
  expect(record.map(({ month, outcome }) => [month, outcome])).toEqual([
    ['2026-02', 'inside'],
    ['2026-03', 'under'],
  ])
})

test('a book promises its next month from six full months on', () => {
  const months = (count: number) => [{ kind: 'wage' as const, net: Array.from({ length: count }, () => 700) }]
  expect(promiseOf({ streams: months(5), first: '2026-01', recalibration: 1_000 })).toBeNull()
  expect(promiseOf({ streams: months(6), first: '2026-01', recalibration: 1_000 })).toEqual({ low: 700, middle: 700, high: 700 })
})
