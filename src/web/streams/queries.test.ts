import { expect, test } from 'vitest'
import { streamId, streamSpan, yearParams } from './queries.ts'

test('a stream shows what the screen does, or all of it where it has been silent for longer', () => {
  expect(streamSpan('2024-12-01', '2026-11-23', '24')).toBe('24')
  expect(streamSpan('2024-12-01', '2026-11-23', '6')).toBe('6')
  expect(streamSpan('2024-11-30', '2026-11-23', '24')).toBe('all')
  expect(streamSpan(null, '2026-11-23', '24')).toBe('24')
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
