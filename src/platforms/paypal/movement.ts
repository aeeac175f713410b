import type { Sighting } from '#domain/entry.ts'
import type { Minor } from '#domain/money.ts'
import type { Moment } from '#domain/zone.ts'
import { lineOf } from '../line.ts'
import { isTakenBack, type Role } from './kinds.ts'

/** One completed row that moved the balance. Amounts are signed as PayPal signs them: what leaves is negative. */
export interface Movement {
  id: string
  at: Moment
  role: Exclude<Role, 'aside'>
  type: string
  currency: string
  gross: Minor
  fee: Minor
  net: Minor
  /** Sales tax in the gross, without a sign: the state's, not income. */
  salesTax: Minor
  /** The transaction that this one belongs to; empty where PayPal names an agreement or nothing. */
  reference: string
  patron: string
  name: string
  note: string
}

type Kind = 'payment' | 'refund' | 'chargeback' | 'fee' | 'adjustment' | 'withdrawal' | 'transfer'

/** Money sent, and money that comes back from those it was sent to, is no income: only what was received can be taken back. */
function kindOf({ role, type, gross }: Movement): Kind {
  if (role === 'payment') return gross < 0 ? 'transfer' : 'payment'
  if (role === 'reversal') return gross < 0 ? 'chargeback' : 'transfer'
  if (role === 'refund') return gross < 0 || isTakenBack(type) ? 'refund' : 'transfer'
  return role
}

/** The lines that one row writes. */
export function linesOf(m: Movement): Sighting[] {
  const kind = kindOf(m)
  const facts = { key: m.id, at: m.at, currency: m.currency, note: m.note }
  const who = { patron: m.patron, name: m.name }
  const tie = m.reference === '' ? undefined : m.reference
  switch (kind) {
    case 'payment':
      return [lineOf({ ...facts, ...who, kind, gross: m.gross - m.salesTax, fees: 0 - m.fee, ref: m.id }), ...gapLines(m)]
    case 'refund':
    case 'chargeback': {
      const tax = m.gross < 0 ? m.salesTax : 0 - m.salesTax
      return [lineOf({ ...facts, ...who, kind, refunds: 0 - m.gross - tax, fees: 0 - m.fee, tie }), ...gapLines(m)]
    }
    case 'fee':
      return [lineOf({ ...facts, kind, fees: 0 - m.net, tie })]
    case 'adjustment':
      return [lineOf({ ...facts, kind, gross: m.gross, fees: 0 - m.fee }), ...gapLines(m)]
    case 'withdrawal':
      return [lineOf({ ...facts, kind: 'transfer', gross: m.net - m.fee }), ...withdrawalFee(m)]
    case 'transfer':
      return [lineOf({ ...facts, ...who, kind, gross: m.net })]
  }
}

/** What a withdrawal costs is gone, though the withdrawal only moves money. */
function withdrawalFee(m: Movement): Sighting[] {
  if (m.fee === 0) return []
  return [lineOf({ key: `${m.id}:fee`, at: m.at, kind: 'fee', currency: m.currency, fees: 0 - m.fee, note: `Fee of: ${m.type}` })]
}

/** Where the stated net is not gross and fee together, the net wins and the gap is shown. */
function gapLines(m: Movement): Sighting[] {
  const gap = m.net - m.gross - m.fee
  if (gap === 0) return []
  const note = 'The net that PayPal states is not gross and fee together.'
  return [lineOf({ key: `${m.id}:gap`, at: m.at, kind: 'adjustment', currency: m.currency, gross: gap, note })]
}
