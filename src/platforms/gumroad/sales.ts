import type { Sighting } from '#domain/entry.ts'
import { divideHalfEven, type Minor } from '#domain/money.ts'
import type { Moment } from '#domain/zone.ts'
import { findNamed, firstMissing, type Column, type Columns } from '../columns.ts'
import type { CsvRow } from '../csv.ts'
import { Fields, nonRow } from '../fields.ts'
import { lineOf } from '../line.ts'
import type { FileFacts, RowOutcome } from '../read.ts'
import { SeenOnce } from '../repeats.ts'
import type { OpenTable, TableReading } from '../table.ts'
import { CURRENCY, dispute, isTotals, plainText, purchase, refundOf } from './words.ts'

const NAMES = {
  id: ['Purchase ID'],
  item: ['Item Name'],
  variants: ['Variants'],
  name: ['Buyer Name'],
  email: ['Purchase Email', 'Buyer Email'],
  at: ['Purchase Time (UTC timezone)', 'Purchase Date'],
  subtotal: ['Subtotal ($)'],
  taxes: ['Taxes ($)'],
  shipping: ['Shipping ($)'],
  price: ['Sale Price ($)'],
  fees: ['Fees ($)', 'Gumroad Fee ($)', 'Gumroad Fees ($)'],
  net: ['Net Total ($)'],
  refunded: ['Refunded?'],
  partial: ['Partial Refund ($)'],
  full: ['Fully Refunded?'],
  disputed: ['Disputed?'],
  won: ['Dispute Won?'],
  trial: ['Free trial purchase?'],
  preorder: ['Pre-order authorization?'],
  recurrence: ['Recurrence'],
  commission: ['Affiliate commission ($)'],
  payPal: ['PayPal Transaction ID'],
  stripe: ['Stripe Transaction ID'],
} as const

type Name = keyof typeof NAMES

const NEEDED = ['id', 'item', 'at', 'price', 'fees', 'net', 'full'] as const

/** The first column that the sales export needs and a header lacks. */
export function missingSalesColumn(columns: Columns): string | undefined {
  return firstMissing(columns, NAMES, NEEDED)
}

/** Months that one charge of a membership pays for. */
const MONTHS: Readonly<Record<string, number>> = { monthly: 1, quarterly: 3, biannually: 6, yearly: 12, every_two_years: 24 }

interface Sale {
  id: string
  at: Moment
  price: Minor
  /** Sales tax in the price, which is the state's. */
  tax: Minor
  fees: Minor
  net: Minor
  commission: Minor
  /** What was given back of the price, tax in it. */
  refunded: Minor
  dispute: 'none' | 'lost' | 'won'
  months: number
  who: { patron: string; name: string; note: string }
}

class SalesRows implements TableReading {
  readonly #found: Record<Name, Column>
  readonly #fields = new Fields()
  readonly #seen = new SeenOnce()
  #undated = 0

  constructor(columns: Columns) {
    this.#found = findNamed(columns, NAMES)
  }

  passOver({ cells }: CsvRow): string | undefined {
    return isTotals(cells[this.#found.id.index]) ? 'totals row' : undefined
  }

  row(row: CsvRow): RowOutcome[] {
    return this.#fields.read(
      row,
      (fields) => this.#sale(fields),
      (sale) => [typeof sale === 'string' ? nonRow(row.number, sale) : this.#once(row, sale)],
    )
  }

  facts(): Partial<FileFacts> {
    const count = this.#undated
    const sentence = `Of what was given back (${count} here) this file does not tell the day or the fee: it stands on the day of the purchase. Import the payouts too.`
    return { warnings: count > 0 ? [sentence] : [] }
  }

  /** The sale, or the reason why nothing was charged. */
  #sale(fields: Fields): Sale | string {
    const found = this.#found
    const text = (name: Name) => plainText(fields.text(found[name]))
    const money = (name: Name) => fields.moneyIfAny(found[name], CURRENCY)
    const price = fields.money(found.price, CURRENCY)
    const isYes = (name: Name) => this.#isYes(fields, found[name])
    if (isYes('trial')) return 'free trial: nothing was charged'
    if (isYes('preorder')) return 'pre-order: nothing was charged yet'
    if (price === 0 && money('fees') === 0 && money('net') === 0) return 'free of charge'
    const taxes = money('taxes')
    const isTaxInPrice = taxes !== 0 && money('subtotal') + taxes + money('shipping') === price
    const isDisputed = isYes('disputed')
    const references = [text('payPal') && `PayPal ${text('payPal')}`, text('stripe') && `Stripe ${text('stripe')}`]
    return {
      id: plainText(fields.needed(found.id)),
      at: fields.moment(found.at, 'utc'),
      price,
      tax: isTaxInPrice ? taxes : 0,
      fees: fields.money(found.fees, CURRENCY),
      net: fields.money(found.net, CURRENCY),
      commission: money('commission'),
      refunded: this.#refunded(fields, price),
      dispute: isDisputed ? (isYes('won') ? 'won' : 'lost') : 'none',
      months: this.#months(fields),
      who: {
        patron: text('email'),
        name: text('name'),
        note: [text('item'), text('variants'), ...references].filter((part) => part !== '').join(', '),
      },
    }
  }

  #isYes(fields: Fields, column: Column): boolean {
    const text = fields.text(column)
    if (!/^(|[01]|true|false|yes|no)$/i.test(text)) fields.complain(column, `"${text}" is neither yes nor no. It should be 1 or 0.`)
    return /^(1|true|yes)$/i.test(text)
  }

