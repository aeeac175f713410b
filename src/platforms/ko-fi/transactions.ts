import type { Sighting } from '#domain/entry.ts'
import type { Minor } from '#domain/money.ts'
import type { Moment } from '#domain/zone.ts'
import { readDate } from '../any-csv/dates.ts'
import { findNamed, firstMissing, type Column, type Columns } from '../columns.ts'
import type { CsvRow } from '../csv.ts'
import { ambiguityOf, DateOrder, isAmbiguous, type NumberOrder, type OrderedRows } from '../date-order.ts'
import { Fields, nonRow } from '../fields.ts'
import { lineOf } from '../line.ts'
import type { FileFacts, RowOutcome } from '../read.ts'
import { SeenOnce } from '../repeats.ts'
import type { OpenTable, TableReading, TableStart } from '../table.ts'

const NAMES = {
  date: ['DateTime (UTC)'],
  from: ['From'],
  message: ['Message'],
  item: ['Item'],
  received: ['Received'],
  given: ['Given'],
  currency: ['Currency'],
  type: ['TransactionType'],
  id: ['TransactionId'],
  reference: ['Reference'],
  salesTax: ['SalesTax'],
  email: ['BuyerEmail', 'Email'],
  provider: ['PaymentProvider'],
} as const

type Found = Record<keyof typeof NAMES, Column>

const NEEDED = ['date', 'received', 'given', 'currency', 'type', 'id'] as const

/** The first column that a table of transactions needs and a header lacks. */
export function missingTransactionColumn(columns: Columns): string | undefined {
  return firstMissing(columns, NAMES, NEEDED)
}

/** What people give for; all of it is money received. Case and spaces vary: `ShopOrder`, `Shop Order`. */
const TYPES =
  /^(tip|donation|support|ko-?fisupport|subscription|membership|monthly(tip|donation)?|shop(order|sale)?|commission|gift|refund)$/
const YEARLY = /\b(annual(ly)?|yearly|per year|a year)\b|\/ ?year\b/i
/** Ids by which Stripe and PayPal know a payment. */
const PROVIDER_ID = /^((ch|py|pi|txn)_\w+|[0-9A-Z]{17})$/

interface Transaction {
  at: Moment
  currency: string
  received: Minor
  given: Minor
  salesTax: Minor
  type: string
  id: string
  words: { patron: string; name: string; note: string; item: string; ref: string | undefined }
}

class TransactionRows implements TableReading {
  readonly #found: Found
  readonly #fields = new Fields()
  readonly #seen = new SeenOnce()
  readonly #dates: DateOrder
  #taxed = 0

  constructor({ columns, options }: TableStart) {
    this.#found = findNamed(columns, NAMES)
    const rows: OrderedRows = {
      dateOf: ({ cells }) => cells[this.#found.date.index] ?? '',
      read: (row, order) => this.#read(row, order),
    }
    this.#dates = new DateOrder(rows, options.dates)
  }

  row(row: CsvRow): RowOutcome[] {
    return this.#dates.row(row)
  }

  end(): RowOutcome[] {
    return this.#dates.end()
  }

  facts(): Partial<FileFacts> {
    const taxed = `The sales tax that ${this.#taxed === 1 ? 'one payment holds' : `${this.#taxed} payments hold`} is yours to hand on: it is not counted as income.`
    const order = this.#dates.order
    const dates = order === undefined ? 'year first, UTC' : `${order === 'dmy' ? 'day' : 'month'} first, UTC`
    const read = this.#dates.dates
    return { warnings: this.#taxed > 0 ? [taxed] : [], style: { dates, decimals: '.' }, ...(read && { dates: read }) }
  }

  #read(row: CsvRow, order: NumberOrder | undefined): RowOutcome[] {
    return this.#fields.read(
      row,
      (fields) => this.#transaction(fields, order),
      (transaction) => [this.#once(row, transaction)],
    )
  }

  #transaction(fields: Fields, order: NumberOrder | undefined): Transaction {
    const found = this.#found
    const text = (name: keyof Found) => fields.text(found[name])
    const currency = fields.currency(found.currency)
    const type = fields.needed(found.type)
    const isKnown = TYPES.test(type.toLowerCase().replace(/[\s_]+/g, ''))
    if (type !== '' && !isKnown) fields.complain(found.type, `"${type}" is no kind of transaction that is known, so it is not counted.`)
    if (text('received') === '' && text('given') === '') fields.needed(found.received)
    return {
      at: this.#moment(fields, order),
      currency,
      received: fields.moneyIfAny(found.received, currency),
      given: fields.moneyIfAny(found.given, currency),
      salesTax: fields.moneyIfAny(found.salesTax, currency),
      type,
      id: fields.needed(found.id),
      words: {
        patron: text('email'),
        name: text('from'),
        item: text('item'),
        note: [text('item') || type, text('provider') && `by ${text('provider')}`, text('message')]
          .filter((part) => part !== '')
          .join(', '),
        ref: PROVIDER_ID.test(text('reference')) ? text('reference') : undefined,
      },
    }
  }

  /** The export has been seen with ISO times and with numbers parted by slashes; all are of UTC. */
  #moment(fields: Fields, order: NumberOrder | undefined): Moment {
    const column = this.#found.date
    const text = fields.needed(column)
    if (order === undefined && isAmbiguous(text)) fields.complain(column, ambiguityOf(text))
    const at = readDate(text, order ?? 'dmy') ?? ''
    if (at.length < 10) fields.complain(column, `"${text}" is no date that exists. It should look like 2026-07-01 13:04.`)
    return at.length > 10 && !at.endsWith('Z') ? `${at}Z` : at
  }

  #once(row: CsvRow, transaction: Transaction): RowOutcome {
    const again = this.#seen.again(row, { id: transaction.id, field: this.#found.id.name })
    if (again) return again
    const lines = linesOf(transaction)
    if (lines.length === 0) return nonRow(row.number, 'amount is 0')
    if (transaction.salesTax !== 0) this.#taxed++
    return { outcome: lines.some((line) => line.kind !== 'transfer') ? 'lines' : 'transfer', row: row.number, lines }
  }
}

/** What was received counts, without the sales tax in it; what was given to others only moves. */
function linesOf({ id, at, currency, received, given, salesTax, type, words }: Transaction): Sighting[] {
  const { item, ...who } = words
  const facts = { at, currency, ...who }
  const lines: Sighting[] = []
  if (received > 0) {
    const months = /subscription|membership/i.test(type) && YEARLY.test(item) ? 12 : 1
    lines.push(lineOf({ ...facts, key: id, kind: 'payment', gross: received - salesTax, months }))
  }
  if (received < 0) lines.push(lineOf({ ...facts, key: id, kind: 'refund', refunds: 0 - received - Math.abs(salesTax), ref: undefined }))
  if (given !== 0) {
    const key = received === 0 ? id : `${id}:given`
    lines.push(lineOf({ ...facts, key, kind: 'transfer', gross: 0 - Math.abs(given), ref: undefined }))
  }
  return lines
}

/** Reads Ko-fi's payment history in any of its widths. */
export const openTransactions: OpenTable = (start) => {
  const missing = missingTransactionColumn(start.columns)
  if (missing === undefined) return new TransactionRows(start)
  return `This is not Ko-fi's payment history: it has no column "${missing}". Export it again from Payments & orders.`
}
