import type { Sighting } from '#domain/entry.ts'
import { exponentOf } from '#domain/currency.ts'
import { parseAmount, type DecimalMark, type Minor } from '#domain/money.ts'
import { readDate } from '../any-csv/dates.ts'
import { currencyIn } from '../any-csv/amounts.ts'
import type { Column } from '../columns.ts'
import type { CsvRow } from '../csv.ts'
import { ambiguityOf, DateOrder, isAmbiguous, type NumberOrder, type SaidOrder } from '../date-order.ts'
import { complaint, Fields, nonRow } from '../fields.ts'
import { lineOf } from '../line.ts'
import { outcomeOf } from '../plain-table.ts'
import type { FileFacts, RowOutcome } from '../read.ts'
import { SeenOnce } from '../repeats.ts'
import type { TableReading } from '../table.ts'

export interface ReportColumns {
  id: Column
  date: Column
  what: Column
  amount: Column
}

/** Ids tell what a row is, in every language: `12` a donation, `12-3` a reversal of it, `M7` a transfer of the old wallet. */
const ID = /^(?:(\d+)(?:-(\d+))?|M\d+)$/

/** What a transfer of the old wallet is, as the English report says it. */
const OLD: Readonly<Record<string, 'payment' | 'chargeback' | 'refund' | 'transfer'>> = {
  'secret donation': 'payment',
  chargeback: 'chargeback',
  'donation refund': 'refund',
  'currency exchange': 'transfer',
}

/** Signs that Liberapay writes for one currency each, the longer before those they hold. */
const SIGNS: readonly (readonly [sign: string, currency: string])[] = [
  ['US$', 'USD'],
  ['$US', 'USD'],
  ['CA$', 'CAD'],
  ['$CA', 'CAD'],
  ['AU$', 'AUD'],
  ['$AU', 'AUD'],
  ['A$', 'AUD'],
  ['HK$', 'HKD'],
  ['MX$', 'MXN'],
  ['NZ$', 'NZD'],
  ['R$', 'BRL'],
  ['JP¥', 'JPY'],
  ['CN¥', 'CNY'],
  ['£', 'GBP'],
  ['$', 'USD'],
]

const LARGEST: Minor = 10_000_000_000_000

interface Told {
  id: string
  at: string
  what: string
  amount: Minor
  currency: string
}

/** Reads the rows of an income report, from a page or from a table that was pasted. */
export class ReportRows implements TableReading {
  readonly #columns: ReportColumns
  readonly #mark: DecimalMark
  readonly #fields = new Fields()
  readonly #seen = new SeenOnce()
  readonly #dates: DateOrder

  constructor(columns: ReportColumns, mark: DecimalMark, said?: SaidOrder) {
    this.#columns = columns
    this.#mark = mark
    const dateOf = ({ cells }: CsvRow) => cells[columns.date.index] ?? ''
    this.#dates = new DateOrder({ dateOf, read: (row, order) => this.#read(row, order) }, said)
  }

  facts(): Pick<FileFacts, 'dates'> {
    const { dates } = this.#dates
    return dates ? { dates } : {}
  }

  row(row: CsvRow): RowOutcome[] {
    return this.#dates.row(row)
  }

  end(): RowOutcome[] {
    return this.#dates.end()
  }

  #read(row: CsvRow, order: NumberOrder | undefined): RowOutcome[] {
    return this.#fields.read(
      row,
      (fields) => this.#told(fields, order),
      (told) => [this.#once(row, told)],
    )
  }

  #told(fields: Fields, order: NumberOrder | undefined): Told {
    const { id, what } = this.#columns
    const told = { id: fields.needed(id), at: this.#day(fields, order), what: fields.text(what), ...this.#money(fields) }
    if (!ID.test(told.id)) fields.complain(id, `"${told.id}" is no id of a donation, of a reversal or of an old transfer.`)
    const isReversal = told.id.includes('-')
    if (!told.id.startsWith('M') && (isReversal ? told.amount > 0 : told.amount < 0)) {
      fields.complain(this.#columns.amount, `The amount of a ${isReversal ? 'reversal' : 'donation'} has the wrong sign.`)
    }
    if (told.id.startsWith('M') && OLD[told.what.toLowerCase()] === undefined) {
      fields.complain(what, `"${told.what}" is not known, and the id does not tell what it is. Save the report in English.`)
    }
    return told
  }

  #day(fields: Fields, order: NumberOrder | undefined): string {
    const { date } = this.#columns
    const text = fields.needed(date)
    const day = readDate(text, order ?? 'mdy')
    if (day === undefined || day.length < 10) fields.complain(date, `"${text}" is no date that can be read. Save the report in English.`)
    else if (order === undefined && isAmbiguous(text)) fields.complain(date, ambiguityOf(text))
    return day ?? ''
  }

  #money(fields: Fields): { amount: Minor; currency: string } {
    const { amount: column } = this.#columns
    const text = fields.needed(column)
    const [sign = '', signed] = SIGNS.find(([one]) => text.includes(one)) ?? []
    const currency = currencyIn(text) ?? signed ?? ''
    const exponent = exponentOf(currency)
    const bare = text.replace(sign, '').replace(currency, '')
    const amount = exponent === undefined ? undefined : parseAmount(bare, exponent, this.#mark)
    if (amount === undefined || Math.abs(amount) > LARGEST) {
      fields.complain(column, `"${text}" is no amount with a currency that is known. Save the report in English.`)
    }
    return { amount: amount ?? 0, currency }
  }

  #once(row: CsvRow, told: Told): RowOutcome {
    const seen = this.#seen.see(told.id, row.raw)
    if (seen === 'new') return outcomeOf(row.number, [lineOfRow(told)])
    if (seen === 'repeated') return nonRow(row.number, 'repeated row')
    const reason = `The id ${told.id} stands in another row of this file, with other contents. It is counted once.`
    return complaint(row, { field: this.#columns.id.name, text: told.id, reason })
  }
}

function lineOfRow({ id, at, what, amount, currency }: Told): Sighting {
  const [, donation = '', reversal] = ID.exec(id) ?? []
  const facts = { key: id, at, currency, note: what }
  if (reversal !== undefined) return lineOf({ ...facts, kind: 'refund', refunds: 0 - amount, tie: donation })
  const kind = donation === '' ? (OLD[what.toLowerCase()] ?? 'transfer') : 'payment'
  if (kind === 'refund' || kind === 'chargeback') return lineOf({ ...facts, kind, refunds: 0 - amount })
  return lineOf({ ...facts, kind, gross: amount })
}
