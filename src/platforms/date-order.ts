import type { CsvRow } from './csv.ts'
import type { RowOutcome } from './read.ts'

/** Whether the first number of `01/02/2024` is the day or the month. */
export type NumberOrder = 'dmy' | 'mdy'

const NUMBERS = /^(\d{1,2})([/.-])(\d{1,2})\2\d{2,4}\b/

/**
 * The order that one date proves: a number past 12 is a day, and points part days from months in that order everywhere. Two numbers
 * past 12 are no date and prove nothing.
 */
export function orderIn(text: string): NumberOrder | undefined {
  const [, a = '', mark = '', b = ''] = NUMBERS.exec(text.trim()) ?? []
  if (Number(a) > 12 && Number(b) > 12) return undefined
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

/** How a file's dates are read, for the preview: in which order, how that is known, and one of them. */
export interface DatesRead {
  /** Null where nothing says it: the user has to. */
  order: NumberOrder | null
  /** `proof`: one of the dates allows no other order. `said`: by the user, of this file; `remembered`: of the account. */
  by: 'proof' | 'said' | 'remembered' | 'guess'
  /** Why, as the end of the sentence "Dates are read day first because …"; empty where there is no order. */
  because: string
  /** A date of the file: one that proves the order, else one that is another day in another order. */
  example: string
}

/** An order that was said before the file is read. */
export interface SaidOrder {
  order: NumberOrder
  by: 'said' | 'remembered'
}

/** An order that something speaks for, and what. */
export interface LikelyOrder {
  order: NumberOrder
  because: string
}

const SAID: Record<SaidOrder['by'], string> = {
  said: 'you said so',
  remembered: 'other files of this account are',
}

/** A file in which so many rows prove nothing has no order that could be found. */
const MOST_WAITING = 50_000

export interface OrderedRows {
  /** The cell that holds a row's date. */
  dateOf(row: CsvRow): string
  /** Reads a row, once the order is known or nothing is left that could tell. */
  read(row: CsvRow, order: NumberOrder | undefined): RowOutcome[]
  /** What else speaks for an order, where no date proves one; of rows that all wait for it. */
  otherwise?(waiting: readonly CsvRow[]): LikelyOrder | NumberOrder | undefined
}

/** Holds rows back until one of the file's dates proves in which order all of them are written. */
export class DateOrder {
  readonly #rows: OrderedRows
  readonly #said: SaidOrder | undefined
  #dates: DatesRead | undefined
  #waiting: CsvRow[] = []
  #isSettled = false

  constructor(rows: OrderedRows, said?: SaidOrder) {
    this.#rows = rows
    this.#said = said
  }

  /** The order that was found, for the preview. */
  get order(): NumberOrder | undefined {
    return this.#dates?.order ?? undefined
  }

  /** The same with its reason; undefined where no date could be read in two orders. */
  get dates(): DatesRead | undefined {
    return this.#dates
  }

  row(row: CsvRow): RowOutcome[] {
    if (this.#isSettled) return this.#rows.read(row, this.order)
    const text = this.#rows.dateOf(row)
    const proof = orderIn(text)
    if (proof === undefined && this.#waiting.length === 0 && !isAmbiguous(text)) return this.#rows.read(row, undefined)
    this.#waiting.push(row)
    if (proof === undefined && this.#waiting.length < MOST_WAITING) return []
    return this.#settle(proof && { order: proof, example: text.trim() })
  }

  end(): RowOutcome[] {
    return this.#settle(undefined)
  }

  #settle(proof: (Pick<DatesRead, 'example'> & { order: NumberOrder }) | undefined): RowOutcome[] {
    if (!this.#isSettled && (proof || this.#waiting.length > 0)) {
      this.#dates = proof ? { ...proof, by: 'proof', because: `${proof.example} can be nothing else` } : this.#unproven()
    }
    this.#isSettled = true
    const rows = this.#waiting
    this.#waiting = []
    return rows.flatMap((row) => this.#rows.read(row, this.order))
  }

  #unproven(): DatesRead {
    const example = this.#waiting.map((row) => this.#rows.dateOf(row).trim()).find(isAmbiguous) ?? ''
    if (this.#said) return { ...this.#said, because: SAID[this.#said.by], example }
    const likely = this.#rows.otherwise?.(this.#waiting)
    if (likely === undefined) return { order: null, by: 'guess', because: '', example }
    return typeof likely === 'string'
      ? { order: likely, by: 'guess', because: 'that is how this platform writes them', example }
      : { ...likely, by: 'guess', example }
  }
}
