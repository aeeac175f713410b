import type { Sighting } from '#domain/entry.ts'
import { Columns } from '../columns.ts'
import type { CsvRow } from '../csv.ts'
import { complaint, Fields, nonRow } from '../fields.ts'
import { lineOf } from '../line.ts'
import type { Head, Platform, Reader, RowOutcome } from '../read.ts'
import { SeenOnce } from '../repeats.ts'
import { readTable, type OpenTable, type TableReading } from '../table.ts'
import { findFields, layoutOf, missingField, type FieldColumns, type LayoutId } from './fields.ts'
import { Groups, type Owner } from './groups.ts'
import { readTransaction, type Transaction } from './rows.ts'
import { HiddenFees, isFeeHidden } from './hidden-fees.ts'

const LAYOUTS = {
  legacy: { id: 'open-collective-legacy', name: 'Open Collective, legacy layout' },
  default: { id: 'open-collective-default', name: 'Open Collective, platform default' },
  columns: { id: 'open-collective-columns', name: 'Open Collective, fees as columns' },
} as const

const WHY = {
  legacy: 'It has a short transaction id, a kind and a currency in each row.',
  default: 'It has a transaction id, a kind and a single amount column.',
  columns: 'It has a transaction id, a kind, a single amount column and the processor fee beside it.',
} as const

const CUT = /^"?Warning: totalCount is (\d+) and limit was (\d+)/i
const FAILED = /^"?(Error\b|Not account found|No account found|Internal Server Error|\{"errors?")/i

class OpenCollectiveRows implements TableReading {
  readonly #columns: FieldColumns
  readonly #layout: LayoutId
  readonly #width: number
  readonly #fields = new Fields()
  readonly #seen = new SeenOnce()
  /** Groups of two accounts of one file are two: what one gives, the other receives. */
  readonly #groups = new Map<string, Groups<RowOutcome>>()
  readonly #hidden: HiddenFees
  readonly #warnings: string[] = []

  constructor(columns: Columns, layout: LayoutId) {
    this.#columns = findFields(columns)
    this.#layout = layout
    this.#width = columns.width
    this.#hidden = new HiddenFees(this.#columns)
  }

