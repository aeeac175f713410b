import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { amountsOfKind, ENTRY_KINDS, isIncome, withEdit, type Sighting } from './entry.ts'
import { net, NOTHING } from './money.ts'

const sighting: Sighting = {
  ...NOTHING,
  gross: 500,
  key: 'a',
  at: '2026-11-02',
  kind: 'payment',
  currency: 'EUR',
  months: 1,
  name: 'Quiet Heron',
}

test('money that comes counts up and money that leaves counts down, whatever the kind', () => {
  const leaves = new Set(['refund', 'chargeback', 'fee'])
  fc.assert(
    fc.property(fc.constantFrom(...ENTRY_KINDS), fc.integer(), (kind, amount) => {
      const parts = amountsOfKind(kind, amount)
      expect(net(parts)).toBe(leaves.has(kind) ? 0 - amount : amount)
      expect([parts.gross, parts.fees, parts.refunds, parts.tax].filter((part) => part !== 0)).toHaveLength(amount === 0 ? 0 : 1)
    }),
  )
})

test('only transfers are no income', () => {
  expect(ENTRY_KINDS.filter((kind) => !isIncome(kind))).toEqual(['transfer'])
})

test('an edit lies over a line and leaves the facts below as they are', () => {
  expect(withEdit(sighting, { gross: 700, note: 'corrected' })).toEqual({ ...sighting, gross: 700, note: 'corrected' })
  expect(withEdit(sighting, { deleted: true })).toEqual(sighting)
  expect(withEdit(sighting, undefined)).toBe(sighting)
  expect(sighting.gross).toBe(500)
})
