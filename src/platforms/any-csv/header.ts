import { looksLikeAmount } from './amounts.ts'
import { readDate } from './dates.ts'

/**
 * The names of a table's columns. A first row in which a date and an amount stand is data already: its columns are called
 * `Column 1`, `Column 2` … and so is any column without a name.
 */
export function columnNames(first: readonly string[]): { names: string[]; isData: boolean } {
  const isData = first.some(looksLikeDate) && first.some((cell) => !looksLikeDate(cell) && looksLikeAmount(cell))
  const cells = isData ? first : first.slice(0, first.findLastIndex((cell) => cell.trim() !== '') + 1)
  return { names: cells.map((cell, i) => (isData || cell.trim() === '' ? `Column ${i + 1}` : cell.trim())), isData }
}

export function looksLikeDate(cell: string): boolean {
  return cell.trim() !== '' && (['ymd', 'dmy', 'mdy'] as const).some((order) => readDate(cell, order) !== undefined)
}

/** Files whose columns have the same names in the same order are mapped alike. */
export function headerSignature(header: readonly string[]): string {
  return JSON.stringify(header.map((name) => name.trim().toLowerCase()))
}