  /** The export service writes its own troubles as lines of text between the rows. */
  passOver({ cells, raw }: CsvRow): string | undefined {
    if (cells.length >= Math.min(5, this.#width)) return undefined
    const cut = CUT.exec(raw)
    if (cut) {
      this.#warnings.push(
        `The export is cut: it holds ${cut[2]} of ${cut[1]} transactions. Export it with "fetchAll", or in shorter spans.`,
      )
      return 'warning of a cut export'
    }
    if (!FAILED.test(raw)) return undefined
    this.#warnings.push(`The export broke off: "${raw.slice(0, 200)}". Export it again.`)
    return 'error line of the export'
  }

  row(row: CsvRow): RowOutcome[] {
    return this.#fields.read(
      row,
      (fields) => readTransaction(fields, this.#columns, this.#layout),
      (transaction) => this.#once(row, transaction),
    )
  }

  end(): RowOutcome[] {
    return [...this.#groups.values()].flatMap((groups) => groups.end())
  }

  facts() {
    return { warnings: [...this.#warnings, ...this.#hidden.warnings()] }
  }

  #once(row: CsvRow, transaction: Transaction): RowOutcome[] {
    const seen = this.#seen.see(transaction.key, row.raw)
    if (seen === 'repeated') return [nonRow(row.number, 'repeated row')]
    if (seen === 'new') return this.#place(transaction)
    const reason = `The id ${transaction.key} stands in another row of this file, with other contents. It is counted once.`
    return [complaint(row, { field: '', text: transaction.key, reason })]
  }

  #place(t: Transaction): RowOutcome[] {
    const groups = this.#groupsOf(t.account.id)
    if (t.role === 'fee') return groups.belong(t.group, (owner) => feeOutcome(t, owner))
    if (t.role === 'tax') return groups.belong(t.group, (owner) => taxOutcome(t, owner))
    if (t.role === 'aside') return [transferOutcome(t)]
    const isPayment = t.role === 'income' && t.isCredit && !t.isRefund
    const isRefund = t.role === 'income' && !t.isCredit && t.isRefund
    if (!isPayment && !isRefund) return [transferOutcome(t), ...groups.own(t.group, { counts: false })]
    if (isPayment) this.#hidden.note(t.at)
    const outcome = isPayment ? this.#payment(t) : this.#refund(t)
    return [outcome, ...groups.own(t.group, { counts: true, tie: isPayment ? t.key : t.refunded, sight: t.sight })]
  }

  #groupsOf(account: string): Groups<RowOutcome> {
    const known = this.#groups.get(account)
    if (known) return known
    const groups = new Groups<RowOutcome>()
    this.#groups.set(account, groups)
    return groups
  }

  #payment(t: Transaction): RowOutcome {
    const { gross, fees, gap } = t.amounts
    const hidden = gap > 0 && isFeeHidden(t.at, this.#columns) ? gap : 0
    const line = lineOf({ ...factsOf(t), kind: 'payment', gross, fees: fees + hidden, months: t.months, patron: t.patron, name: t.name })
    return linesOutcome(t, [line, ...gapLines(t, gap - hidden, t.key)])
  }

  #refund(t: Transaction): RowOutcome {
    const { gross, fees, gap } = t.amounts
    const hidden = gap < 0 && isFeeHidden(t.at, this.#columns) ? gap : 0
    const amounts = { refunds: 0 - gross, fees: fees + hidden }
    const line = lineOf({ ...factsOf(t), kind: 'refund', ...amounts, tie: t.refunded, patron: t.patron, name: t.name })
    return linesOutcome(t, [line, ...gapLines(t, gap - hidden, t.refunded)])
  }
}

/** Every line bears the sight that the layouts share. All yield to the legacy layout, which alone tells every fee. */
function factsOf({ key, at, currency, note, sight, yields }: Transaction, owner?: Owner) {
  return { key, at, currency, note, ref: yields && owner?.counts === true ? owner.sight : sight, yields }
}

function linesOutcome({ row, account }: Transaction, lines: Sighting[]): RowOutcome {
  return { outcome: 'lines', row, lines, account }
}

/** Where the platform's net is not what its parts give, the net wins and the gap is shown. */
function gapLines(t: Transaction, gap: number, tie: string | undefined): Sighting[] {
  if (gap === 0) return []
  const note = `The net that Open Collective states differs from amount, fees and tax. ${t.note}`
  return [lineOf({ ...factsOf(t), key: `${t.key}:gap`, kind: 'adjustment', gross: 0 - gap, tie, note })]
}

function feeOutcome(t: Transaction, owner: Owner | undefined): RowOutcome {
  if (owner?.counts === false) return transferOutcome(t)
  return linesOutcome(t, [lineOf({ ...factsOf(t, owner), kind: 'fee', fees: 0 - t.amounts.net, tie: owner?.tie })])
}

/** Sales tax as a row of its own leaves gross, as it does where it is a column. */
function taxOutcome(t: Transaction, owner: Owner | undefined): RowOutcome {
  if (owner?.counts === false) return transferOutcome(t)
  return linesOutcome(t, [lineOf({ ...factsOf(t, owner), kind: 'adjustment', gross: t.amounts.net, tie: owner?.tie })])
}

function transferOutcome(t: Transaction): RowOutcome {
  const { fees, net } = t.amounts
  const line = lineOf({ ...factsOf(t), kind: 'transfer', gross: net + fees, fees, name: t.name })
  return { outcome: 'transfer', row: t.row, lines: [line], account: t.account }
}

function openLayout(layout: LayoutId): OpenTable {
  return ({ columns }) => {
    const missing = missingField(columns)
    const hasKey =
      layout === 'legacy'
        ? columns.has('shortId', 'Short Transaction ID', 'id', 'Transaction GraphQL ID')
        : columns.has('legacyId', 'Transaction ID')
    if (missing === undefined && hasKey) return new OpenCollectiveRows(columns, layout)
    return `This is not Open Collective's layout: it has no column for the ${missing ?? 'transaction id'}. Choose the fields again and export it.`
  }
}

function reader(layout: LayoutId): Reader {
  return {
    layout: { ...LAYOUTS[layout], platform: 'open-collective' },
    recognise: ({ header }: Head) => (layoutOf(new Columns(header)) === layout ? WHY[layout] : undefined),
    read: (chunks, options) => readTable(chunks, options, { open: openLayout(layout), style: { dates: 'ISO 8601, UTC', decimals: '.' } }),
  }
}

export const openCollective: Platform = {
  id: 'open-collective',
  name: 'Open Collective',
  streamKind: 'patronage',
  readers: [reader('legacy'), reader('columns'), reader('default')],
}
