import type { Sighting } from '#domain/entry.ts'
import type { Minor } from '#domain/money.ts'
import type { Moment } from '#domain/zone.ts'
import { readDate } from '../any-csv/dates.ts'
import { findNamed, type Column, type Columns } from '../columns.ts'
import type { CsvRow } from '../csv.ts'
import { decimalMarkIn } from '../decimal-mark.ts'
import { Fields, nonRow } from '../fields.ts'
import { lineOf } from '../line.ts'
import type { FileFacts, RowOutcome } from '../read.ts'
import { Ordinals } from '../repeats.ts'
import type { OpenTable, TableReading, TableStart } from '../table.ts'
import { amountIn, etsyAmount, orderRef, REFERENCES, refundRef, type Written } from './words.ts'

const NAMES = {
  date: ['Date'],
  type: ['Type'],
  title: ['Title'],
  info: ['Info'],
  currency: ['Currency'],
  amount: ['Amount'],
  fees: ['Fees & Taxes'],
  net: ['Net'],
} as const

/** The first column that a statement needs and a header lacks. */
export function missingStatementColumn(columns: Columns): string | undefined {
  const found = findNamed(columns, NAMES)
  // Every name of the table is a key of it.
  const missing = (Object.keys(NAMES) as (keyof typeof NAMES)[]).find((name) => found[name].index < 0)
  return missing && NAMES[missing][0]
}

type Role = 'sale' | 'refund' | 'fee' | 'of-the-state' | 'adjustment' | 'transfer'

/** No title of Etsy's is longer; what is, is looked at so far. */
const LONGEST = 200

const FEES = /^(fee|marketing|shipping|shipping label|listing|transaction|subscription|tax|vat|gst|hst|pst|qst|sales tax|other)$/
const TRANSFERS = /^(deposit|disbursement|payout|payment|bill payment|reserve|reserve release)$/
const OF_THE_STATE = /\bpaid by (the )?buyer\b|\bsales tax\b|^buyer fee/

/** Tax and charges that the buyer paid for the state are in the sale, and leave by a row of their own. */
function roleOf(type: string, title: string): Role | undefined {
  const [kind, words] = [type.toLowerCase(), title.toLowerCase()]
  if (kind === 'sale') return 'sale'
  if (kind === 'refund') return 'refund'
  if (kind === 'buyer fee' || (FEES.test(kind) && OF_THE_STATE.test(words))) return 'of-the-state'
  if (FEES.test(kind)) return 'fee'
  if (TRANSFERS.test(kind)) return 'transfer'
  return /^(adjustment|credit|recoupment)$/.test(kind) ? 'adjustment' : undefined
}

interface StatementRow {
  role: Role
  at: Moment
  currency: string
  order: string
  amount: Minor
  fees: Minor
  net: Minor
  title: string
  note: string
  key: string
}

class StatementRows implements TableReading {
  readonly #found: Record<keyof typeof NAMES, Column>
  readonly #mark: Written['mark']
  readonly #fields = new Fields()
  readonly #ordinals = new Ordinals()
  /** Whether every sale so far names its order, so that others can be held against it. */
  #allNamed = true

  constructor({ columns, sample }: TableStart) {
    this.#found = findNamed(columns, NAMES)
    const { amount, fees, net } = this.#found
    this.#mark = decimalMarkIn(sample, [amount, fees, net]) ?? '.'
  }

  row(row: CsvRow): RowOutcome[] {
    return this.#fields.read(
      row,
      (fields) => this.#statementRow(fields),
      (read) => [this.#outcome(row, read)],
    )
  }

