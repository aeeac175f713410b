import { expect, test } from 'vitest'
import { readSpan, streamId, usualSpan, yearParams } from './queries.ts'

test('a stream shows two years, or all of it where it has been silent for longer', () => {
  expect(usualSpan('2024-12-01', '2026-11-23')).toBe('24')
  expect(usualSpan('2024-11-30', '2026-11-23')).toBe('all')
  expect(usualSpan(null, '2026-11-23')).toBe('24')
  expect(readSpan(new URLSearchParams('span=12'))).toBe('12')
  expect(readSpan(new URLSearchParams('span=13'))).toBeUndefined()
})

test('twelve months end with the running one', () => {
  expect(yearParams({ id: 'main', today: '2026-11-23' }, new URLSearchParams())).toEqual({
    book: 'main',
    from: '2025-12',
    to: '2026-11',
    lens: 'cash',
  })
})

test('an address that names no stream asks for one that is not there', () => {
  expect(streamId('12')).toBe(12)
  expect(streamId('x')).toBe(-1)
  expect(streamId(undefined)).toBe(-1)
})
