import type { Sighting } from '#domain/entry.ts'
import { decimalText, type Minor } from '#domain/money.ts'
import { exponentOf } from '#domain/currency.ts'
import type { Moment } from '#domain/zone.ts'
import { readDate } from '../any-csv/dates.ts'
import { ambiguityOf, isAmbiguous, type NumberOrder } from '../date-order.ts'
import type { Fields } from '../fields.ts'
import { lineOf } from '../line.ts'
import { PlainRows, plainReader, withFacts, type Found } from '../plain-table.ts'
import type { FileFacts } from '../read.ts'
import { Ordinals } from '../repeats.ts'
import type { TableReading, TableStart } from '../table.ts'

/** Columns of the sales report. https://get.bandcamp.help/hc/en-us/articles/23020652228759 */
const NAMES = {
  date: ['date'],
  paidTo: ['paid to'],
  type: ['item type'],
  item: ['item name'],
  artist: ['artist'],
  currency: ['currency'],
  subTotal: ['sub total'],
  extra: ['additional fan contribution'],
  tax: ['seller tax', 'tax'],
  marketplaceTax: ['marketplace tax'],
  shipping: ['shipping'],
  fee: ['transaction fee'],
  total: ['item total'],
  received: ['amount you received'],
  id: ['bandcamp transaction id'],
  related: ['bandcamp related transaction id'],
  payPal: ['paypal transaction id'],
  buyer: ['buyer name'],
  email: ['buyer email'],
  net: ['net amount'],
} as const

type Name = keyof typeof NAMES

const SALE = /^(album|track|package|bundle|subscription|membership|discography|merch|ticket|gift card)$/
const BACK = /^(refund|reversal)$/
const PENDING = /^pending( sale)?$/
/** Bandcamp's own writing: month first, hours of twelve. */
const OWN_DATE = /^\d{1,2}\/\d{1,2}\/\d{2} \d{1,2}:\d{2} ?[ap]m$/i
const SHARE = "Bandcamp's share"
const PAYPAL_ID = /^[0-9A-Z]{17}$/

interface Sold {
  at: Moment
  role: 'sale' | 'back' | 'payout'
  currency: string
  /** What the buyer paid for the item, without shipping and tax; what Bandcamp states is left of it. */
  price: Minor
  net: Minor
  /** What the processor took of it; undefined where the report has no such column. */
  fee: Minor | undefined
  id: string
  related: string
  item: string
  words: { patron: string; name: string; note: string; ref: string | undefined }
}

class SalesRows {
  readonly #found: Found<Name>
  readonly #ordinals = new Ordinals()
  #pending = 0

  constructor(found: Found<Name>) {
    this.#found = found
  }

  reading({ sample, options }: TableStart): TableReading {
    const { date } = this.#found
    const isOwn = sample.some(({ cells }) => OWN_DATE.test(cells[date.index]?.trim() ?? ''))
    const rows = new PlainRows<Sold>({
      take: (fields, order) => this.#take(fields, order),
      lines: (sold) => this.#lines(sold),
      dates: { column: date, said: options.dates, otherwise: () => (isOwn ? 'mdy' : undefined) },
    })
    return withFacts(rows, () => ({ ...this.#facts(rows.order), ...rows.datesRead }))
  }

  #facts(order: NumberOrder | undefined): Partial<FileFacts> {
    const count = this.#pending
    const pending = `${count === 1 ? 'One sale is' : `${count} sales are`} still pending and not counted. Once paid, a later report tells ${count === 1 ? 'it' : 'them'}.`
    const dates = order === undefined ? 'year first, UTC' : `${order === 'dmy' ? 'day' : 'month'} first, UTC`
    return { warnings: count > 0 ? [pending] : [], style: { dates, decimals: '.' } }
  }

  #take(fields: Fields, order: NumberOrder | undefined): Sold | string {
    const found = this.#found
    const text = (name: Name) => fields.text(found[name])
    const type = fields.needed(found.type).toLowerCase()
    if (PENDING.test(type) || text('fee') === '*') {
      this.#pending++
      return 'sale that is still pending'
    }
    const role = SALE.test(type) ? 'sale' : BACK.test(type) ? 'back' : 'payout'
    if (role === 'payout' && type !== 'payout' && type !== '') {
      fields.complain(found.type, `"${text('type')}" is no type of item that is known, so it is not counted.`)
    }
    const currency = fields.currency(found.currency)
    // A payout states its amount in one or the other column.
    const paid = role === 'payout' && text('net') === '' ? found.received : found.net
    const net = fields.money(paid, currency)
    return {
      at: this.#moment(fields, order),
      role,
      currency,
      price: role === 'payout' ? net : (this.#price(fields, currency) ?? net),
      net,
      fee: found.fee.index < 0 ? undefined : fields.moneyIfAny(found.fee, currency),
      id: role === 'payout' ? text('id') : fields.needed(found.id),
      related: text('related'),
      item: text('item'),
      words: {
        patron: text('email'),
        name: text('buyer'),
        note: [text('item') || type, text('artist')].filter((part) => part !== '').join(', '),
        ref: PAYPAL_ID.test(text('payPal')) ? text('payPal') : undefined,
      },
    }
  }

  /** What the buyer paid for the item alone. Older reports tell what was paid above the price only within the total. */
  #price(fields: Fields, currency: string): Minor | undefined {
    const found = this.#found
    const sum = (...names: Name[]) => names.reduce((all, name) => all + fields.moneyIfAny(found[name], currency), 0)
    if (found.extra.index < 0 && fields.text(found.total) !== '') return sum('total') - sum('tax', 'marketplaceTax', 'shipping')
    return fields.text(found.subTotal) === '' ? undefined : sum('subTotal', 'extra')
  }

  /** The report is written in UTC and names no zone; saved by a spreadsheet its dates are in that one's order. */
  #moment(fields: Fields, order: NumberOrder | undefined): Moment {
    const column = this.#found.date
    const text = fields.needed(column)
    if (order === undefined && isAmbiguous(text)) fields.complain(column, ambiguityOf(text))
    const at = readDate(text, order ?? 'mdy') ?? ''
    if (at.length < 10) fields.complain(column, `"${text}" is no date that exists. It should look like 11/25/22 5:45pm.`)
    return at.length > 10 && !at.endsWith('Z') ? `${at}Z` : at
  }

