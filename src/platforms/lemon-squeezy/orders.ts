import { exponentOf } from '#domain/currency.ts'
import type { Sighting } from '#domain/entry.ts'
import { divideHalfEven, parseAmount, type Minor } from '#domain/money.ts'
import type { Moment } from '#domain/zone.ts'
import type { Column, Columns } from '../columns.ts'
import type { CsvRow } from '../csv.ts'
import type { Fields } from '../fields.ts'
import { lineOf } from '../line.ts'
import { PlainRows, plainReader, withFacts, type Found } from '../plain-table.ts'

/** No header is published: these are the names of its API, and how its pages write them. https://docs.lemonsqueezy.com/api/orders */
const NAMES = {
  id: ['order_number', 'identifier', 'order_id'],
  date: ['created_at', 'ordered_at', 'date'],
  total: ['total'],
  tax: ['tax'],
  fee: ['fee', 'fees', 'lemon_squeezy_fee', 'platform_fee'],
  currency: ['currency'],
  status: ['status'],
  refunded: ['refunded_amount', 'refunded'],
  refundedAt: ['refunded_at'],
  name: ['user_name', 'customer_name'],
  email: ['user_email', 'customer_email'],
  product: ['product_name', 'variant_name'],
} as const

type Name = keyof typeof NAMES

/** Beyond this many minor units an amount is a misread number. */
const LARGEST: Minor = 10_000_000_000_000

interface Order {
  id: string
  at: Moment
  currency: string
  gross: Minor
  fees: Minor
  refunded: Minor
  refundedAt: Moment
  who: { patron: string; name: string; note: string }
}

class OrderRows {
  readonly #found: Found<Name>
  /** An export of the API writes minor units, and beside them the same amounts as people read them. */
  readonly #isMinor: boolean
  readonly #isWhole: boolean

  constructor(found: Found<Name>, columns: Columns, sample: readonly CsvRow[]) {
    this.#found = found
    this.#isMinor = columns.has('total_formatted')
    const totals = sample.map(({ cells }) => cells[found.total.index]?.trim() ?? '').filter((cell) => /[1-9]/.test(cell))
    this.#isWhole = totals.length > 0 && totals.every((cell) => /^\D*\d+\D*$/.test(cell))
  }

  reading() {
    const rows = new PlainRows<Order>({
      take: (fields) => this.#take(fields),
      lines: linesOf,
      id: { of: ({ id }) => id, column: this.#found.id },
    })
    return withFacts(rows, () => ({ warnings: this.#warnings(), style: { dates: 'ISO 8601, UTC', decimals: '.' } }))
  }

  #warnings(): string[] {
    const unverified = 'No real export of Lemon Squeezy was at hand when this reader was written. Compare its sums with your dashboard.'
    const whole = 'No amount in this file has decimals. If they are cents, all sums are a hundred times too large: do not save it then.'
    const noFees = "This file tells no fees: Lemon Squeezy's are taken off before it pays out."
    const { fee } = this.#found
    return [unverified, ...(this.#isWhole && !this.#isMinor ? [whole] : []), ...(fee.index < 0 ? [noFees] : [])]
  }

  #take(fields: Fields): Order | string {
    const found = this.#found
    const text = (name: Name) => fields.text(found[name])
    const status = fields
      .needed(found.status)
      .toLowerCase()
      .replace(/[\s_-]+/g, ' ')
    if (/^(pending|failed|void|cancelled|canceled|expired|fraudulent)$/.test(status)) return 'not paid'
    if (!/^(paid|refunded|partial refund|partially refunded|)$/.test(status)) {
      fields.complain(found.status, `"${text('status')}" is no status that is known, so the order is not counted.`)
    }
    const currency = fields.currency(found.currency)
    const total = this.#money(fields, found.total, currency)
    if (total === 0 && fields.isReadable) return 'amount is 0'
    const gross = total - this.#moneyIfAny(fields, found.tax, currency)
    const at = fields.moment(found.date, 'utc')
    return {
      id: fields.needed(found.id),
      at,
      currency,
      gross,
      fees: Math.abs(this.#moneyIfAny(fields, found.fee, currency)),
      refunded: this.#refunded(fields, { status, currency, total, gross }),
      refundedAt: text('refundedAt') === '' ? at : fields.moment(found.refundedAt, 'utc'),
      who: { patron: text('email'), name: text('name'), note: text('product') },
    }
  }

  /** What was given back of the gross: as much of it as of the total, in which the tax stands too. */
  #refunded(fields: Fields, order: { status: string; currency: string; total: Minor; gross: Minor }): Minor {
    const { refunded } = this.#found
    const text = fields.text(refunded)
    const isFlag = /^(true|false|yes|no|)$/i.test(text)
    const told = isFlag ? 0 : this.#moneyIfAny(fields, refunded, order.currency)
    if (told !== 0 && order.total > 0) {
      return Number(divideHalfEven(BigInt(Math.min(Math.abs(told), order.total)) * BigInt(order.gross), BigInt(order.total)))
    }
    if (order.status === 'refunded' || /^(true|yes)$/i.test(text)) return order.gross
    if (order.status.startsWith('partial')) {
      fields.complain(refunded, `The status is "${fields.text(this.#found.status)}", but no amount says what was given back.`)
    }
    return 0
  }

  #money(fields: Fields, column: Column, currency: string): Minor {
    if (!this.#isMinor) return fields.money(column, currency)
    const text = fields.needed(column)
    const amount = parseAmount(text, 0)
    if (amount !== undefined && Math.abs(amount) > LARGEST) fields.complain(column, `"${text}" is larger than any payment.`)
    if (amount === undefined && text !== '') fields.complain(column, `"${text}" is not a whole number of the smallest unit of ${currency}.`)
    return exponentOf(currency) === undefined ? 0 : (amount ?? 0)
  }

  #moneyIfAny(fields: Fields, column: Column, currency: string): Minor {
    return fields.text(column) === '' ? 0 : this.#money(fields, column, currency)
  }
}

function linesOf({ id, at, currency, gross, fees, refunded, refundedAt, who }: Order): Sighting[] {
  const payment = lineOf({ ...who, key: id, at, kind: 'payment', currency, gross, fees })
  if (refunded === 0) return [payment]
  return [payment, lineOf({ ...who, key: `${id}:refund`, at: refundedAt, kind: 'refund', currency, refunds: refunded, tie: id })]
}

export const lemonSqueezyOrders = plainReader({
  layout: { id: 'lemon-squeezy-orders', platform: 'lemon-squeezy', name: 'Lemon Squeezy, orders (unverified layout)' },
  why: 'Unverified layout: it has the total, the tax and the status of each order under the names that Lemon Squeezy uses.',
  names: NAMES,
  needed: ['id', 'date', 'total', 'tax', 'currency', 'status'],
  is: (columns) => columns.has('user_email', 'user_name', 'store_id', 'discount_total', 'lemon_squeezy_fee'),
  again: 'Export it again from Store, Orders.',
  open: (found, { columns, sample }) => new OrderRows(found, columns, sample).reading(),
})
