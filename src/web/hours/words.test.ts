import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createFormat } from '#web/ui/format.ts'
import { monthsOfVentures } from './sums.ts'
import { durationWords, hoursWords, projectName } from './words.ts'

const en = createFormat('en', 'EUR')

test('a length of time is told in hours and minutes', () => {
  expect([0, 45, 60, 750, 60_000].map((minutes) => durationWords(minutes, en))).toEqual([
    '0 min',
    '45 min',
    '1 h',
    '12 h 30 min',
    '1,000 h',
  ])
})

test('a file of time says how much in how many projects, a file of money nothing', () => {
  const project = { project: 'a', venture: null, ventureName: null, kind: 'paid' as const, said: false, entries: 1, minutes: 750 }
  expect(hoursWords({ hours: { entries: 1, minutes: 750, projects: [project] } }, en)).toBe('12 h 30 min in 1 project.')
  expect(hoursWords({ hours: null }, en)).toBe('')
  expect([projectName({ project: '' }), projectName({ project: 'a' })]).toEqual(['Without a project', 'a'])
})

const sum = fc.record({
  month: fc.constantFrom('2024-01', '2024-02'),
  venture: fc.constantFrom(1, 2, null),
  ventureName: fc.constant(null),
  kind: fc.constantFrom('basic' as const, 'paid' as const, 'care' as const),
  minutes: fc.integer({ min: 1, max: 1000 }),
})

test('rows by month and venture add up to the sums, and their kinds to their total', () => {
  fc.assert(
    fc.property(fc.array(sum, { maxLength: 20 }), (sums) => {
      const rows = monthsOfVentures(sums)
      expect(rows.reduce((all, { total }) => all + total, 0)).toBe(sums.reduce((all, { minutes }) => all + minutes, 0))
      for (const { basic, paid, care, total } of rows) expect(basic + paid + care).toBe(total)
      expect(new Set(rows.map(({ month, venture }) => `${month} ${venture}`)).size).toBe(rows.length)
    }),
  )
})
