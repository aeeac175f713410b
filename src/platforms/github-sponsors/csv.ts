import type { Column, Columns } from '../columns.ts'
import type { CsvRow } from '../csv.ts'
import type { RowOutcome } from '../read.ts'
import { Ordinals } from '../repeats.ts'
import type { OpenTable, TableReading } from '../table.ts'
import { accountOf, paymentOutcome, type Names, type Payment } from './line.ts'

const COLUMNS: Names = {
  handle: 'Sponsor Handle',
  name: 'Sponsor Profile Name',
  source: 'Payment Source',
  id: 'Transaction ID',
  tier: 'Tier Name',
  tierAmount: 'Tier Monthly Amount',
  amount: 'Processed Amount',
  prorated: 'Is Prorated?',
  yearly: 'Is Yearly?',
  status: 'Status',
  date: 'Transaction Date',
}

const NEEDED = ['handle', 'id', 'tier', 'amount', 'status', 'date'] as const

/** The first needed column that a header lacks. */
export function missingColumn(columns: Columns): string | undefined {
  const field = NEEDED.find((name) => !columns.has(COLUMNS[name]))
  return field && COLUMNS[field]
}

/** The layout of 2026 tells who collected the money. */
export function hasPaymentSource(columns: Columns): boolean {
  return columns.has(COLUMNS.source)
}

/** Reads one row for each transaction. */
export const openCsv: OpenTable = ({ columns, options }) => {
  const missing = missingColumn(columns)
  if (missing !== undefined) return `This is not GitHub Sponsors' table: it has no column "${missing}". Export it again, with all columns.`
  const find = (field: keyof Names): Column => columns.find(COLUMNS[field])
  const at = Object.fromEntries(Object.keys(COLUMNS).map((field) => [field, find(field as keyof Names)])) as Record<keyof Names, Column>
  const context = { names: COLUMNS, account: accountOf(options.fileName), ordinals: new Ordinals() }
  const row = ({ number, cells, raw }: CsvRow): RowOutcome[] => {
    const text = (field: keyof Names) => cells[at[field].index]?.trim() ?? ''
    const payment: Payment = {
      row: number,
      raw,
      handle: text('handle'),
      name: text('name'),
      source: text('source'),
      id: text('id'),
      tier: text('tier'),
      tierAmount: text('tierAmount'),
      amount: text('amount'),
      prorated: text('prorated'),
      yearly: text('yearly'),
      status: text('status'),
      date: text('date'),
    }
    return [paymentOutcome(payment, context)]
  }
  return { row } satisfies TableReading
}
