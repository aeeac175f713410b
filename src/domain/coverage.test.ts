import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { coveredMonth } from './coverage.ts'
import { addDays, lastDay, monthOf } from './month.ts'

const first = '2024-01'

test('a month is covered when every import reaches its last day', () => {
  const covered = (...reached: string[]) => coveredMonth({ today: '2026-11-23', first, reached })
  expect(covered('2026-10-31')).toBe('2026-10')
  expect(covered('2026-10-30')).toBe('2026-09')
  expect(covered('2026-11-01', '2026-08-31')).toBe('2026-08')
  expect(covered('2026-11-23')).toBe('2026-10')
})

test('money that is typed in covers all closed months', () => {
  expect(coveredMonth({ today: '2026-11-23', first, reached: [] })).toBe('2026-10')
})

test('nothing is covered before the first month with money', () => {
  expect(coveredMonth({ today: '2026-11-23', first: null, reached: [] })).toBeNull()
  expect(coveredMonth({ today: '2026-11-23', first: '2026-11', reached: [] })).toBeNull()
  expect(coveredMonth({ today: '2026-11-23', first: '2026-06', reached: ['2026-06-29'] })).toBeNull()
})

test('a covered month is closed, and no import ends before it does', () => {
  const day = fc.integer({ min: 0, max: 1_500 }).map((count) => addDays('2023-01-01', count))
  fc.assert(
    fc.property(day, fc.array(day, { maxLength: 4 }), (today, reached) => {
      const month = coveredMonth({ today, first: '2000-01', reached })
      if (month === null) throw new Error('The first month lies long before.')
      expect(month < monthOf(today) && reached.every((end) => end >= lastDay(month))).toBe(true)
    }),
  )
})
