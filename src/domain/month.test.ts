import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  addDays,
  addMonths,
  dayFromNumber,
  dayNumber,
  dayOfMonth,
  daysInMonth,
  isDay,
  isMonth,
  lastDay,
  monthOf,
  monthRange,
  monthsBetween,
} from './month.ts'

const DAY_MS = 86_400_000
const month = fc
  .tuple(fc.integer({ min: 100, max: 9800 }), fc.integer({ min: 1, max: 12 }))
  .map(([y, m]) => `${String(y).padStart(4, '0')}-${String(m).padStart(2, '0')}`)
/** Days of the years 100 to 9800. */
const number = fc.integer({ min: -683_000, max: 2_860_000 })

test('adding months and taking them off again gives the same month', () => {
  fc.assert(
    fc.property(month, fc.integer({ min: -1100, max: 1100 }), (from, count) => {
      const to = addMonths(from, count)
      expect(isMonth(to)).toBe(true)
      expect(addMonths(to, -count)).toBe(from)
      expect(monthsBetween(from, to)).toBe(count)
    }),
  )
})

test('months in order of time are in order of text', () => {
  fc.assert(
    fc.property(month, month, (a, b) => {
      expect(a < b).toBe(monthsBetween(a, b) > 0)
    }),
  )
})

test('a range of months holds both ends and every step between', () => {
  fc.assert(
    fc.property(month, fc.integer({ min: 0, max: 60 }), (from, count) => {
      const range = monthRange(from, addMonths(from, count))
      expect(range).toHaveLength(count + 1)
      expect(range.slice(1)).toEqual(range.slice(0, -1).map((each) => addMonths(each, 1)))
    }),
  )
  expect(monthRange('2026-02', '2026-01')).toEqual([])
})

test('a day number and its day turn into each other', () => {
  fc.assert(
    fc.property(number, (n) => {
      expect(dayNumber(dayFromNumber(n))).toBe(n)
    }),
  )
})

test('days are counted as Date.UTC counts them', () => {
  fc.assert(
    fc.property(number, (n) => {
      expect(dayFromNumber(n)).toBe(new Date(n * DAY_MS).toISOString().slice(0, 10))
    }),
    { numRuns: 2000 },
  )
})

test('every day from 1999 to 2031 exists and is the day after the one before', () => {
  const first = dayNumber('1999-01-01')
  const days = Array.from({ length: dayNumber('2031-12-31') - first + 1 }, (_, i) => dayFromNumber(first + i))
  expect(days.filter((day) => !isDay(day))).toEqual([])
  expect(days.slice(1)).toEqual(days.slice(0, -1).map((day) => addDays(day, 1)))
  expect(days).toEqual([...new Set(days)].sort())
  expect(days).toHaveLength(33 * 365 + 8)
})

test('a month is as long as from its first day to the first of the next', () => {
  fc.assert(
    fc.property(month, (each) => {
      expect(daysInMonth(each)).toBe(dayNumber(`${addMonths(each, 1)}-01`) - dayNumber(`${each}-01`))
    }),
  )
})

test('the last day of a month is followed by another month', () => {
  fc.assert(
    fc.property(month, (each) => {
      expect(monthOf(lastDay(each))).toBe(each)
      expect(monthOf(addDays(lastDay(each), 1))).toBe(addMonths(each, 1))
    }),
  )
})

test('29 February exists in leap years only', () => {
  const leap = ['2024-02-29', '2000-02-29', '2400-02-29'].map(isDay)
  const common = ['2023-02-29', '2025-02-29', '1900-02-29', '2100-02-29'].map(isDay)
  expect([leap, common]).toEqual([
    [true, true, true],
    [false, false, false, false],
  ])
  expect(addDays('2024-02-28', 1)).toBe('2024-02-29')
  expect(addDays('2024-02-29', 366)).toBe('2025-03-01')
  expect(dayOfMonth('2024-02', 31)).toBe('2024-02-29')
  expect(dayOfMonth('2023-02', 31)).toBe('2023-02-28')
})

test.each([
  '2024-2-1',
  '2024-13-01',
  '2024-00-10',
  '2024-04-31',
  '2024-01-00',
  '2024-01-32',
  '24-01-01',
  '2024-01-01 ',
  '2024-01-01\n',
  '',
  '2024-01',
])('"%s" is no day', (text) => expect(isDay(text)).toBe(false))

test.each(['2024', '2024-1', '2024-13', '2024-00', '2024-01-01', ' 2024-01', ''])('"%s" is no month', (text) =>
  expect(isMonth(text)).toBe(false),
)
