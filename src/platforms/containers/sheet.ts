import { ContainerError } from './container.ts'

/** The most rows that any spreadsheet has; repeated rows beyond them are none. */
const MOST_ROWS = 1_048_576
export const MOST_COLUMNS = 16_384
/** Letters of a sheet's rows; a few bytes can stand for many, by repeats, by gaps and by one text in many cells. */
const MOST_LETTERS = 512 * 1024 * 1024
/** Of them, those that a piece of the file may come to: they are in memory at once. */
const MOST_AT_ONCE = 32 * 1024 * 1024
/** Of them, marks between cells in which there is nothing. */
const MOST_GAPS = 32 * 1024 * 1024

/** Writes the rows of one sheet as comma-separated values, each row with the number that it has in the sheet. */
export class SheetText {
  readonly #encoder = new TextEncoder()
  #text = ''
  #lines = 0
  #isEmpty = true
  #letters = 0
  #gaps = 0

  /** Whether no cell of the sheet holds anything so far. */
  get isEmpty(): boolean {
    return this.#isEmpty
  }

  /** Adds a row by its number, the first is 1; rows that were passed over become blank lines. */
  addRow(number: number, cells: readonly (string | undefined)[]): void {
    const last = cells.findLastIndex((cell) => cell !== undefined && cell !== '')
    if (last < 0 || number > MOST_ROWS || last >= MOST_COLUMNS) return
    const blank = Math.max(0, number - this.#lines - 1)
    const filled = cells.reduce((sum, cell = '') => sum + (cell === '' ? 0 : cell.length + 1), 0)
    this.#reckon(filled, blank + last + 1)
    if (blank > 0) this.#text += '\n'.repeat(blank)
    this.#lines = Math.max(number, this.#lines + 1)
    this.#text += `${Array.from({ length: last + 1 }, (_, i) => quoted(cells[i] ?? '')).join(',')}\n`
    this.#isEmpty = false
  }

  /** Gives a sheet up before its text is written, when that would come to more than any table. */
  #reckon(filled: number, gaps: number): void {
    this.#letters += filled + gaps
    this.#gaps += gaps
    if (this.#gaps <= MOST_GAPS && this.#letters <= MOST_LETTERS && this.#text.length + filled + gaps <= MOST_AT_ONCE) return
    throw new ContainerError('a sheet in it comes to far more text than the file holds. Save the sheet as CSV and drop that.')
  }

  /** What was written since the last call. */
  take(): Uint8Array {
    const bytes = this.#encoder.encode(this.#text)
    this.#text = ''
    return bytes
  }
}

function quoted(cell: string): string {
  return /[",\r\n]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
}

/** The place of a column by its letters: A is 0, AA is 26. */
export function columnIndex(reference: string): number {
  let index = 0
  for (const letter of /^[A-Z]+/.exec(reference)?.[0] ?? '') index = index * 26 + letter.charCodeAt(0) - 64
  return index - 1
}

/** One sheet of a spreadsheet, as text to be read like any table. */
export interface Sheet {
  name: string
  chunks: AsyncIterable<Uint8Array>
}
