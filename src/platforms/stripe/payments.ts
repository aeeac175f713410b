import type { Sighting } from '#domain/entry.ts'
import type { Minor } from '#domain/money.ts'
import type { Moment } from '#domain/zone.ts'
import { findNamed, firstMissing, type Column, type Columns } from '../columns.ts'
import type { CsvRow } from '../csv.ts'
import { Fields, nonRow } from '../fields.ts'
import { lineOf } from '../line.ts'
import type { FileFacts, RowOutcome } from '../read.ts'
import { SeenOnce } from '../repeats.ts'
import type { OpenTable, TableReading } from '../table.ts'
import { AmountStyle } from './amount-style.ts'
import { givesMoneyBack, isDisputed, paidOf, saysRefunded, takesMoney } from './statuses.ts'

const NAMES = {
  id: ['id'],
  created: ['Created date (UTC)', 'Created (UTC)', 'Created date', 'Created'],
  amount: ['Amount'],
  refunded: ['Amount Refunded'],
  currency: ['Currency'],
  settled: ['Converted Amount'],
  settledRefunded: ['Converted Amount Refunded'],
  settledCurrency: ['Converted Currency'],
  fee: ['Fee'],
  feeTax: ['Taxes On Fee', 'Tax'],
  status: ['Status'],
  captured: ['Captured'],
  refundDate: ['Refunded date (UTC)', 'Refunded date'],
  disputed: ['Disputed Amount'],
  disputeStatus: ['Dispute Status'],
  disputeDate: ['Dispute Date (UTC)', 'Dispute Date'],
  description: ['Description'],
  customer: ['Customer ID', 'Customer Email'],
  customerName: ['Customer Name', 'Card Name', 'Customer Description', 'Customer Email'],
} as const

type Name = keyof typeof NAMES
type Found = Record<Name, Column>
const NEEDED = ['id', 'created', 'amount', 'currency', 'status'] as const

/** The first column that the payments export needs and a header lacks. */
export function missingPaymentColumn(columns: Columns): string | undefined {
  return firstMissing(columns, NAMES, NEEDED)
}

/** One payment with what was taken back of it. */
interface Payment {
  id: string
  at: Moment
  currency: string
  amount: Minor
  fees: Minor
  refunded: Minor
  refundAt: Moment
  disputed: { amount: Minor; currency: string; at: Moment } | undefined
  note: string
  patron: string
  name: string
}

class PaymentRows implements TableReading {
  readonly #found: Found
  readonly #style: AmountStyle
  readonly #fields = new Fields()
  readonly #seen = new SeenOnce()
  #untoldDisputes = 0

  constructor(columns: Columns, sample: readonly CsvRow[]) {
    this.#found = findNamed(columns, NAMES)
    const { amount, refunded, settled, fee } = this.#found
    this.#style = new AmountStyle(sample, [amount, refunded, settled, fee])
  }

