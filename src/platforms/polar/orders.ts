import type { Sighting } from '#domain/entry.ts'
import type { Minor } from '#domain/money.ts'
import type { Moment } from '#domain/zone.ts'
import type { Fields } from '../fields.ts'
import { lineOf } from '../line.ts'
import { PlainRows, plainReader, withFacts, type Found } from '../plain-table.ts'
import { Ordinals } from '../repeats.ts'
import { currencyOf } from './transaction.ts'

const NAMES = {
  email: ['Email'],
  created: ['Created At'],
  product: ['Product'],
  net: ['Net Amount'],
  currency: ['Currency'],
  status: ['Status'],
  invoice: ['Invoice number'],
  name: ['Customer Name', 'Billing Name'],
  refunded: ['Refunded Amount'],
} as const

interface Order {
  at: Moment
  currency: string
  amount: Minor
  refunded: Minor
  invoice: string
  who: { patron: string; name: string; note: string }
}

function take(fields: Fields, found: Found<keyof typeof NAMES>): Order | string {
  const text = (name: keyof typeof NAMES) => fields.text(found[name])
  const status = fields.needed(found.status).toLowerCase()
  if (/^(pending|draft|void|failed|unpaid)$/.test(status)) return 'not paid'
  if (!/^(paid|refunded|partially_refunded|)$/.test(status)) {
    fields.complain(found.status, `"${text('status')}" is no status that is known, so the order is not counted.`)
  }
  const currency = currencyOf(fields, found.currency)
  const amount = fields.money(found.net, currency)
  const told = fields.moneyIfAny(found.refunded, currency)
  if (status === 'partially_refunded' && told === 0) {
    fields.complain(found.refunded, `The status is "${text('status')}", but no amount says what was given back. Export this column, too.`)
  }
  return {
    at: fields.moment(found.created, 'wall'),
    currency,
    amount,
    refunded: status === 'refunded' && told === 0 ? amount : Math.min(told, amount),
    invoice: text('invoice'),
    who: { patron: text('email'), name: text('name'), note: text('product') },
  }
}

/** Orders tell no fees, so they count only where neither the income nor a payout tells the same days. */
function linesOf({ at, currency, amount, refunded, invoice, who }: Order, ordinals: Ordinals): Sighting[] {
  if (amount === 0) return []
  const key = ordinals.next(`order:${invoice || `${at}:${amount}`}`)
  const facts = { at, currency, ...who, yields: true }
  const lines = [lineOf({ ...facts, key, kind: 'payment', gross: amount })]
  if (refunded > 0) lines.push(lineOf({ ...facts, key: `${key}:refund`, kind: 'refund', refunds: refunded, tie: key }))
  return lines
}

export const polarOrders = plainReader({
  layout: { id: 'polar-orders', platform: 'polar', name: 'Polar, orders' },
  why: "It has each order's net amount, status and invoice number.",
  names: NAMES,
  needed: ['email', 'created', 'product', 'net', 'currency', 'status', 'invoice'],
  again: 'Export it again from Sales, Orders.',
  open(found) {
    const ordinals = new Ordinals()
    const rows = new PlainRows<Order>({ take: (fields) => take(fields, found), lines: (order) => linesOf(order, ordinals) })
    const warning = 'Orders tell no fees. Import the income of the same days as well: it then counts in their place.'
    return withFacts(rows, () => ({ warnings: [warning], style: { dates: 'ISO 8601', decimals: '.' } }))
  },
})
