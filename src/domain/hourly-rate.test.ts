import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bringing, hourlyRate, perHour, type MonthWork } from './hourly-rate.ts'

const month = (net: number, hours: number): MonthWork => ({ net, minutes: hours * 60 })

test('an hour brings what six months brought by all their hours, and the range is of three months in a row', () => {
  // 6,000 in 200 h: 30 an hour. Three months: 3,300/100 = 33, 3,200/102 = 31.37, 3,100/98 = 31.63, 2,700/100 = 27.
  const months = [month(1_000_00, 30), month(1_200_00, 36), month(1_100_00, 34), month(900_00, 32), month(1_100_00, 32), month(700_00, 36)]
  expect(hourlyRate(months)).toEqual({ rate: 30_00, range: { low: 27_00, high: 33_00 }, months: 6, minutes: 12_000 })
  // Older months do not count.
  expect(hourlyRate([month(9_999_00, 1), ...months])).toEqual(hourlyRate(months))
})

test('a month of which the time is not known counts neither money nor hours', () => {
  const some = [null, month(300_00, 10), month(300_00, 10), null, month(600_00, 10), month(0, 10)]
  expect(hourlyRate(some)).toEqual({ rate: 30_00, range: null, months: 4, minutes: 2_400 })
  expect(hourlyRate([null, null, null, null, month(1, 10), month(1, 10)])).toBe('few')
  expect(hourlyRate([])).toBe('few')
})

test('work that takes less than an hour a month has no rate', () => {
  expect(hourlyRate([month(500_00, 0), month(500_00, 1), month(500_00, 1)])).toBe('no time')
  expect(hourlyRate([month(500_00, 1), month(500_00, 1), month(500_00, 1)])).toMatchObject({ rate: 500_00 })
})

test('rates and what they bring are rounded half to even', () => {
  expect([perHour(100, 90), perHour(5, 24), perHour(-100, 90), bringing(31_37, 45), bringing(1, 30)]).toEqual([67, 12, -67, 23_53, 0])
})

const anyMonth = fc.option(fc.record({ net: fc.integer({ min: -10_000, max: 500_000 }), minutes: fc.integer({ min: 60, max: 9_000 }) }))

test('the rate of whole six months lies within the range of their halves, and the range holds its own ends', () => {
  fc.assert(
    fc.property(fc.array(anyMonth, { maxLength: 8 }), (months) => {
      const told = hourlyRate(months)
      if (typeof told === 'string' || !told.range) return
      expect(told.range.low).toBeLessThanOrEqual(told.range.high)
      if (told.months === 6) {
        // The six months are their two halves, and both are among the windows.
        expect(told.rate).toBeGreaterThanOrEqual(told.range.low - 1)
        expect(told.rate).toBeLessThanOrEqual(told.range.high + 1)
      }
    }),
    { numRuns: 100 },
  )
})
