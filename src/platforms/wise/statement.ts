import type { Sighting } from '#domain/entry.ts'
import type { Moment } from '#domain/zone.ts'
import { readDate } from '../any-csv/dates.ts'
import type { Column } from '../columns.ts'
import type { CsvRow } from '../csv.ts'
import { Fields, nonRow } from '../fields.ts'
import { lineOf } from '../line.ts'
import { outcomeOf, plainReader, type Found } from '../plain-table.ts'
import type { FileFacts, RowOutcome } from '../read.ts'
import { Ordinals, SeenOnce } from '../repeats.ts'
import type { TableReading } from '../table.ts'
import { idOf, keyOf, linesOf, type Movement } from './movement.ts'

const NAMES = {
  id: ['TransferWise ID', 'Wise ID'],
  date: ['Date Time', 'Date'],
  day: ['Date'],
  amount: ['Amount'],
  currency: ['Currency'],
  description: ['Description'],
  reference: ['Payment Reference'],
  balance: ['Running Balance'],
  from: ['Exchange From'],
  to: ['Exchange To'],
  payer: ['Payer Name'],
  payee: ['Payee Name'],
  merchant: ['Merchant'],
  holder: ['Card Holder Full Name'],
  note: ['Note'],
  fees: ['Total fees'],
  details: ['Transaction Details Type'],
} as const

type Name = keyof typeof NAMES

/** Fees that stand as rows of their own bear the id of what they were taken for. */
const FEE_ID = /^FEE-(.+)$/
/** What comes in and was not paid by anybody: own money, interest, money back. */
const OWN_ID = /^(BALANCE|CONVERSION|CARD|ACCRUAL|DIRECT_DEBIT|INTEREST|CASHBACK|TOPUP|OVERBOOST)/
/** What a statement calls money that others sent. Of a returned transfer it says that it is a transfer. */
const FROM_OTHERS = /^DEPOSIT/
const OWN_WORDS = /^(converted\b|moved\b|topped up\b|top-?up\b|wise top-?up\b|added money|balance cashback|.*\binterest\b)/i

interface StatementRow extends Movement {
  row: number
  isOwn: boolean
  payer: string
}

/** Reads a balance's statement. What came in waits until the end: only then is it known whether it is one's own money. */
class StatementRows implements TableReading {
  readonly #found: Found<Name>
  readonly #fields = new Fields()
  readonly #seen = new SeenOnce()
  readonly #ordinals = new Ordinals()
  readonly #waiting: StatementRow[] = []
  /** Ids of what went out, names of the card's holder. */
  readonly #sent = new Set<string>()
  readonly #holders = new Set<string>()

  constructor(found: Found<Name>) {
    this.#found = found
  }

  row(row: CsvRow): RowOutcome[] {
    return this.#fields.read(
      row,
      (fields) => this.#read(fields),
      (movement) => this.#place(row, movement),
    )
  }

  end(): RowOutcome[] {
    const payments = new Map<string, string>()
    const outcomes: RowOutcome[] = []
    const separately = new Set(this.#waiting.flatMap(({ id }) => FEE_ID.exec(id)?.[1] ?? []))
    const [feeRows, others] = [this.#waiting.filter((m) => FEE_ID.test(m.id)), this.#waiting.filter((m) => !FEE_ID.test(m.id))]
    for (const m of others) {
      const isPayment = !(m.isOwn || this.#sent.has(m.id) || this.#holders.has(plainName(m.payer)))
      // A fee that has a row of its own is counted there.
      const lines = linesOf({ ...m, isPayment, fees: separately.has(m.id) ? 0 : m.fees }, this.#ordinals)
      if (isPayment) payments.set(m.id, lines[0]?.key ?? '')
      outcomes.push(outcomeOf(m.row, lines))
    }
    for (const m of feeRows) outcomes.push(outcomeOf(m.row, this.#feeLines(m, payments.get(FEE_ID.exec(m.id)?.[1] ?? ''))))
    return outcomes
  }

  facts(): Partial<FileFacts> {
    return { style: { dates: 'day first, UTC', decimals: '.' } }
  }

  #read(fields: Fields): StatementRow {
    const found = this.#found
    const text = (name: Name) => fields.text(found[name])
    const currency = fields.currency(found.currency)
    const id = idOf(fields.needed(found.id))
    const isExchanged = text('from') !== '' && text('to') !== '' && text('from') !== text('to') && text('payer') === ''
    const details = text('details').toUpperCase()
    // Older statements do not tell what a movement is, but they name who paid.
    const isFromOthers = details === '' || details === 'UNKNOWN' ? text('payer') !== '' : FROM_OTHERS.test(details)
    const isOwn = !isFromOthers || OWN_ID.test(id) || OWN_WORDS.test(text('description')) || isExchanged
    return {
      row: fields.row,
      id,
      at: this.#moment(fields),
      currency,
      amount: fields.money(found.amount, currency),
      fees: fields.moneyIfAny(found.fees, currency),
      isPayment: false,
      isOwn,
      payer: text('payer'),
      name: text('payer') || text('payee') || text('merchant'),
      note: [text('description'), text('reference'), text('note')].filter((part) => part !== '').join(', '),
    }
  }

  #moment(fields: Fields): Moment {
    const column: Column = fields.text(this.#found.date) === '' ? this.#found.day : this.#found.date
    const text = fields.needed(column)
    const at = readDate(text, 'dmy') ?? ''
    if (at.length < 10) fields.complain(column, `"${text}" is no date that exists. It should look like 25-03-2025.`)
    return at.length > 10 && !at.endsWith('Z') ? `${at}Z` : at
  }

  #place(row: CsvRow, movement: StatementRow): RowOutcome[] {
    const { id, amount } = movement
    if (this.#seen.see(keyOf(movement), row.raw) === 'repeated') return [nonRow(row.number, 'repeated row')]
    if (amount === 0) return [nonRow(row.number, 'amount is 0')]
    const holder = plainName(row.cells[this.#found.holder.index] ?? '')
    if (holder !== '') this.#holders.add(holder)
    if (amount < 0 && !FEE_ID.test(id)) {
      this.#sent.add(id)
      return [outcomeOf(row.number, linesOf(movement, this.#ordinals))]
    }
    this.#waiting.push(movement)
    return []
  }

  /** A fee on money that came in is a fee of that payment; one on money that is spent is spent with it. */
  #feeLines(m: StatementRow, tie: string | undefined): Sighting[] {
    if (tie === undefined) return linesOf(m, this.#ordinals)
    const key = this.#ordinals.next(keyOf(m))
    return [lineOf({ key, at: m.at, kind: 'fee', currency: m.currency, fees: 0 - m.amount, tie, note: m.note })]
  }
}

function plainName(name: string): string {
  return name.toLowerCase().replace(/\s+/g, ' ').trim()
}

export const wiseStatement = plainReader({
  layout: { id: 'wise-statement', platform: 'wise', name: 'Wise, balance statement' },
  why: 'It has TransferWise ids and the running balance after each movement.',
  names: NAMES,
  needed: ['id', 'date', 'amount', 'currency', 'description', 'balance'],
  again: 'Export it again from Statements, as CSV.',
  open: (found) => new StatementRows(found),
})
