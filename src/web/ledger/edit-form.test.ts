import { expect, test } from 'vitest'
import type { Entry } from '#contract/entry.ts'
import { editOf, entryTrouble, formOf, undeleted } from './edit-form.ts'

const entry: Entry = {
  id: '1.a',
  stream: 1,
  streamName: 'Shop',
  ventureName: 'Zines',
  key: 'a',
  day: '2026-11-23',
  month: '2026-11',
  at: '2026-11-23T10:00:00Z',
  kind: 'payment',
  currency: 'EUR',
  gross: 500,
  fees: 35,
  refunds: 0,
  tax: 0,
  net: 465,
  home: null,
  rate: 'none',
  months: 1,
  edit: null,
  byHand: false,
}

test('a form that is not touched changes nothing', () => {
  expect(editOf(entry, formOf(entry))).toBeNull()
})

test('an edit holds only what differs, and what was changed before', () => {
  const form = { ...formOf(entry), day: '2026-11-24', fees: 40, months: '12', name: ' Ada ' }
  expect(editOf(entry, form)).toEqual({ at: '2026-11-24', fees: 40, months: 12, name: 'Ada' })
  expect(editOf({ ...entry, edit: { note: 'x', deleted: true } }, { ...formOf(entry), gross: 600 })).toEqual({ note: 'x', gross: 600 })
})

test('what cannot be saved is said by its field', () => {
  expect(entryTrouble(formOf(entry))).toEqual({})
  expect(Object.keys(entryTrouble({ ...formOf(entry), day: '', gross: undefined, months: '121' }))).toEqual(['day', 'gross', 'months'])
  for (const months of ['1', '99', '110', '120']) expect(entryTrouble({ ...formOf(entry), months })).toEqual({})
})

test('a line that comes back keeps what was changed besides', () => {
  expect(undeleted({ deleted: true })).toBeNull()
  expect(undeleted({ deleted: true, name: 'Ada' })).toEqual({ name: 'Ada' })
})
