/** The most rows that any spreadsheet has; repeated rows beyond them are none. */
const MOST_ROWS = 1_048_576
const MOST_COLUMNS = 16_384

/** Writes the rows of one sheet as comma-separated values, each row with the number that it has in the sheet. */
export class SheetText {
  readonly #encoder = new TextEncoder()
  #text = ''
  #lines = 0
  #isEmpty = true

  /** Whether no cell of the sheet holds anything so far. */
  get isEmpty(): boolean {
    return this.#isEmpty
  }

  /** Adds a row by its number, the first is 1; rows that were passed over become blank lines. */
  addRow(number: number, cells: readonly (string | undefined)[]): void {
    const last = cells.findLastIndex((cell) => cell !== undefined && cell !== '')
    if (last < 0 || number > MOST_ROWS || last >= MOST_COLUMNS) return
    if (number > this.#lines + 1) this.#text += '\n'.repeat(number - this.#lines - 1)
    this.#lines = Math.max(number, this.#lines + 1)
    this.#text += `${Array.from({ length: last + 1 }, (_, i) => quoted(cells[i] ?? '')).join(',')}\n`
    this.#isEmpty = false
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
