import { Columns } from './columns.ts'
import { openRows, type CsvRow } from './csv.ts'
import { openText } from './decode.ts'
import { complaint, nonRow } from './fields.ts'
import type { FileFacts, ReadOptions, RowOutcome } from './read.ts'
import { Span } from './span.ts'

/** How one layout reads its rows, once its columns are found. */
export interface TableReading {
  /** What became of a row, and of earlier ones that waited for it; empty while the row itself has to wait. */
  row(row: CsvRow): RowOutcome[]
  /** What becomes of the rows that still wait at the end. */
  end?(): Iterable<RowOutcome>
  /** Why a line of text between the rows is none, where the layout is known to write such lines. */
  passOver?(row: CsvRow): string | undefined
  /** What the file as a whole told. */
  facts?(): Partial<FileFacts>
}

export interface TableStart {
  columns: Columns
  /** The first rows, to guess a style from; they are read again as rows. */
  sample: CsvRow[]
  options: ReadOptions
}

/** Finds a layout's columns; a sentence when one that is needed is not there. */
export type OpenTable = (start: TableStart) => TableReading | string

export interface TableLayout {
  open: OpenTable
  /** Names for the columns of a table whose first row may be data already, or lack some names. */
  header?(first: readonly string[]): { names: string[]; isData: boolean }
  style?: FileFacts['style']
}

const SAMPLE_ROWS = 200
export const EMPTY_FILE = 'The file is empty.'
export const NO_ROWS = 'The file has a header but no rows: there was nothing to export.'
export const REPAIRED = 'Some characters were not written in the encoding of the rest and were read as Western European. Look at the names.'

/** What every delimited layout shares: decoding, rows, known trouble with rows, and the facts at the end. */
export async function* readTable(
  chunks: AsyncIterable<Uint8Array>,
  options: ReadOptions,
  layout: TableLayout,
): AsyncGenerator<RowOutcome, FileFacts> {
  const text = openText(chunks)
  const source = openRows(text)
  const span = new Span()
  const warnings: string[] = []
  let table: OpenedTable | undefined
  let rows = 0
  for await (const batch of source) {
    if (table === undefined && batch.length > 0) table = openTable(batch, options, layout)
    for (const row of batch) {
      if (row === table?.headerRow) continue
      rows++
      for (const outcome of table?.read(row) ?? []) {
        span.add(outcome)
        yield outcome
      }
    }
  }
  for (const outcome of table?.reading?.end?.() ?? []) {
    span.add(outcome)
    yield outcome
  }
  if (table === undefined) warnings.push(EMPTY_FILE)
  else if (rows === 0) warnings.push(NO_ROWS)
  if (text.repaired) warnings.push(REPAIRED)
  const facts = table?.reading?.facts?.() ?? {}
  const style = { ...layout.style, ...facts.style, encoding: text.encoding, delimiter: source.delimiter }
  return { ...facts, span: span.days, warnings: [...warnings, ...(table?.warnings ?? []), ...(facts.warnings ?? [])], style }
}

interface OpenedTable {
  headerRow: CsvRow | undefined
  reading: TableReading | undefined
  warnings: string[]
  read(row: CsvRow): RowOutcome[]
}

function openTable(batch: CsvRow[], options: ReadOptions, layout: TableLayout): OpenedTable {
  const first = batch[0] ?? { number: 1, cells: [], raw: '' }
  const { names, isData } = layout.header?.(first.cells) ?? { names: first.cells, isData: false }
  const headerRow = isData || first.broken ? undefined : first
  const columns = new Columns([...names, ...first.cells.slice(names.length).map(() => '')])
  const sample = (headerRow ? batch.slice(1) : batch).filter((row) => !row.broken).slice(0, SAMPLE_ROWS)
  const opened = layout.open({ columns, sample, options })
  if (typeof opened === 'string') return unreadable(headerRow, opened)
  const read = (row: CsvRow) => {
    const settled = settleTrouble(row, columns, opened)
    return settled ? [settled] : opened.row(row)
  }
  return { headerRow, reading: opened, warnings: [], read }
}

/** Without its columns no row of a table can be read: each says so, and the file does once. */
function unreadable(headerRow: CsvRow | undefined, reason: string): OpenedTable {
  const read = (row: CsvRow) => [complaint(row, { field: '', text: '', reason })]
  return { headerRow, reading: undefined, warnings: [reason], read }
}

/** Rows that no layout has to look at: broken ones, empty ones, those with cells too many or too few. */
function settleTrouble(row: CsvRow, columns: Columns, reading: TableReading): RowOutcome | undefined {
  const whole = { field: '', text: '' }
  const known = reading.passOver?.(row)
  if (known) return nonRow(row.number, known)
  if (row.broken) return complaint(row, { ...whole, reason: row.broken })
  if (row.cells.every((cell) => cell.trim() === '')) return nonRow(row.number, 'empty row')
  const isLonger = row.cells.length > columns.names.length
  const extra = isLonger ? row.cells.findLastIndex((cell) => cell.trim() !== '') + 1 : 0
  if (extra > columns.names.length) {
    const reason = `This row has ${extra} cells under ${columns.width} columns, so none can be trusted. Quote cells that hold a delimiter.`
    return complaint(row, { ...whole, reason })
  }
  if (row.last && row.cells.length < columns.width) {
    const reason = `The file ends in the middle of this row, after ${row.cells.length} of ${columns.width} cells. Export it again.`
    return complaint(row, { ...whole, reason })
  }
  return undefined
}