  facts(): Partial<FileFacts> {
    return { covers: { refs: this.#allNamed ? REFERENCES : [] }, style: { dates: 'month in words', decimals: this.#mark } }
  }

  #statementRow(fields: Fields): StatementRow {
    const found = this.#found
    const [type, title, info] = [fields.needed(found.type), fields.text(found.title), fields.text(found.info)]
    const role = roleOf(type, title)
    if (role === undefined && type !== '') fields.complain(found.type, `"${type}" is no type of row that is known, so it is not counted.`)
    const written = { currency: fields.currency(found.currency), mark: this.#mark }
    const [amount, fees] = [etsyAmount(fields, found.amount, written), etsyAmount(fields, found.fees, written)]
    const stated = fields.text(found.net)
    const net = stated === '' || stated === '--' ? amount + fees : etsyAmount(fields, found.net, written)
    const date = fields.needed(found.date)
    const at = readDate(date, 'mdy') ?? ''
    if (at.length !== 10) fields.complain(found.date, `"${date}" is no date that exists. It should look like Sep 25, 2026.`)
    return {
      role: role ?? 'transfer',
      at,
      currency: written.currency,
      order: /\border\s*(?:#|no\.?|:)\s*(\d+)/i.exec(`${title} ${info}`)?.[1] ?? '',
      amount,
      fees,
      net: role === 'transfer' && net === 0 ? this.#moved(fields, title, written) : net,
      title,
      note: [title, info].filter((text) => text !== '').join(', '),
      key: [at, type, title.slice(0, LONGEST), info.slice(0, LONGEST), String(net)].join('|'),
    }
  }

  /** What a deposit moved stands in its title alone: `$37.35 sent to your bank account`. */
  #moved(fields: Fields, title: string, written: Written): Minor {
    const text = /[A-Z]{0,2}\p{Sc}\s?\d[\d.,']*|\d[\d.,']*\s?\p{Sc}/u.exec(title.slice(0, LONGEST))?.[0] ?? ''
    const amount = text === '' ? `"${title}" does not say how much was moved.` : amountIn(text, written)
    if (typeof amount === 'string') fields.complain(this.#found.title, amount)
    return typeof amount === 'string' ? 0 : 0 - amount
  }

  #outcome(row: CsvRow, read: StatementRow): RowOutcome {
    if (read.net === 0 && read.amount === 0 && read.fees === 0) return nonRow(row.number, 'amount is 0')
    const lines = linesOf({ ...read, key: this.#ordinals.next(keyOf(read)) })
    if (read.role === 'sale' && read.order === '') this.#allNamed = false
    return { outcome: read.role === 'transfer' ? 'transfer' : 'lines', row: row.number, lines }
  }
}

/** A sale is named by its order, so that what belongs to it finds it in another month's statement too. */
const saleKey = (order: string): string => `sale:${order}`

function keyOf({ role, order, key }: StatementRow): string {
  return role === 'sale' && order !== '' ? saleKey(order) : key
}

function linesOf({ role, key, at, currency, order, amount, fees, net, note }: StatementRow): Sighting[] {
  const facts = { key, at, currency, note }
  const named = order === '' ? undefined : order
  const tie = named && saleKey(named)
  switch (role) {
    case 'sale':
      return [lineOf({ ...facts, kind: 'payment', gross: amount, fees: 0 - fees, ref: named && orderRef(named) }), ...gapLines()]
    case 'refund':
      return [lineOf({ ...facts, kind: 'refund', refunds: 0 - amount, fees: 0 - fees, tie, ref: named && refundRef(named) }), ...gapLines()]
    case 'fee':
      return [lineOf({ ...facts, kind: 'fee', fees: 0 - net, tie })]
    case 'of-the-state':
    case 'adjustment':
      return [lineOf({ ...facts, kind: 'adjustment', gross: net, tie })]
    case 'transfer':
      return [lineOf({ ...facts, kind: 'transfer', gross: net })]
  }

  /** Where the stated net is not amount and fees together, the net wins and the gap is shown. */
  function gapLines(): Sighting[] {
    const gap = net - amount - fees
    if (gap === 0) return []
    const reason = 'The net that Etsy states is not amount and fees together.'
    return [lineOf({ key: `${key}:gap`, at, currency, kind: 'adjustment', gross: gap, note: reason })]
  }
}

/** Reads the monthly statement: every movement of the shop's money, and so what the tables of orders yield to. */
export const openStatement: OpenTable = (start) => {
  const missing = missingStatementColumn(start.columns)
  if (missing === undefined) return new StatementRows(start)
  return `This is not Etsy's monthly statement: it has no column "${missing}". Download it again from Finances.`
}
