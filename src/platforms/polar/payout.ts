import type { Minor } from '#domain/money.ts'
import type { CsvRow } from '../csv.ts'
import { complaint, Fields, nonRow } from '../fields.ts'
import { outcomeOf, plainReader, type Found } from '../plain-table.ts'
import type { FileFacts, RowOutcome } from '../read.ts'
import { Ordinals, SeenOnce } from '../repeats.ts'
import type { TableReading } from '../table.ts'
import { currencyOf, payoutFee, transactionLines, type Transaction } from './transaction.ts'

const NAMES = {
  date: ['Date'],
  payout: ['Payout ID'],
  id: ['Transaction ID'],
  description: ['Description'],
  currency: ['Currency'],
  amount: ['Amount'],
  total: ['Payout Total'],
} as const

/** What Polar calls its own fee and those of the payment processor. */
const FEE = /^(polar fee|payment processor fee)\b/i
/** Those of them that the payout itself cost. */
const PAYOUT_FEE = /\((payout|account|cross_border_transfer)\)/i

interface PayoutRow extends Transaction {
  row: number
  raw: string
  id: string
  isFee: boolean
}

/** Reads the transactions of one payout. A sale and its fees share their id and may stand apart, so all wait until the end. */
class PayoutRows implements TableReading {
  readonly #found: Found<keyof typeof NAMES>
  readonly #fields = new Fields()
  readonly #ordinals = new Ordinals()
  readonly #sales: PayoutRow[] = []
  readonly #fees: PayoutRow[] = []
  readonly #seen = new SeenOnce()

  constructor(found: Found<keyof typeof NAMES>) {
    this.#found = found
  }

  row(row: CsvRow): RowOutcome[] {
    return this.#fields.read(
      row,
      (fields) => this.#read(fields, row.raw),
      (told) => {
        ;(told.isFee ? this.#fees : this.#sales).push(told)
        return []
      },
    )
  }

  end(): RowOutcome[] {
    const feesOf = new Map<string, Minor>()
    for (const { id, amount } of this.#fees) feesOf.set(id, (feesOf.get(id) ?? 0) - amount)
    const outcomes = this.#sales.map((sale) => this.#sale(sale, feesOf.get(sale.id) ?? 0))
    const sold = new Set(this.#sales.map(({ id }) => id))
    const [first, ...more] = this.#fees.filter(({ id, note }) => !sold.has(id) && PAYOUT_FEE.test(note))
    const ofPayout = [first, ...more].reduce((sum, fee) => sum - (fee?.amount ?? 0), 0)
    const others = new Set(more)
    for (const fee of this.#fees) {
      if (sold.has(fee.id)) outcomes.push(nonRow(fee.row, 'fee, counted with its sale'))
      else if (fee === first) outcomes.push(outcomeOf(fee.row, [payoutFee(fee, ofPayout)]))
      else if (others.has(fee)) outcomes.push(nonRow(fee.row, 'fee, counted with another fee of the payout'))
      else outcomes.push(outcomeOf(fee.row, transactionLines(fee, this.#ordinals)))
    }
    return outcomes
  }

  facts(): Partial<FileFacts> {
    return { covers: { refs: [] }, style: { dates: 'ISO 8601, with offset', decimals: '.' } }
  }

  #sale(sale: PayoutRow, fees: Minor): RowOutcome {
    const seen = this.#seen.see(sale.id, sale.raw)
    if (seen === 'repeated') return nonRow(sale.row, 'repeated row')
    if (seen === 'new') return outcomeOf(sale.row, transactionLines({ ...sale, fees }, this.#ordinals))
    const reason = `The id ${sale.id} stands in another row of this file, with other contents. It is counted once.`
    return complaint({ number: sale.row, raw: sale.raw }, { field: this.#found.id.name, text: sale.id, reason })
  }

  #read(fields: Fields, raw: string): PayoutRow {
    const found = this.#found
    const currency = currencyOf(fields, found.currency)
    const amount = fields.money(found.amount, currency)
    const note = fields.text(found.description)
    const isFee = FEE.test(note)
    const role = isFee ? 'fee' : amount < 0 ? 'refund' : 'payment'
    const at = fields.moment(found.date, 'utc')
    return { row: fields.row, raw, id: fields.needed(found.id), at, role, isFee, currency, amount, fees: 0, note }
  }
}

export const polarPayout = plainReader({
  layout: { id: 'polar-payout', platform: 'polar', name: 'Polar, transactions of a payout' },
  why: 'It has the transactions of one payout, with its id and total.',
  names: NAMES,
  needed: ['date', 'payout', 'id', 'description', 'currency', 'amount', 'total'],
  again: 'Export it again from Finance, Payouts.',
  open: (found) => new PayoutRows(found),
})
