import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { dayFromNumber } from './month.ts'
import { dayOf, isMoment, isWholeMonth, isZone, wallClock, zone } from './zone.ts'

const ZONES = [
  'UTC',
  'Europe/Berlin',
  'America/New_York',
  'America/St_Johns',
  'Asia/Kolkata',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'Pacific/Chatham',
  'Pacific/Apia',
  'Pacific/Kiritimati',
  'Africa/Casablanca',
]

const instant = (time: number): string => new Date(time).toISOString().replace(/\.\d+Z/, 'Z')

test('an instant stands on the day that Intl shows for it, whatever was asked before', () => {
  const zones = ZONES.map((name) => ({
    where: zone(name),
    shown: new Intl.DateTimeFormat('sv-SE', { timeZone: name, year: 'numeric', month: '2-digit', day: '2-digit' }),
  }))
  const time = fc.integer({ min: Date.UTC(1999, 0, 1) / 1000, max: Date.UTC(2035, 0, 1) / 1000 })
  fc.assert(
    fc.property(fc.constantFrom(...zones), time, ({ where, shown }, seconds) => {
      expect(where.dayOf(instant(seconds * 1000))).toBe(shown.format(seconds * 1000))
    }),
    { numRuns: 2000 },
  )
})

test('in a zone a day is never more than one off from the day in UTC', () => {
  const time = fc.integer({ min: 0, max: 25_000 })
  const zones = ZONES.map(zone)
  fc.assert(
    fc.property(fc.constantFrom(...zones), time, fc.integer({ min: 0, max: 86_399 }), (where, day, second) => {
      const near = [-1, 0, 1].map((step) => dayFromNumber(day + step))
      expect(near).toContain(where.dayOf(instant((day * 86_400 + second) * 1000)))
    }),
  )
})

test('Berlin: the days on which clocks are changed end at midnight of the wall', () => {
  const berlin = zone('Europe/Berlin')
  const days = ['2024-03-30T22:59:59Z', '2024-03-30T23:00:00Z', '2024-03-31T21:59:59Z', '2024-03-31T22:00:00Z'].map(berlin.dayOf)
  expect(days).toEqual(['2024-03-30', '2024-03-31', '2024-03-31', '2024-04-01'])
  const autumn = ['2024-10-26T21:59:59Z', '2024-10-26T22:00:00Z', '2024-10-27T22:59:59Z', '2024-10-27T23:00:00Z'].map(berlin.dayOf)
  expect(autumn).toEqual(['2024-10-26', '2024-10-27', '2024-10-27', '2024-10-28'])
})

test('New York: a payment after midnight in UTC still belongs to the evening before', () => {
  const york = zone('America/New_York')
  expect(york.dayOf('2024-03-10T04:59:59Z')).toBe('2024-03-09')
  expect(york.dayOf('2024-03-11T03:59:59Z')).toBe('2024-03-10')
  expect(york.dayOf('2024-11-03T03:59:59Z')).toBe('2024-11-02')
  expect(york.dayOf('2024-11-04T04:59:59Z')).toBe('2024-11-03')
  expect(york.dayOf('2024-02-29T12:00:00Z')).toBe('2024-02-29')
  expect(york.dayOf('2024-03-01T04:00:00Z')).toBe('2024-02-29')
})

test('St John’s until 2011: a day may come back a minute after it was over', () => {
  const johns = zone('America/St_Johns')
  const days = ['2010-11-07T02:29:59Z', '2010-11-07T02:30:30Z', '2010-11-07T02:31:30Z', '2010-11-07T03:30:00Z'].map(johns.dayOf)
  expect(days).toEqual(['2010-11-06', '2010-11-07', '2010-11-06', '2010-11-07'])
})

test('Samoa had no 30 December 2011', () => {
  const apia = zone('Pacific/Apia')
  expect(['2011-12-30T09:59:59Z', '2011-12-30T10:00:00Z'].map(apia.dayOf)).toEqual(['2011-12-29', '2011-12-31'])
})

test('an unknown zone and an unreadable instant are refused', () => {
  expect(isZone('Europe/Berlin')).toBe(true)
  expect(isZone('Europe/Atlantis')).toBe(false)
  expect(() => zone('Europe/Atlantis')).toThrow(RangeError)
  expect(() => zone('UTC').dayOf('yesterday')).toThrow('Failed to place an instant')
})

test('only an instant follows the zone; a wall time and a day keep their own date', () => {
  const [tokyo, york] = [zone('Asia/Tokyo'), zone('America/New_York')]
  const placed = (at: string) => [dayOf(at, tokyo), dayOf(at, york)]
  expect(placed('2024-06-30T18:00:00Z')).toEqual(['2024-07-01', '2024-06-30'])
  expect(placed('2024-06-30T23:59:59')).toEqual(['2024-06-30', '2024-06-30'])
  expect(placed('2024-06-30')).toEqual(['2024-06-30', '2024-06-30'])
})

test('a whole month stands on its last day, a running one on the day of the export', () => {
  const utc = zone('UTC')
  expect(dayOf('2024-02', utc)).toBe('2024-02-29')
  expect(dayOf('2024-02', utc, '2024-02-10')).toBe('2024-02-10')
  expect(dayOf('2024-02', utc, '2024-03-10')).toBe('2024-02-29')
  expect(dayOf('2024-02', utc, '2024-01-10')).toBe('2024-02-29')
  expect(isWholeMonth('2024-02')).toBe(true)
  expect(isWholeMonth('2024-02-01')).toBe(false)
})

test('a moment has one of four shapes', () => {
  const moments = ['2024-06', '2024-06-30', '2024-06-30T10:38:06', '2024-06-30T10:38:06Z']
  const others = [
    '2024',
    '2024-13',
    '2024-06-31',
    '2024-06-31T10:00:00Z',
    '2024-06-30T24:00:00Z',
    '2024-06-30T10:38Z',
    '2024-06-30T10:38:06+02:00',
    '',
  ]
  expect(moments.map(isMoment)).toEqual(moments.map(() => true))
  expect(others.map(isMoment)).toEqual(others.map(() => false))
})

test('a wall time and its zone give the instant at which a clock there shows it', () => {
  const clocks = ZONES.map((name) => ({
    read: wallClock(name),
    shown: new Intl.DateTimeFormat('sv-SE', { timeZone: name, dateStyle: 'short', timeStyle: 'medium' }),
  }))
  const time = fc.integer({ min: Date.UTC(1999, 0, 1) / 1000, max: Date.UTC(2035, 0, 1) / 1000 })
  fc.assert(
    fc.property(fc.constantFrom(...clocks), time, ({ read, shown }, seconds) => {
      const wall = shown.format(seconds * 1000).replace(' ', 'T')
      expect(shown.format(Date.parse(read(wall))).replace(' ', 'T')).toBe(wall)
    }),
  )
  expect(wallClock('Europe/Berlin')('2025-06-07T19:54:41')).toBe('2025-06-07T17:54:41Z')
  expect(wallClock('America/Los_Angeles')('2026-03-08T03:00:00')).toBe('2026-03-08T10:00:00Z')
})
