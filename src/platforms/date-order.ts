import type { CsvRow } from './csv.ts'
import type { RowOutcome } from './read.ts'

/** Whether the first number of `01/02/2024` is the day or the month. */
export type NumberOrder = 'dmy' | 'mdy'

const NUMBERS = /^(\d{1,2})([/.-])(\d{1,2})\2\d{2,4}\b/

/** The order that one date proves: a number past 12 is a day, and points part days from months in that order everywhere. */
export function orderIn(text: string): NumberOrder | undefined {
  const [, a = '', mark = '', b = ''] = NUMBERS.exec(text.trim()) ?? []
  if (mark === '.' || Number(a) > 12) return a === '' ? undefined : 'dmy'
  return Number(b) > 12 ? 'mdy' : undefined
}

/** Whether a date is one day in one order and another day in the other. */
export function isAmbiguous(text: string): boolean {
  const [, a = '', mark = '', b = ''] = NUMBERS.exec(text.trim()) ?? []
  return a !== '' && mark !== '.' && Number(a) <= 12 && Number(b) <= 12 && Number(a) !== Number(b)
}

/** Why a date cannot be read whose order nothing proves. */
export function ambiguityOf(text: string): string {
  return `"${text}" could be read day first or month first, and nothing in this file says which. Export a span with a day after the 12th.`
}

/** A file in which so many rows prove nothing has no order that could be found. */
const MOST_WAITING = 50_000

export interface OrderedRows {
  /** The cell that holds a row's date. */
  dateOf(row: CsvRow): string
  /** Reads a row, once the order is known or nothing is left that could tell. */
  read(row: CsvRow, order: NumberOrder | undefined): RowOutcome[]
  /** What else speaks for an order, where no date proves one. */
  otherwise?(): NumberOrder | undefined
}

/** Holds rows back until one of the file's dates proves in which order all of them are written. */
export class DateOrder {
  readonly #rows: OrderedRows
  #order: NumberOrder | undefined
  #waiting: CsvRow[] = []
  #isSettled = false

  constructor(rows: OrderedRows) {
    this.#rows = rows
  }

  /** The order that was found, for the preview. */
  get order(): NumberOrder | undefined {
    return this.#order
  }

  row(row: CsvRow): RowOutcome[] {
    if (this.#isSettled) return this.#rows.read(row, this.#order)
    const text = this.#rows.dateOf(row)
    const order = orderIn(text)
    if (order === undefined && this.#waiting.length === 0 && !isAmbiguous(text)) return this.#rows.read(row, undefined)
    this.#waiting.push(row)
    if (order === undefined && this.#waiting.length < MOST_WAITING) return []
    return this.#settle(order)
  }

  end(): RowOutcome[] {
    return this.#settle(undefined)
  }

  #settle(order: NumberOrder | undefined): RowOutcome[] {
    this.#isSettled = true
    this.#order ??= order ?? this.#rows.otherwise?.()
    const rows = this.#waiting
    this.#waiting = []
    return rows.flatMap((row) => this.#rows.read(row, this.#order))
  }
}