  #months(fields: Fields): number {
    const text = fields.text(this.#found.recurrence)
    const months = text === '' ? 1 : MONTHS[text.toLowerCase()]
    if (months === undefined) fields.complain(this.#found.recurrence, `"${text}" is no recurrence that is known.`)
    return months ?? 1
  }

  #refunded(fields: Fields, price: Minor): Minor {
    const found = this.#found
    if (this.#isYes(fields, found.full)) return price
    const partial = fields.moneyIfAny(found.partial, CURRENCY)
    if (partial === 0 && this.#isYes(fields, found.refunded))
      fields.complain(found.partial, 'The sale was refunded, but no amount says what was given back.')
    return partial
  }

  #once(row: CsvRow, sale: Sale): RowOutcome {
    const again = this.#seen.again(row, { id: sale.id, field: this.#found.id.name })
    if (again) return again
    if (sale.refunded !== 0 || sale.dispute === 'lost') this.#undated++
    return { outcome: 'lines', row: row.number, lines: linesOf(sale) }
  }
}

/**
 * What was given back and what went to affiliates yields to the payouts, which tell it with its day and its fee. The payment
 * itself does not: here it has its months and its ids.
 */
function linesOf(sale: Sale): Sighting[] {
  const { id, at, price, tax, fees, net, commission, refunded, months, who } = sale
  const facts = { at, currency: CURRENCY }
  const gross = price - tax
  const untaxed = (amount: Minor): Minor => (tax === 0 ? amount : Number(divideHalfEven(BigInt(amount) * BigInt(gross), BigInt(price))))
  const lines = [lineOf({ ...facts, ...who, key: id, kind: 'payment', gross, fees, months, ref: purchase(id) })]
  const gap = net - (price - fees)
  // Some nets are stated after the affiliate's share, which is a line of its own.
  if (gap !== 0 && gap !== 0 - commission) {
    const note = 'The net that Gumroad states is not the price less its fee.'
    lines.push(lineOf({ ...facts, key: `${id}:gap`, kind: 'adjustment', gross: gap, note }))
  }
  if (commission !== 0) {
    const note = `Affiliate's share of: ${who.note}`
    lines.push(lineOf({ ...facts, key: `${id}:affiliate`, kind: 'fee', fees: commission, tie: id, note, yields: true }))
  }
  const back = { ...facts, ...who, tie: id, yields: true }
  if (refunded !== 0) {
    lines.push(lineOf({ ...back, key: `${id}:refund`, kind: 'refund', refunds: untaxed(refunded), ref: refundOf(id) }))
  }
  if (sale.dispute !== 'none') {
    // An export of before the dispute was won told it as lost, so its line has to stand.
    const isLost = sale.dispute === 'lost'
    const refunds = isLost ? untaxed(price - refunded) : 0
    lines.push(lineOf({ ...back, key: `${id}:dispute`, kind: isLost ? 'chargeback' : 'transfer', refunds, ref: dispute(id) }))
  }
  return lines
}

/** Reads the export of sales, whose rows change when they are refunded or disputed. */
export const openSales: OpenTable = ({ columns }) => {
  const missing = missingSalesColumn(columns)
  if (missing === undefined) return new SalesRows(columns)
  return `This is not Gumroad's export of sales: it has no column "${missing}". Export it again.`
}
