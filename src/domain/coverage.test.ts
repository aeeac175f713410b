import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { coveredMonth } from './coverage.ts'
import { addDays, lastDay, monthOf } from './month.ts'

const first = '2024-01'

test('a month is covered when every import reaches its last day', () => {
  const covered = (...reached: string[]) => coveredMonth({ today: '2026-11-23', first, reached, told: '2026-10' })
  expect(covered('2026-10-31')).toBe('2026-10')
  expect(covered('2026-10-30')).toBe('2026-09')
  expect(covered('2026-11-01', '2026-08-31')).toBe('2026-08')
  expect(covered('2026-11-23')).toBe('2026-10')
})

test('money that is typed in covers the closed months up to the last of which anything is told', () => {
  expect(coveredMonth({ today: '2026-11-23', first, reached: [], told: '2026-10' })).toBe('2026-10')
  expect(coveredMonth({ today: '2026-11-23', first, reached: [], told: '2026-07' })).toBe('2026-07')
  expect(coveredMonth({ today: '2026-11-23', first, reached: [], told: null })).toBeNull()
})

test('nothing is covered before the first month with money', () => {
  expect(coveredMonth({ today: '2026-11-23', first: null, reached: [], told: '2026-10' })).toBeNull()
  expect(coveredMonth({ today: '2026-11-23', first: '2026-11', reached: [], told: null })).toBeNull()
  expect(coveredMonth({ today: '2026-11-23', first: '2026-06', reached: ['2026-06-29'], told: '2026-10' })).toBeNull()
})

test('a covered month is closed, and no import ends before it does', () => {
  const day = fc.integer({ min: 0, max: 1_500 }).map((count) => addDays('2023-01-01', count))
  fc.assert(
    fc.property(day, fc.array(day, { minLength: 1, maxLength: 4 }), (today, reached) => {
      const month = coveredMonth({ today, first: '2000-01', reached, told: null })
      if (month === null) throw new Error('The first month lies long before.')
      expect(month < monthOf(today) && reached.every((end) => end >= lastDay(month))).toBe(true)
    }),
  )
})
