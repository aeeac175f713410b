import type { Sighting } from '#domain/entry.ts'
import type { Minor } from '#domain/money.ts'
import type { Moment } from '#domain/zone.ts'
import { lineOf } from '../line.ts'
import type { Ordinals } from '../repeats.ts'

/** Money that came into a balance or left it, as either of Wise's exports tells. */
export interface Movement {
  id: string
  at: Moment
  currency: string
  /** What the balance gained, after fees; below 0 what it lost. */
  amount: Minor
  /** What Wise kept of it; 0 where it tells nothing. */
  fees: Minor
  /** Whether the export tells less of it than the other may. */
  yields?: boolean
  /** Whether somebody else sent it: everything else only moves money or spends it. */
  isPayment: boolean
  name: string
  note: string
}

/** Old exports name a transfer by its number alone. */
export function idOf(text: string): string {
  return /^\d+$/.test(text) ? `TRANSFER-${text}` : text.toUpperCase()
}

/** What goes back to a card bears the id of what was bought, and may go back in equal parts. */
const IN_PARTS = /^(CARD|DIRECT_DEBIT)/

/** A conversion has one id in two balances, and money that is sent back keeps the id of the transfer: the amount tells them apart. */
export function keyOf({ id, currency, amount, at }: Omit<Movement, 'isPayment'>): string {
  return [id, currency, amount, ...(IN_PARTS.test(id) ? [at.slice(0, 10)] : [])].join(':')
}

export function linesOf(m: Movement, ordinals: Ordinals): Sighting[] {
  const key = ordinals.next(keyOf(m))
  const facts = { key, at: m.at, currency: m.currency, name: m.name, note: m.note }
  if (!m.isPayment) return [lineOf({ ...facts, kind: 'transfer', gross: m.amount })]
  return [lineOf({ ...facts, kind: 'payment', gross: m.amount + m.fees, fees: m.fees, patron: m.name, yields: m.yields ?? false })]
}
