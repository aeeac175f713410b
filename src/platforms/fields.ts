import { exponentOf } from '#domain/currency.ts'
import { parseAmount, type DecimalMark, type Minor } from '#domain/money.ts'
import type { Moment } from '#domain/zone.ts'
import { NO_COLUMN, type Column } from './columns.ts'
import type { CsvRow } from './csv.ts'
import { isoMoment, type Zoneless } from './moments.ts'
import type { RowOutcome } from './read.ts'

/** Beyond this many minor units an amount is a misread number: hundreds of such still add up exactly. */
const LARGEST: Minor = 10_000_000_000_000

/** What is wrong with one field. */
export interface Trouble {
  field: string
  text: string
  reason: string
}

/**
 * One row's cells, read as what they should be. The first that cannot be read is remembered and makes the whole row a complaint
 * (`read`), so that a stand-in returned for it never reaches the ledger.
 */
export class Fields {
  #row: CsvRow = { number: 0, cells: [], raw: '' }
  #trouble: Trouble | undefined

  /** Reads one row and goes on with what was read, unless a field could not be: then the row is a complaint about it. */
  read<Value>(row: CsvRow, take: (fields: Fields) => Value, goOn: (value: Value) => RowOutcome[]): RowOutcome[] {
    this.#row = row
    this.#trouble = undefined
    const value = take(this)
    return this.#trouble ? [complaint(row, this.#trouble)] : goOn(value)
  }

  get row(): number {
    return this.#row.number
  }

  get isReadable(): boolean {
    return this.#trouble === undefined
  }

  /** The cell without spaces around it; empty for a column or a cell that is not there. */
  text(column: Column): string {
    const cell = this.#row.cells[column.index] ?? ''
    return isTrimmed(cell) ? cell : cell.trim()
  }

  /** As `text`, for a field that no line can do without. */
  needed(column: Column): string {
    const text = this.text(column)
    if (text === '') this.complain(column, `${column.name} is empty. It is needed to know this row.`)
    return text
  }

  complain(column: Column, reason: string): void {
    this.#trouble ??= { field: column.name, text: this.text(column), reason }
  }

  /** The same about the row as a whole. */
  complainOfRow(reason: string): void {
    this.complain(NO_COLUMN, reason)
  }

  currency(column: Column): string {
    const code = this.needed(column).toUpperCase()
    if (this.isReadable && exponentOf(code) === undefined) {
      this.complain(column, `"${this.text(column)}" is no currency that is known. It should be a code of three letters such as EUR.`)
    }
    return code
  }

  /** An amount that must be there, in minor units. */
  money(column: Column, currency: string, mark: DecimalMark = '.'): Minor {
    const text = this.needed(column)
    return text === '' ? 0 : this.#amount(column, { text, currency, mark })
  }

  /** An amount that a file may leave out; out is 0. */
  moneyIfAny(column: Column, currency: string, mark: DecimalMark = '.'): Minor {
    const text = this.text(column)
    return text === '' ? 0 : this.#amount(column, { text, currency, mark })
  }

  #amount(column: Column, { text, currency, mark }: { text: string; currency: string; mark: DecimalMark }): Minor {
    const exponent = exponentOf(currency)
    if (exponent === undefined) return 0
    const amount = parseAmount(text, exponent, mark)
    if (amount !== undefined && Math.abs(amount) <= LARGEST) return amount
    this.complain(column, amount === undefined ? `"${text}" is not an amount of ${currency}.` : `"${text}" is larger than any payment.`)
    return 0
  }

  /** A date in ISO 8601, with or without a time. */
  moment(column: Column, zoneless: Zoneless): Moment {
    const text = this.needed(column)
    const moment = isoMoment(text, zoneless)
    if (moment === undefined)
      this.complain(column, `"${text}" is no date that exists. It should look like 2024-06-30 or 2024-06-30 10:38:06.`)
    return moment ?? ''
  }
}

/** Most cells have no space around them, and finding out costs less than trimming. */
function isTrimmed(cell: string): boolean {
  const [first, last] = [cell.charCodeAt(0), cell.charCodeAt(cell.length - 1)]
  return first > 32 && first < 127 && last > 32 && last < 127
}

/** A complaint about a row. */
export function complaint(row: Pick<CsvRow, 'number' | 'raw'>, trouble: Trouble): RowOutcome {
  const { field, text, reason } = trouble
  return { outcome: 'complaint', row: row.number, field, text: text.slice(0, 500), reason, raw: row.raw.slice(0, 500) }
}

/** A row that is no payment by nature. */
export function nonRow(row: number, reason: string): RowOutcome {
  return { outcome: 'non-row', row, reason }
}
