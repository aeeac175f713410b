import type { Sighting } from '#domain/entry.ts'
import type { Minor } from '#domain/money.ts'
import { isWholeMonth, type Moment } from '#domain/zone.ts'
import { readDate } from '../any-csv/dates.ts'
import { ambiguityOf, isAmbiguous, type NumberOrder } from '../date-order.ts'
import type { Fields } from '../fields.ts'
import { lineOf } from '../line.ts'
import { PlainRows, plainReader, withFacts, type Found } from '../plain-table.ts'
import { Ordinals } from '../repeats.ts'

const NAMES = {
  date: ['Royalty Date'],
  title: ['Title'],
  author: ['Author Name', 'Author'],
  asin: ['ASIN/ISBN', 'ASIN', 'ISBN', 'eBook ASIN', 'Paperback ISBN', 'Hardcover ISBN'],
  marketplace: ['Marketplace'],
  royaltyType: ['Royalty Type'],
  type: ['Transaction Type'],
  units: ['Net Units Sold', 'Units Sold'],
  royalty: ['Royalty', 'Earnings'],
  currency: ['Currency'],
} as const

interface Royalty {
  at: Moment
  currency: string
  amount: Minor
  /** What tells the row from others of its day. */
  of: string
  note: string
}

/** By day, or by month in the report of earlier months. */
function moment(fields: Fields, found: Found<keyof typeof NAMES>, order: NumberOrder | undefined): Moment {
  const text = fields.needed(found.date)
  if (order === undefined && isAmbiguous(text)) fields.complain(found.date, ambiguityOf(text))
  const at = readDate(text, order ?? 'ymd') ?? ''
  if (at === '') fields.complain(found.date, `"${text}" is no date that exists. It should look like 2026-01-31 or 2026-01.`)
  return at.slice(0, 10)
}

function take(fields: Fields, found: Found<keyof typeof NAMES>, order: NumberOrder | undefined): Royalty {
  const text = (name: keyof typeof NAMES) => fields.text(found[name])
  const currency = fields.currency(found.currency)
  const units = text('units')
  return {
    at: moment(fields, found, order),
    currency,
    amount: fields.money(found.royalty, currency),
    of: [fields.needed(found.asin), text('marketplace'), text('royaltyType'), text('type'), currency].join(':'),
    note:
      [units && `${units} ×`, text('title') || text('asin')].filter((part) => part !== '').join(' ') +
      (text('type') && `, ${text('type')}`),
  }
}

/** A royalty is what Amazon leaves of a sale; one below 0 is a book that came back. One of 0 still stands: it may have been more. */
function linesOf({ at, currency, amount, of, note }: Royalty, ordinals: Ordinals): Sighting[] {
  const facts = { key: ordinals.next(`${at}:${of}`), at, currency, note }
  if (amount === 0) return [lineOf({ ...facts, kind: 'transfer' })]
  if (isWholeMonth(at)) return [lineOf({ ...facts, kind: 'summary', ...(amount > 0 ? { gross: amount } : { refunds: 0 - amount }) })]
  return [lineOf({ ...facts, ...(amount > 0 ? { kind: 'payment', gross: amount } : { kind: 'refund', refunds: 0 - amount }) })]
}

export const kdpRoyalties = plainReader({
  layout: { id: 'kdp-royalties', platform: 'kdp', name: 'Amazon KDP, royalties' },
  why: 'It has a royalty for each day, book and marketplace.',
  names: NAMES,
  needed: ['date', 'title', 'asin', 'marketplace', 'royalty', 'currency'],
  again: 'Export it again from Reports.',
  open(found, { options }) {
    const ordinals = new Ordinals()
    const rows = new PlainRows<Royalty>({
      take: (fields, order) => take(fields, found, order),
      lines: (royalty) => linesOf(royalty, ordinals),
      dates: { column: found.date, said: options.dates },
    })
    const warning = 'Royalties stand on the day they were earned. Amazon pays them about two months later.'
    const dates = () => (rows.order === undefined ? 'year first' : `${rows.order === 'dmy' ? 'day' : 'month'} first`)
    return withFacts(rows, () => ({ warnings: [warning], style: { dates: dates(), decimals: '.' }, ...rows.datesRead }))
  },
})
