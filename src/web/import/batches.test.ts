import { expect, test } from 'vitest'
import type { Import } from '#contract/import.ts'
import { createFormat } from '#web/ui/format.ts'
import { batchesOf, undoWords, wentTo } from './batches.ts'

const one = (id: number, told: Partial<Import> = {}): Import => ({
  id,
  batch: 'a',
  name: `${id}.csv`,
  layout: 'x',
  layoutName: 'X',
  savedAt: '2026-11-22T10:00:00Z',
  bytes: 1,
  rows: 1,
  added: 0,
  updated: 0,
  unchanged: 0,
  transfers: 0,
  nonRows: 0,
  complaints: 0,
  span: null,
  streams: [],
  hours: [],
  ...told,
})

test('files of one drop stand together, newest drop first', () => {
  const batches = batchesOf([one(3, { batch: 'b' }), one(2), one(1)])
  expect(batches.map(({ batch, imports }) => [batch, imports.map(({ id }) => id)])).toEqual([
    ['b', [3]],
    ['a', [2, 1]],
  ])
})

test('an undo says what goes, what goes back and what stays', () => {
  const words = undoWords([one(1, { added: 61, updated: 2, streams: ['Obtool · Stripe'] })], String)
  expect(words).toContain('What only this file told goes from Obtool · Stripe: up to 61 rows. 2 changed rows go back to how they were.')
  expect(undoWords([one(1)], String)).toContain('No row was new')
})

test('where an import went is never left empty', () => {
  const told = (more: Partial<Import>) => wentTo(one(1, more), createFormat('en-GB', 'EUR'))
  expect(told({ streams: ['Ko-fi', 'PayPal'] })).toBe('Ko-fi, PayPal')
  expect(told({ hours: ['Editing', '', 'Obtool'] })).toBe('Hours: Editing, no venture yet and Obtool')
  expect([told({ complaints: 1 }), told({})]).toEqual(['nowhere: no row could be read', 'nowhere'])
})