  #lines(sold: Sold): Sighting[] {
    const { at, currency, id, item } = sold
    if (sold.role === 'payout') {
      const amount = Math.abs(sold.net)
      const key = this.#ordinals.next(`payout:${id || `${at}:${currency}:${amount}`}`)
      return [lineOf({ key, at, kind: 'transfer', currency, gross: 0 - amount, note: 'Payout' })]
    }
    if (sold.role === 'back') return this.#backLines(sold)
    const key = this.#ordinals.next(`${id}:${item}`)
    const { price, net } = sold
    const fees = Math.max(0, price - net)
    const share = shareOf(sold, fees)
    return [
      lineOf({ key, at, kind: 'payment', currency, gross: price, fees: fees - share, ...sold.words }),
      ...(share > 0 ? [lineOf({ key: `${key}:share`, at, kind: 'fee', currency, fees: share, tie: key, note: SHARE })] : []),
      ...moreLines(sold, key),
    ]
  }

  /** A refund takes back the price, and the fees it gives back with it. */
  #backLines({ at, currency, id, related, item, price, net, words }: Sold): Sighting[] {
    const key = this.#ordinals.next(`back:${id}:${item}`)
    const [taken, left] = [Math.abs(price), Math.abs(net)]
    const refunds = Math.max(taken, left)
    const tie = `${related || id}:${item}`
    return [lineOf({ key, at, kind: 'refund', currency, refunds, fees: left - refunds, tie, ...words, ref: undefined })]
  }
}

/**
 * Bandcamp's share of a sale that PayPal paid out in whole, which it keeps of later sales. It is a line of its own: where
 * PayPal tells the payment too, PayPal's amounts count in its place, and those know nothing of the share.
 */
function shareOf({ fee, words }: Sold, fees: Minor): Minor {
  return words.ref === undefined || fee === undefined ? 0 : Math.max(0, fees - Math.max(0, fee))
}

/** A net above the price holds something that is neither: most likely shipping. The net wins, and the rest is shown. */
function moreLines({ at, currency, price, net }: Sold, key: string): Sighting[] {
  if (net <= price) return []
  const more = net - price
  const note = `The net that Bandcamp states is ${decimalText(more, exponentOf(currency) ?? 0)} ${currency} above the price.`
  return [lineOf({ key: `${key}:more`, at, kind: 'adjustment', currency, gross: more, note })]
}

export const bandcampSales = plainReader({
  layout: { id: 'bandcamp-sales', platform: 'bandcamp', name: 'Bandcamp, sales report' },
  why: "It has Bandcamp's transaction ids and the net amount of each item.",
  names: NAMES,
  needed: ['date', 'type', 'item', 'currency', 'id', 'net'],
  again: 'Export it again from Tools, Sales report.',
  open: (found, start) => new SalesRows(found).reading(start),
})
