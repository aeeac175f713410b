import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Venture } from './book.ts'
import {
  guessedPlace,
  HOUR_KINDS,
  hoursByMonth,
  hoursByWeek,
  hourTrouble,
  minutesOf,
  mondayOf,
  placedHours,
  placesOf,
  secondsTrouble,
  type HourRecord,
  type HourSighting,
} from './hours.ts'
import { addDays, dayFromNumber } from './month.ts'
import { zone } from './zone.ts'

const venture = (id: number, name: string, more: Partial<Venture> = {}): Venture => {
  return { id, name, work: 'basic', archived: false, automatic: false, ...more }
}
const ventures = [
  venture(1, 'Obtool'),
  venture(2, 'Editing', { work: 'income' }),
  venture(3, 'Obtool docs'),
  venture(4, 'Old', { archived: true }),
]
const hour = (at: string, minutes: number, project = ''): HourSighting => ({ key: at, at, minutes, project })

test('seconds become minutes half to even', () => {
  expect([0, 29, 30, 31, 89, 90, 91, 3601].map(minutesOf)).toEqual([0, 0, 0, 1, 1, 2, 2, 60])
})

test('time that ends before it begins or lasts longer than a week is none', () => {
  expect([0, 604_800].map(secondsTrouble)).toEqual([undefined, undefined])
  expect(secondsTrouble(-1)).toBe('ends before it begins')
  expect(secondsTrouble(604_801)).toContain('forgotten')
  expect([1, 10_080, 0, 10_081, 0.5].map((minutes) => hourTrouble(hour('2024-01-01', minutes)))).toEqual([
    undefined,
    undefined,
    'minutes',
    'minutes',
    'minutes',
  ])
  expect(hourTrouble({ ...hour('2024-01-01', 1), key: '' })).toBe('key')
})

test('a project goes to the venture whose name it contains, as words, and has the kind of its work', () => {
  expect(guessedPlace('Big Company: obtool', ventures)).toEqual({ venture: 1, kind: 'basic' })
  expect(guessedPlace('personal:EDITING', ventures)).toEqual({ venture: 2, kind: 'paid' })
  expect(guessedPlace('Obtool-docs', ventures)).toEqual({ venture: 3, kind: 'basic' })
  expect(guessedPlace('Obtools', ventures)).toEqual({ venture: null, kind: 'paid' })
  expect(guessedPlace('Old', ventures)).toEqual({ venture: null, kind: 'paid' })
  expect(guessedPlace('', [...ventures, venture(5, '!')])).toEqual({ venture: null, kind: 'paid' })
})

test('what was said of a project outweighs its name', () => {
  const place = placesOf([{ project: 'Obtool', venture: null, kind: 'care' }], ventures)
  expect([place('Obtool'), place('Obtool site')]).toEqual([
    { venture: null, kind: 'care' },
    { venture: 1, kind: 'basic' },
  ])
})

test('time belongs to the day of its beginning in the zone of the book, a wall time to its own', () => {
  const place = placesOf([], ventures)
  const days = (name: string) =>
    placedHours([hour('2024-03-31T23:30:00Z', 60), hour('2024-03-31T23:30:00', 60)], place, zone(name)).map(({ day }) => day)
  expect(days('UTC')).toEqual(['2024-03-31', '2024-03-31'])
  expect(days('Europe/Berlin')).toEqual(['2024-04-01', '2024-03-31'])
})

test('weeks begin on a Monday', () => {
  expect(['2024-03-03', '2024-03-04', '2024-03-10', '1969-12-31'].map(mondayOf)).toEqual([
    '2024-02-26',
    '2024-03-04',
    '2024-03-04',
    '1969-12-29',
  ])
})

const record = fc.record({
  key: fc.constant('k'),
  at: fc.constant('2024-01-01'),
  project: fc.constant(''),
  day: fc.integer({ min: 19_700, max: 19_800 }).map(dayFromNumber),
  minutes: fc.integer({ min: 1, max: 600 }),
  venture: fc.constantFrom(1, 2, null),
  kind: fc.constantFrom(...HOUR_KINDS),
})
const total = (list: readonly { minutes: number }[]) => list.reduce((sum, { minutes }) => sum + minutes, 0)

test('sums by month and by week lose no minute, stand in order, and none of a place stands twice', () => {
  fc.assert(
    fc.property(fc.array(record, { maxLength: 40 }), (records: HourRecord[]) => {
      for (const sums of [hoursByMonth(records), hoursByWeek(records)]) {
        expect(total(sums)).toBe(total(records))
        expect(new Set(sums.map(({ period, venture: id, kind }) => `${period} ${id} ${kind}`)).size).toBe(sums.length)
        expect(sums.map(({ period }) => period)).toEqual(sums.map(({ period }) => period).toSorted())
      }
      for (const { day } of records) {
        const monday = mondayOf(day)
        expect(monday <= day && day < addDays(monday, 7)).toBe(true)
      }
    }),
  )
})
