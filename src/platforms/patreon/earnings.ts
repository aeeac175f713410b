import type { Sighting } from '#domain/entry.ts'
import { exponentOf } from '#domain/currency.ts'
import { decimalText, type Minor } from '#domain/money.ts'
import { isMonth, type Month } from '#domain/month.ts'
import { readDate } from '../any-csv/dates.ts'
import { findNamed, firstMissing, type Column, type Columns } from '../columns.ts'
import type { CsvRow } from '../csv.ts'
import { Fields } from '../fields.ts'
import { lineOf } from '../line.ts'
import type { RowOutcome } from '../read.ts'
import { SeenOnce } from '../repeats.ts'
import type { OpenTable, TableReading } from '../table.ts'

const NAMES = {
  month: ['Month - successful transactions', 'Month'],
  currency: ['Currency'],
  gross: ['Total gross earnings', 'Total gross revenue'],
  refunds: ['Refunds'],
  adjustments: ['Patreon adjustments'],
  recovered: ['Recovered payments'],
  net: ['Total net earnings', 'Your total earnings'],
} as const

/** Kinds of earnings whose sum is the total; read where the file has no total. */
const EARNINGS = [
  'Membership gross earnings - Web and Android',
  'Membership gross earnings - iOS app',
  'One time purchase gross earnings - Web and Android',
  'One time purchase gross earnings - iOS app',
  'Membership charges - web',
  'Membership charges - iOS app',
  'Shop charges - web',
  'Shop charges - iOS app',
] as const

/** What is taken off, each once: the columns that begin with "Total" hold these again. */
const FEES = [
  'Patreon platform fees',
  'Patreon fee',
  'Taxes on fees',
  'Payment processing fees',
  'Processing fee',
  'Currency exchange fee',
  'Currency conversion fee',
  'iOS app fee',
  'iOS App Store fee',
  'Merch costs (items + shipping)',
  'Merch items and shipping',
] as const

const NEEDED = ['month', 'currency', 'net'] as const

/** The first column that a table of earnings needs and a header lacks. */
export function missingEarningsColumn(columns: Columns): string | undefined {
  return firstMissing(columns, NAMES, NEEDED) ?? (columns.has(...NAMES.gross, ...EARNINGS) ? undefined : NAMES.gross[0])
}

/** One month in one currency, as Patreon sums it up. */
interface MonthSum {
  month: Month
  currency: string
  gross: Minor
  fees: Minor
  refunds: Minor
  adjustments: Minor
  net: Minor
}

class EarningsRows implements TableReading {
  readonly #found: Record<keyof typeof NAMES, Column>
  readonly #earnings: readonly Column[]
  readonly #fees: readonly Column[]
  readonly #fields = new Fields()
  readonly #seen = new SeenOnce()

  constructor(columns: Columns) {
    const known = (names: readonly string[]) => names.flatMap((name) => columns.all(name).slice(0, 1))
    this.#found = findNamed(columns, NAMES)
    this.#earnings = known(EARNINGS)
    this.#fees = known(FEES)
  }

  passOver({ cells }: CsvRow): string | undefined {
    return /^(grand )?totals?\b/i.test(cells[this.#found.month.index]?.trim() ?? '') ? 'totals row' : undefined
  }

  row(row: CsvRow): RowOutcome[] {
    return this.#fields.read(
      row,
      (fields) => this.#sum(fields),
      (sum) => [this.#once(row, sum)],
    )
  }

  #sum(fields: Fields): MonthSum {
    const found = this.#found
    const currency = fields.currency(found.currency)
    const sumOf = (columns: readonly Column[]) => columns.reduce((sum, column) => sum + fields.moneyIfAny(column, currency), 0)
    const hasGross = fields.text(found.gross) !== ''
    const gross = (hasGross ? fields.money(found.gross, currency) : sumOf(this.#earnings)) + fields.moneyIfAny(found.recovered, currency)
    // Patreon writes what it takes off with a minus.
    const fees = 0 - sumOf(this.#fees)
    const refunds = 0 - fields.moneyIfAny(found.refunds, currency)
    const adjustments = fields.moneyIfAny(found.adjustments, currency)
    return { month: this.#month(fields), currency, gross, fees, refunds, adjustments, net: fields.money(found.net, currency) }
  }

  #month(fields: Fields): Month {
    const text = fields.needed(this.#found.month)
    const month = (readDate(text, 'ymd') ?? '').slice(0, 7)
    if (!isMonth(month)) fields.complain(this.#found.month, `"${text}" is no month. It should look like 2026-08.`)
    return month
  }

  #once(row: CsvRow, sum: MonthSum): RowOutcome {
    const field = this.#found.month.name
    const again = this.#seen.again(row, { id: `${sum.month} ${sum.currency}`, field, what: `${sum.month} in ${sum.currency}` })
    return again ?? { outcome: 'lines', row: row.number, lines: linesOf(sum) }
  }
}

/**
 * The month's sum, and beside it what its parts do not give of the net that Patreon states. The second line always stands: the
 * next export may revise it to nothing, and a line that an export does not name keeps what an earlier one told.
 */
function linesOf(sum: MonthSum): Sighting[] {
  const { month, currency, gross, fees, refunds, adjustments, net } = sum
  const key = `${month}:${currency}`
  const gap = net - (gross - fees - refunds + adjustments)
  const other = adjustments + gap
  const said = (amount: Minor) => `${decimalText(amount, exponentOf(currency) ?? 0)} ${currency}`
  const notes = [
    adjustments === 0 ? '' : `Patreon's adjustments: ${said(adjustments)}.`,
    gap === 0 ? '' : `The net that Patreon states differs by ${said(gap)} from what its parts give.`,
  ]
  const note = notes.filter((text) => text !== '').join(' ') || 'Nothing was adjusted.'
  return [
    lineOf({ key, at: month, kind: 'summary', currency, gross, fees, refunds }),
    lineOf({ key: `${key}:adjustment`, at: month, kind: other === 0 ? 'transfer' : 'adjustment', currency, gross: other, note }),
  ]
}

/** Reads earnings by month in any of their layouts. */
export const openEarnings: OpenTable = ({ columns }) => {
  const missing = missingEarningsColumn(columns)
  if (missing === undefined) return new EarningsRows(columns)
  return `This is not Patreon's table of earnings by month: it has no column "${missing}". Export it again from Insights, Earnings.`
}
