import { expect, test } from 'vitest'
import type { Sighting } from '#domain/entry.ts'
import { asInstant } from './import-line.ts'
import { tallied } from './import-report.ts'

const line: Sighting = { key: 'k', at: '2024-05-03', kind: 'payment', currency: 'EUR', gross: 1, fees: 0, refunds: 0, tax: 0, months: 1 }

test('moments of every shape can be ordered as instants', () => {
  expect(asInstant('2024-05-03T10:00:00Z')).toBe('2024-05-03T10:00:00Z')
  expect(asInstant('2024-05-03T10:00:00')).toBe('2024-05-03T10:00:00Z')
  expect(asInstant('2024-05-03')).toBe('2024-05-03T00:00:00Z')
  expect(asInstant('2024-02')).toBe('2024-02-29T00:00:00Z')
})

test('a row of several lines has one outcome: what was known before and has changed is updated, though a line is new', () => {
  const rows = [
    { transfer: false, lines: [line, line] },
    { transfer: false, lines: [line, line] },
    { transfer: false, lines: [line, line] },
    { transfer: false, lines: [line] },
    { transfer: true, lines: [line] },
    { transfer: false, lines: [] },
  ]
  const tally = tallied(rows, ['added', 'added', 'unchanged', 'added', 'unchanged', 'updated', 'unchanged', 'added'])
  expect(tally).toEqual({ added: 1, updated: 2, unchanged: 2, transfers: 1 })
})
