import type { Sighting } from '#domain/entry.ts'
import type { Minor } from '#domain/money.ts'
import type { Moment } from '#domain/zone.ts'
import { readDate } from '../any-csv/dates.ts'
import { findNamed, firstMissing, type Column, type Columns } from '../columns.ts'
import type { CsvRow } from '../csv.ts'
import { DateOrder, type NumberOrder } from '../date-order.ts'
import { decimalMarkIn } from '../decimal-mark.ts'
import { Fields, nonRow } from '../fields.ts'
import { lineOf } from '../line.ts'
import type { FileFacts, RowOutcome } from '../read.ts'
import { SeenOnce } from '../repeats.ts'
import type { OpenTable, TableReading, TableStart } from '../table.ts'
import { etsyAmount, orderRef, refundRef, type Written } from './words.ts'

/** Columns of sold orders and of payments: one row for each order in both. */
const NAMES = {
  date: ['Sale Date', 'Order Date'],
  order: ['Order ID'],
  status: ['Status'],
  currency: ['Currency'],
  total: ['Order Total', 'Gross Amount'],
  fees: ['Card Processing Fees', 'Fees'],
  net: ['Order Net', 'Net Amount'],
  adjustedTotal: ['Adjusted Order Total', 'Adjusted Gross'],
  adjustedFees: ['Adjusted Card Processing Fees', 'Adjusted Fees'],
  adjustedNet: ['Adjusted Net Order Amount', 'Adjusted Net'],
  buyer: ['Buyer', 'Buyer Username', 'Buyer User ID'],
  name: ['Full Name', 'Buyer Name'],
} as const

type Name = keyof typeof NAMES

const NEEDED = ['date', 'order', 'currency', 'total', 'fees', 'net'] as const

/** The first column that a table of orders or payments needs and a header lacks. */
export function missingOrderColumn(columns: Columns): string | undefined {
  return firstMissing(columns, NAMES, NEEDED)
}

const PAID = /^(paid|completed?|settled|shipped|available|posted|open|processing|in progress|(partially |fully )?refunded|)$/
const REFUNDED = /^(fully )?refunded$/
const NOT_PAID = /^(unpaid|payment processing|cancell?ed|failed|declined|expired|voided)$/

interface Order {
  order: string
  at: Moment
  currency: string
  fees: Minor
  net: Minor
  /** What is left of fees and net where some was given back. */
  left: { fees: Minor; net: Minor } | undefined
  who: { patron: string; name: string }
}

class OrderRows implements TableReading {
  readonly #found: Record<Name, Column>
  readonly #mark: Written['mark']
  readonly #fields = new Fields()
  readonly #seen = new SeenOnce()
  readonly #dates: DateOrder
  #undated = 0

  constructor({ columns, sample }: TableStart) {
    this.#found = findNamed(columns, NAMES)
    const { total, fees, net } = this.#found
    this.#mark = decimalMarkIn(sample, [total, fees, net]) ?? '.'
    this.#dates = new DateOrder({
      dateOf: ({ cells }) => cells[this.#found.date.index] ?? '',
      read: (row, order) => this.#read(row, order),
      // Etsy writes these tables month first in every country.
      otherwise: () => 'mdy',
    })
  }

  row(row: CsvRow): RowOutcome[] {
    return this.#dates.row(row)
  }

  end(): RowOutcome[] {
    return this.#dates.end()
  }

  facts(): Partial<FileFacts> {
    const main = "Etsy's other fees and its ads stand in the monthly statement alone. Import that too: what both tell is counted once."
    const count = this.#undated
    const undated = `Of what was given back (${count} here) this file does not tell the day: it stands on the day of the sale.`
    const dates = this.#dates.order === 'dmy' ? 'day first' : 'month first'
    return { warnings: [main, ...(count > 0 ? [undated] : [])], style: { dates, decimals: this.#mark } }
  }

  #read(row: CsvRow, order: NumberOrder | undefined): RowOutcome[] {
    return this.#fields.read(
      row,
      (fields) => this.#order(fields, order),
      (read) => [typeof read === 'string' ? nonRow(row.number, read) : this.#once(row, read)],
    )
  }

  /** The order, or the reason why it brought nothing. */
  #order(fields: Fields, numbers: NumberOrder | undefined): Order | string {
    const found = this.#found
    const status = fields.text(found.status).toLowerCase()
    if (NOT_PAID.test(status)) return `not paid: ${status}`
    if (!PAID.test(status))
      fields.complain(found.status, `"${fields.text(found.status)}" is no status that is known, so the order is not counted.`)
    const written = { currency: fields.currency(found.currency), mark: this.#mark }
    fields.needed(found.total)
    fields.needed(found.net)
    const money = (name: Name) => etsyAmount(fields, found[name], written)
    const [total, fees, net] = [money('total'), money('fees'), money('net')]
    if (total === 0 && fees === 0 && net === 0) return 'amount is 0'
    const adjusted = { fees: money('adjustedFees'), net: money('adjustedNet') }
    const isUntouched = money('adjustedTotal') === 0 && adjusted.fees === 0 && adjusted.net === 0 && !REFUNDED.test(status)
    const date = fields.needed(found.date)
    const at = readDate(date, numbers ?? 'mdy') ?? ''
    if (at.length < 10) fields.complain(found.date, `"${date}" is no date that exists. It should look like 08/14/26.`)
    return {
      order: fields.needed(found.order),
      at,
      currency: written.currency,
      fees,
      net,
      // Orders of which nothing was given back have their amounts there again, or zeros.
      left: found.adjustedNet.index < 0 || isUntouched || (adjusted.fees === fees && adjusted.net === net) ? undefined : adjusted,
      who: { patron: fields.text(found.buyer), name: fields.text(found.name) },
    }
  }

  #once(row: CsvRow, read: Order): RowOutcome {
    const again = this.#seen.again(row, { id: read.order, field: this.#found.order.name, what: `The order ${read.order}` })
    if (again) return again
    if (read.left) this.#undated++
    return { outcome: 'lines', row: row.number, lines: linesOf(read) }
  }
}

/**
 * The gross is what net and fees give: sales tax that Etsy pays for the buyer is in the total and not in the net. Both tables
 * write the same lines, and both yield to the statement.
 */
function linesOf({ order, at, currency, fees, net, left, who }: Order): Sighting[] {
  const facts = { at, currency, ...who, note: `Order #${order}`, yields: true }
  const key = orderRef(order)
  const lines = [lineOf({ ...facts, key, kind: 'payment', gross: net + fees, fees, ref: key })]
  if (left) {
    const back = fees - left.fees
    lines.push(
      lineOf({
        ...facts,
        key: refundRef(order),
        kind: 'refund',
        refunds: net - left.net + back,
        fees: 0 - back,
        tie: key,
        ref: refundRef(order),
      }),
    )
  }
  return lines
}

/** Reads sold orders, or payments. */
export const openOrders: OpenTable = (start) => {
  const missing = missingOrderColumn(start.columns)
  if (missing === undefined) return new OrderRows(start)
  return `This is not Etsy's table of orders or payments: it has no column "${missing}". Download it again.`
}

/** Reads sold order items: what was sold, which brings no money beside that of the orders. */
export const openItems: OpenTable = () => ({
  row: ({ number }) => [nonRow(number, 'item of an order, told by the order')],
  facts: () => ({ warnings: ['This file lists what was sold, not money. Import the monthly statement, or sold orders.'] }),
})
