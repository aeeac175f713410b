import type { Sighting } from '#domain/entry.ts'
import type { Minor } from '#domain/money.ts'
import type { Moment } from '#domain/zone.ts'
import { lineOf } from '../line.ts'
import type { Role } from './categories.ts'

/** One balance transaction, whether a row of a report or the API tells of it. */
export interface Movement {
  id: string
  at: Moment
  role: Role
  /** Whether a customer was charged, as against other money that comes in. */
  isCharge: boolean
  currency: string
  gross: Minor
  fees: Minor
  net: Minor
  description: string
  /** Ids of the charge and its payment intent. */
  charges: string[]
  patron: string
  name: string
}

/** The lines that one movement writes. Only a charge bears a reference: a refund would else prove a charge that is not told. */
export function linesOf(m: Movement): Sighting[] {
  const facts = { key: m.id, at: m.at, currency: m.currency, note: m.description }
  const who = { patron: m.patron, name: m.name }
  const gap = m.gross - m.fees - m.net
  switch (m.role) {
    case 'fee':
      // Stripe prints the fee as amount and as fee; it is counted once, as what left.
      return [lineOf({ ...facts, kind: 'fee', fees: 0 - m.net })]
    case 'payment':
      return [lineOf({ ...facts, ...who, kind: 'payment', gross: m.gross, fees: m.fees, ref: m.charges[0] }), ...gapLines(m, gap)]
    case 'refund':
    case 'chargeback':
      return [lineOf({ ...facts, ...who, kind: m.role, refunds: 0 - m.gross, fees: m.fees }), ...gapLines(m, gap)]
    case 'adjustment':
      return [lineOf({ ...facts, kind: 'adjustment', gross: m.gross, fees: m.fees }), ...gapLines(m, gap)]
    case 'transfer':
      return [lineOf({ ...facts, kind: 'transfer', gross: m.net + m.fees }), ...payoutFee(m)]
  }
}

/** The fee of an instant payout is money gone, though the payout only moves money. */
function payoutFee(m: Movement): Sighting[] {
  if (m.fees === 0) return []
  const note = m.description === '' ? 'Fee of a transfer' : `Fee of: ${m.description}`
  return [lineOf({ key: `${m.id}:fee`, at: m.at, kind: 'fee', currency: m.currency, fees: m.fees, note })]
}

/** Where the stated net is not gross less fee, the net wins and the gap is shown. */
function gapLines(m: Movement, gap: Minor): Sighting[] {
  if (gap === 0) return []
  const note = `The net that Stripe states is not gross less fee. ${m.description}`
  return [lineOf({ key: `${m.id}:gap`, at: m.at, kind: 'adjustment', currency: m.currency, gross: 0 - gap, note })]
}
