import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isoMoment } from './moments.ts'

test.each([
  ['2024-06-30', '2024-06-30'],
  ['2024-06-30T10:38:06', '2024-06-30T10:38:06'],
  ['2024-06-30 10:38', '2024-06-30T10:38:00'],
  ['2024-06-30T10:38:06.917-04:00', '2024-06-30T14:38:06Z'],
  ['2023-05-07 21:46:01 +0200', '2023-05-07T19:46:01Z'],
  ['2024-01-01T00:30:00+01:00', '2023-12-31T23:30:00Z'],
  ['2024-06-30 10:38:06 UTC', '2024-06-30T10:38:06Z'],
  ['2024-02-30', undefined],
  ['2024-06-30T24:00:00', undefined],
  ['2024-06-30T10:38:06+99:00', undefined],
  ['0024-06-30', undefined],
  ['30.06.2024', undefined],
  ['', undefined],
])('%j is %s', (text, at) => expect(isoMoment(text, 'wall')).toBe(at))

test('a time without a zone is an instant where the platform writes UTC, a day stays a day', () => {
  expect(isoMoment('2024-06-30T10:38:06', 'utc')).toBe('2024-06-30T10:38:06Z')
  expect(isoMoment('2024-06-30', 'utc')).toBe('2024-06-30')
})

test('any instant, written with any offset, is the same instant', () => {
  const offset = fc.integer({ min: -840, max: 840 })
  const time = fc.integer({ min: Date.UTC(1975, 0), max: Date.UTC(2150, 0) })
  fc.assert(
    fc.property(time, offset, (at, minutes) => {
      const instant = `${new Date(at).toISOString().slice(0, 19)}Z`
      const wall = new Date(at + minutes * 60_000).toISOString().slice(0, 19)
      const hours = String(Math.floor(Math.abs(minutes) / 60)).padStart(2, '0')
      const rest = String(Math.abs(minutes) % 60).padStart(2, '0')
      expect(isoMoment(`${wall}${minutes < 0 ? '-' : '+'}${hours}:${rest}`, 'wall')).toBe(instant)
    }),
  )
})
