import { decimalMarkIn } from '../decimal-mark.ts'
import { openText } from '../decode.ts'
import { complaint } from '../fields.ts'
import type { FileFacts, Head, Reader, ReadOptions, RowOutcome } from '../read.ts'
import { Span } from '../span.ts'
import { NO_ROWS, readTable, REPAIRED, type TableStart } from '../table.ts'
import { firstTable } from './html-table.ts'
import { ReportRows, type ReportColumns } from './report-rows.ts'
import { PLATFORM } from './words.ts'

const FEES = 'The report tells what donors gave. What your payment processor kept of it is told by Stripe or PayPal.'

/** Where the four columns stand, by their place: their names are in the reader's language. */
function columnsOf(header: readonly string[]): ReportColumns {
  const column = (index: number, name: string) => ({ name: header[index] ?? name, index })
  return { id: column(0, 'ID'), date: column(1, 'Date'), what: column(2, 'Description'), amount: column(3, 'Amount') }
}

/** Reads the page of the report, as a browser saves it. */
async function* readPage(chunks: AsyncIterable<Uint8Array>, { dates }: ReadOptions): AsyncGenerator<RowOutcome, FileFacts> {
  const source = openText(chunks)
  const pieces: string[] = []
  for await (const piece of source) pieces.push(piece)
  const page = pieces.join('')
  const table = firstTable(page)
  const [header, ...rows] = table?.rows ?? []
  const warnings = rows.length === 0 ? [NO_ROWS] : [FEES]
  if (source.repaired) warnings.push(REPAIRED)
  const columns = columnsOf(header?.cells ?? [])
  const mark = decimalMarkIn(rows, [columns.amount]) ?? '.'
  const reading = new ReportRows(columns, mark, dates)
  const span = new Span()
  const tell = function* (outcomes: RowOutcome[]) {
    for (const outcome of outcomes) {
      span.add(outcome)
      yield outcome
    }
  }
  const last = rows.at(-1)
  for (const row of rows) {
    if (row.cells.length === 4) yield* tell(reading.row(row))
    else yield complaint(row, { field: '', text: '', reason: broken(row === last && (table?.isCut ?? false), row.cells.length) })
  }
  yield* tell(reading.end())
  return { span: span.days, warnings, style: { decimals: mark, encoding: source.encoding }, ...reading.facts() }
}

function broken(isCut: boolean, cells: number): string {
  return isCut ? 'The page ends in the middle of this row. Save it again.' : `This row has ${cells} cells in place of 4.`
}

const DONATION = /^(public|private|secret) donation$|^donation (reversal|refund)$/i

/** A table that was copied from the page: only its English descriptions tell it from any other table of four columns. */
function isPasted({ header, text }: Head): boolean {
  if (header.join('|') !== 'ID|Date|Description|Amount') return false
  const [, first = ''] = text.split('\n', 2)
  return first.split('\t').some((cell) => DONATION.test(cell.trim()))
}

function openPasted({ columns, sample, options }: TableStart): ReportRows {
  const found = columnsOf(columns.names)
  return new ReportRows(found, decimalMarkIn(sample, [found.amount]) ?? '.', options.dates)
}

export const reportReaders: readonly Reader[] = [
  {
    layout: { id: 'liberapay-report', platform: PLATFORM, name: 'Liberapay, income report' },
    recognise({ text }) {
      const isReport = /^\s*(<!doctype html|<html|<!--)/i.test(text) && /<textarea\b[^<>]*\bid="?recipient\b/i.test(text)
      return isReport ? 'It is the page of an income report, with a table of donations.' : undefined
    },
    read: readPage,
  },
  {
    layout: { id: 'liberapay-report-pasted', platform: PLATFORM, name: 'Liberapay, income report as a table' },
    recognise: (head) => (isPasted(head) ? 'It has an id, a date, a description and an amount in each row, of donations.' : undefined),
    read: (chunks, options: ReadOptions) => readTable(chunks, options, { open: openPasted }),
  },
]