  row(row: CsvRow): RowOutcome[] {
    return this.#fields.read(
      row,
      (fields) => this.#payment(fields),
      (payment) => this.#once(row, payment),
    )
  }

  facts(): Partial<FileFacts> {
    const count = this.#untoldDisputes
    const sentence = `Payments in dispute (${count} here) are counted in full: what a dispute took stands in Stripe's balance report. Import that too.`
    return { warnings: count > 0 ? [sentence] : [], style: { decimals: this.#style.mark, dates: 'ISO 8601, UTC' } }
  }

  /** The payment, or the reason why the row is none. */
  #payment(fields: Fields): Payment | string {
    const found = this.#found
    const text = (name: Name) => fields.text(found[name])
    const status = fields.needed(found.status)
    const paid = paidOf(status)
    if (paid === 'unknown' && status !== '') {
      fields.complain(found.status, `"${status}" is no status that is known, so the payment is not counted.`)
    }
    if (paid === 'not-paid') return 'not paid'
    if (/^(false|no|0)$/i.test(text('captured'))) return 'not captured'
    // What reached the balance is told in the settlement currency, in which the fee stands too.
    const isSettled = text('settled') !== '' && text('settledCurrency') !== ''
    const currency = fields.currency(isSettled ? found.settledCurrency : found.currency)
    const at = fields.moment(found.created, 'utc')
    const refundAt = text('refundDate') === '' ? at : fields.moment(found.refundDate, 'utc')
    return {
      id: fields.needed(found.id),
      at,
      currency,
      amount: this.#style.read(fields, isSettled ? found.settled : found.amount, currency),
      fees: this.#style.readIfAny(fields, found.fee, currency) + this.#style.readIfAny(fields, found.feeTax, currency),
      refunded: this.#refunded(fields, status, { isSettled, currency }),
      refundAt,
      disputed: this.#dispute(fields, status, at),
      note: text('description'),
      patron: text('customer'),
      name: text('customerName'),
    }
  }

  /** What was given back, in the currency of the payment's line. A status that says so must come with an amount. */
  #refunded(fields: Fields, status: string, { isSettled, currency }: { isSettled: boolean; currency: string }): Minor {
    const found = this.#found
    const column = isSettled && fields.text(found.settledRefunded) !== '' ? found.settledRefunded : found.refunded
    const isForeign = column === found.refunded && fields.text(found.currency).toUpperCase() !== currency
    const amount = this.#style.readIfAny(fields, column, isForeign ? fields.currency(found.currency) : currency)
    if (amount !== 0 && isForeign) fields.complain(column, `What was given back is not told in ${currency}, as the payment is.`)
    if (amount === 0 && saysRefunded(status))
      fields.complain(found.refunded, `The status is "${status}", but no amount says what was given back.`)
    return amount
  }

  /** What a dispute keeps away, in the customer's currency, where the file tells it: nothing any more of one that is won. */
  #dispute(fields: Fields, status: string, paidAt: Moment): Payment['disputed'] {
    const found = this.#found
    const outcome = fields.text(found.disputeStatus)
    if (fields.text(found.disputed) === '' || outcome === '') {
      if (isDisputed(status) && !/\bwon\b/i.test(status)) this.#untoldDisputes++
      return undefined
    }
    const currency = fields.currency(found.currency)
    const amount = this.#style.read(fields, found.disputed, currency)
    const at = fields.text(found.disputeDate) === '' ? paidAt : fields.moment(found.disputeDate, 'utc')
    if (amount === 0 || !(takesMoney(outcome) || givesMoneyBack(outcome))) return undefined
    return { amount: takesMoney(outcome) ? amount : 0, currency, at }
  }

  #once(row: CsvRow, payment: Payment | string): RowOutcome[] {
    if (typeof payment === 'string') return [nonRow(row.number, payment)]
    const again = this.#seen.again(row, { id: payment.id, field: this.#found.id.name })
    return [again ?? { outcome: 'lines', row: row.number, lines: linesOf(payment) }]
  }
}

/**
 * Refunds and disputes bear no reference: a balance report that knows the charge may end before they happened, so it covers
 * them by its days.
 */
function linesOf(p: Payment): Sighting[] {
  const who = { patron: p.patron, name: p.name, note: p.note, yields: true }
  const lines = [lineOf({ ...who, key: p.id, at: p.at, kind: 'payment', currency: p.currency, gross: p.amount, fees: p.fees, ref: p.id })]
  if (p.refunded !== 0) {
    lines.push(
      lineOf({ ...who, key: `${p.id}:refund`, at: p.refundAt, kind: 'refund', currency: p.currency, refunds: p.refunded, tie: p.id }),
    )
  }
  if (p.disputed) {
    const { amount, currency, at } = p.disputed
    // A dispute that is won moved money away and back. An export of before may have told it as lost, so its line has to stand.
    const kind = amount === 0 ? 'transfer' : 'chargeback'
    lines.push(lineOf({ ...who, key: `${p.id}:dispute`, at, kind, currency, refunds: amount, tie: p.id }))
  }
  return lines
}

export const openPayments: OpenTable = ({ columns, sample }) => {
  const missing = missingPaymentColumn(columns)
  if (missing === undefined) return new PaymentRows(columns, sample)
  return `This is not Stripe's payments export: it has no column "${missing}". Export it again with all columns.`
}
