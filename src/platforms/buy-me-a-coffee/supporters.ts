import type { Sighting } from '#domain/entry.ts'
import type { Minor } from '#domain/money.ts'
import type { Moment } from '#domain/zone.ts'
import { readDate } from '../any-csv/dates.ts'
import { ambiguityOf, isAmbiguous, type NumberOrder } from '../date-order.ts'
import type { Fields } from '../fields.ts'
import { lineOf } from '../line.ts'
import { PlainRows, plainReader, withFacts, type Found } from '../plain-table.ts'
import { Ordinals } from '../repeats.ts'
import { addressOf, nameOf, unescaped } from './supporter.ts'

/** What is known of the header; the name of the date's column is not, so all likely ones are taken. */
const NAMES = {
  name: ['Supporter Name'],
  email: ['Supporter Email'],
  count: ['Coffee Count'],
  price: ['Coffee Price'],
  currency: ['Support Currency', 'Currency'],
  date: ['Support Date', 'Supported on', 'Support Created on', 'Created on', 'Created at', 'Payment Date', 'Purchase Date', 'Date'],
  note: ['Support Note', 'Message', 'Note'],
  refunded: ['Refunded', 'Is Refunded'],
} as const

interface Support {
  at: Moment
  currency: string
  amount: Minor
  isRefunded: boolean
  email: string
  name: string
  note: string
}

const MOST_COFFEES = 100_000
/** In minor units; what is dearer is a misread number. */
const DEAREST: Minor = 100_000_000

function countOf(fields: Fields, found: Found<keyof typeof NAMES>): number {
  const text = fields.needed(found.count)
  if (/^\d{1,6}$/.test(text) && Number(text) <= MOST_COFFEES) return Number(text)
  fields.complain(found.count, `"${text}" is no count of coffees.`)
  return 0
}

function take(fields: Fields, found: Found<keyof typeof NAMES>, order: NumberOrder | undefined): Support | string {
  const text = (name: keyof typeof NAMES) => fields.text(found[name])
  const currency = fields.currency(found.currency)
  const count = countOf(fields, found)
  const price = fields.money(found.price, currency)
  if (price < 0 || price > DEAREST) fields.complain(found.price, `"${text('price')}" is no price of a coffee.`)
  const date = fields.needed(found.date)
  if (order === undefined && isAmbiguous(date)) fields.complain(found.date, ambiguityOf(date))
  const at = readDate(date, order ?? 'ymd') ?? ''
  if (at.length < 10) fields.complain(found.date, `"${date}" is no date that exists. It should look like 2026-01-31.`)
  return {
    at,
    currency,
    amount: count * price,
    isRefunded: /^(yes|true|1|refunded)$/i.test(text('refunded')),
    email: addressOf(text('email')),
    name: nameOf(text('name')),
    note: [`${count} ${count === 1 ? 'coffee' : 'coffees'}`, unescaped(text('note'))].filter((part) => part !== '').join(', '),
  }
}

/** No id is told: who, when and how much name a payment. */
function linesOf({ at, currency, amount, isRefunded, email, name, note }: Support, ordinals: Ordinals): Sighting[] {
  if (amount === 0) return []
  const key = ordinals.next(`${at}:${email || name}:${currency}:${amount}`)
  const facts = { at, currency, patron: email, name, note }
  const payment = lineOf({ ...facts, key, kind: 'payment', gross: amount })
  return isRefunded ? [payment, lineOf({ ...facts, key: `${key}:refund`, kind: 'refund', refunds: amount, tie: key })] : [payment]
}

export const buyMeACoffeeSupporters = plainReader({
  layout: { id: 'buy-me-a-coffee-supporters', platform: 'buy-me-a-coffee', name: 'Buy Me a Coffee, supporters' },
  why: 'It has the count and the price of the coffees of each supporter.',
  names: NAMES,
  needed: ['name', 'count', 'price', 'currency', 'date'],
  again: 'Export it again from Supporters.',
  open(found, { options }) {
    const ordinals = new Ordinals()
    const rows = new PlainRows<Support>({
      take: (fields, order) => take(fields, found, order),
      lines: (support) => linesOf(support, ordinals),
      dates: { column: found.date, said: options.dates },
    })
    const warning = 'This file tells no fees: Buy Me a Coffee and its payment provider keep theirs before they pay out.'
    const dates = () => (rows.order === undefined ? 'year first, or words' : `${rows.order === 'dmy' ? 'day' : 'month'} first`)
    return withFacts(rows, () => ({ warnings: [warning], style: { dates: dates(), decimals: '.' }, ...rows.datesRead }))
  },
})
