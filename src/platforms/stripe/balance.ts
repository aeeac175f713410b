import type { Sighting } from '#domain/entry.ts'
import type { Minor } from '#domain/money.ts'
import { findNamed, firstMissing, type Column, type Columns } from '../columns.ts'
import type { CsvRow } from '../csv.ts'
import { Fields } from '../fields.ts'
import type { FileFacts, RowOutcome } from '../read.ts'
import { SeenOnce } from '../repeats.ts'
import type { OpenTable, TableReading } from '../table.ts'
import { AmountStyle } from './amount-style.ts'
import { roleOf } from './categories.ts'
import { linesOf, type Movement } from './movement.ts'
import { idsIn, quotedDescription, Ties } from './ties.ts'

/** Columns of the balance reports: the names of the reports of today, and those of the dashboard's table. */
const NAMES = {
  id: ['balance_transaction_id', 'id', 'ID'],
  category: ['reporting_category', 'Type'],
  created: ['created_utc', 'Created (UTC)', 'created', 'Created date (UTC)', 'effective_at_utc', 'effective_at'],
  currency: ['currency'],
  gross: ['gross', 'Amount'],
  fee: ['fee'],
  net: ['net'],
  description: ['description'],
  source: ['source_id', 'source'],
  charge: ['charge_id'],
  intent: ['payment_intent_id'],
  customer: ['customer_id', 'customer_email'],
  customerName: ['customer_name', 'customer_description', 'customer_email'],
} as const

type Name = keyof typeof NAMES
type Found = Record<Name, Column>

const NEEDED = ['id', 'category', 'created', 'currency', 'gross'] as const

/** The first column that a balance report needs and a header lacks. Two of gross, fee and net give the third. */
export function missingBalanceColumn(columns: Columns): string | undefined {
  const found = findNamed(columns, NAMES)
  return firstMissing(columns, NAMES, NEEDED) ?? (found.net.index < 0 && found.fee.index < 0 ? 'net' : undefined)
}

/** A movement, and the row that tells of it. */
type RowMovement = Movement & { row: number; isNamed: boolean }

class BalanceRows implements TableReading {
  readonly #found: Found
  readonly #style: AmountStyle
  readonly #isUtc: boolean
  readonly #fields = new Fields()
  readonly #seen = new SeenOnce()
  readonly #ties = new Ties()
  /** Whether every charge row so far carries the id of its charge or payment intent, and which kinds of ids occur. */
  #allReferenced = true
  readonly #prefixes = new Set<string>()

  readonly #covers: boolean

  constructor(columns: Columns, sample: readonly CsvRow[], covers: boolean) {
    this.#covers = covers
    this.#found = findNamed(columns, NAMES)
    const { gross, fee, net, created } = this.#found
    this.#style = new AmountStyle(sample, [gross, fee, net])
    this.#isUtc = /utc/i.test(created.name)
  }

  row(row: CsvRow): RowOutcome[] {
    return this.#fields.read(
      row,
      (fields) => this.#movement(fields),
      (movement) => this.#once(row, movement),
    )
  }

  end(): Iterable<RowOutcome> {
    return this.#ties.end()
  }

  facts(): Partial<FileFacts> {
    const { source, charge, intent } = this.#found
    const hasIds = [source, charge, intent].some((column) => column.index >= 0)
    const refs = hasIds && this.#allReferenced ? [...new Set(['ch_', 'py_', ...this.#prefixes])] : []
    const style = { decimals: this.#style.mark, dates: this.#isUtc ? 'ISO 8601, UTC' : "ISO 8601, the account's own time" }
    return this.#covers ? { covers: { refs }, style } : { style }
  }

  #movement(fields: Fields): RowMovement {
    const found = this.#found
    const text = (name: Name) => fields.text(found[name])
    const currency = fields.currency(found.currency)
    const gross = this.#style.read(fields, found.gross, currency)
    const net = this.#net(fields, currency, gross)
    const fee = text('fee') === '' ? gross - net : this.#style.read(fields, found.fee, currency)
    const [description, source] = [text('description'), text('source')]
    const role = roleOf(fields.needed(found.category), { net, description, source })
    if (role === undefined) fields.complain(found.category, `"${text('category')}" is no category that is known, so it is not counted.`)
    return {
      row: fields.row,
      id: fields.needed(found.id),
      at: fields.moment(found.created, this.#isUtc ? 'utc' : 'wall'),
      role: role ?? 'transfer',
      isCharge: /^(charge|payment)$/i.test(text('category')),
      currency,
      gross,
      // Some tools write fees negative: gross + fee = net says so without a doubt.
      fees: fee !== 0 && gross + fee === net ? 0 - fee : fee,
      net,
      description,
      isNamed: text('charge') !== '',
      charges: [text('charge'), ...idsIn(source), text('intent')].filter((id) => id !== ''),
      patron: text('customer'),
      name: text('customerName'),
    }
  }

  #net(fields: Fields, currency: string, gross: Minor): Minor {
    if (this.#found.net.index >= 0) return this.#style.read(fields, this.#found.net, currency)
    return gross - this.#style.read(fields, this.#found.fee, currency)
  }

  #once(row: CsvRow, movement: RowMovement): RowOutcome[] {
    const again = this.#seen.again(row, { id: movement.id, field: this.#found.id.name })
    return again ? [again] : this.#place(movement)
  }

  #place(m: RowMovement): RowOutcome[] {
    const lines = linesOf(m)
    const [main] = lines
    const counts = lines.some((line) => line.kind !== 'transfer')
    const outcome = { outcome: counts ? 'lines' : 'transfer', row: m.row, lines } as const
    if (main?.kind === 'payment') return [outcome, ...this.#noteCharge(main, m)]
    if (m.role !== 'refund' && m.role !== 'chargeback') return [outcome]
    const ids = [...m.charges, ...idsIn(m.description)]
    return this.#ties.tie(outcome, { ids, description: quotedDescription(m.description) })
  }

  #noteCharge(line: Sighting, m: RowMovement): RowOutcome[] {
    if (line.ref === undefined) this.#allReferenced &&= !m.isCharge
    else this.#prefixes.add(line.ref.slice(0, 3))
    return this.#ties.know(line, { ids: m.charges, description: m.description, isNamed: m.isNamed })
  }
}

/**
 * Opens a balance report. One that lists every movement `covers` what the payments export tells of the same days; one that
 * lists payouts only does not.
 */
export function openBalance(covers: boolean): OpenTable {
  return ({ columns, sample }) => {
    const missing = missingBalanceColumn(columns)
    if (missing === undefined) return new BalanceRows(columns, sample, covers)
    return `This is not a Stripe balance report: it has no column "${missing}". Export it again with its default columns.`
  }
}
