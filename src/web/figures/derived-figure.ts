import { exponentOf } from '#domain/currency.ts'
import { csvRow, inert } from '#domain/csv-text.ts'
import { figureText, type FigureWords } from '#domain/figure.ts'
import { decimalText, type Minor } from '#domain/money.ts'

/** A figure that the page works out of what it has read: its words, and the rows that it is worked out from. */
export interface DerivedFigure extends FigureWords {
  rows: FigureRows
}

/** What is in a column; amounts are minor units of the home currency, hours whole minutes. */
export type ColumnKind = 'text' | 'month' | 'day' | 'amount' | 'count' | 'hours'

export interface FigureRows {
  columns: readonly { heading: string; kind: ColumnKind }[]
  /** One cell for each column; null where it does not apply. */
  rows: readonly (readonly Cell[])[]
}

export type Cell = string | number | null

/** The words and the rows as plain text: what stands beside the CSV says the same as the page. */
export function derivedText(figure: DerivedFigure): string {
  return figureText(figure)
}

/** The rows as RFC 4180 CSV: amounts and hours as decimals with a point, months as 2026-11. */
export function derivedCsv({ rows: { columns, rows } }: DerivedFigure, home: string): string {
  const heading = columns.map(({ heading: name, kind }) => (kind === 'amount' ? `${name} (${home})` : name))
  const lines = rows.map((row) => csvRow(row.map((cell, i) => plainCell(cell, columns[i]?.kind ?? 'text', home))))
  return [csvRow(heading), ...lines].join('')
}

function plainCell(cell: Cell, kind: ColumnKind, home: string): string {
  if (cell === null) return ''
  if (typeof cell === 'string') return inert(cell)
  if (kind === 'amount') return decimalText(cell satisfies Minor, exponentOf(home) ?? 2)
  return kind === 'hours' ? hoursText(cell) : String(cell)
}

/** Whole minutes as hours with two decimals: "1.25". A minute is no decimal of an hour; hundredths are as near as a table needs. */
export function hoursText(minutes: number): string {
  return decimalText(Math.round((minutes * 100) / 60), 2)
}

/** What its files are called: the title in small letters and hyphens. */
export function derivedFileName({ title }: FigureWords, ending: 'csv' | 'txt'): string {
  const words = title.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? ['figure']
  return `${words.join('-')}.${ending}`
}
