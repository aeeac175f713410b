import { useState, type ReactNode } from 'react'
import { saveFile } from '#web/api/saved-file.ts'
import { useFormat } from '#web/shell/book.ts'
import { Button } from '#web/ui/button.tsx'
import { DataTable } from '#web/ui/data-table.tsx'
import type { Format } from '#web/ui/format.ts'
import { derivedCsv, derivedFileName, derivedText, hoursText, type Cell, type ColumnKind, type DerivedFigure } from './derived-figure.ts'
import { OpenedWords } from './opened-words.tsx'

/** A figure of a card opened: its words, its rows, and both as files. */
export function DerivedSheet({ figure, level }: { figure: DerivedFigure; level: 2 | 3 }) {
  const format = useFormat()
  const { title, figure: amount, rows } = figure
  const Heading = `h${level}` as const
  const save = (ending: 'csv' | 'txt', text: string) =>
    saveFile(derivedFileName(figure, ending), new Blob([text], { type: `text/${ending === 'csv' ? 'csv' : 'plain'};charset=utf-8` }))
  return (
    <div className="figure-sheet">
      <p>
        <strong>{title}</strong>: {amount}
      </p>
      <OpenedWords words={figure} level={level} />
      {rows.rows.length > 0 && (
        <section>
          <Heading>Rows</Heading>
          <RowsTable rows={rows} title={title} format={format} />
        </section>
      )}
      <div className="acts">
        <Button tone="quiet" className="small" onClick={() => save('csv', derivedCsv(figure, format.currency))}>
          Rows as CSV
        </Button>
        <Button tone="quiet" className="small" onClick={() => save('txt', derivedText(figure))}>
          This text as a file
        </Button>
      </div>
    </div>
  )
}

/** So many rows are drawn at once; ten years of thirty streams are thousands. The file has all of them. */
const SHOWN = 100

function RowsTable({ rows: { columns, rows }, title, format }: { rows: DerivedFigure['rows']; title: string; format: Format }) {
  const [all, setAll] = useState(false)
  const shown = (all ? rows : rows.slice(0, SHOWN)).map((cells, place) => ({ cells, place }))
  return (
    <>
      <DataTable
        caption={`Rows of: ${title}`}
        columns={columns.map(({ heading, kind }, i) => ({
          key: heading,
          heading,
          names: i === 0,
          cell: ({ cells }: (typeof shown)[number]) => shownCell(cells[i] ?? null, kind, format),
          ...(isNumber(kind) && { align: 'number' as const }),
        }))}
        rows={shown}
        rowKey={({ place }) => place}
      />
      {shown.length < rows.length && (
        <Button tone="quiet" className="small" onClick={() => setAll(true)}>
          Show all {format.count(rows.length)} rows
        </Button>
      )}
    </>
  )
}

function isNumber(kind: ColumnKind): boolean {
  return kind === 'amount' || kind === 'count' || kind === 'hours'
}

function shownCell(cell: Cell, kind: ColumnKind, format: Format): ReactNode {
  if (cell === null) return ''
  if (typeof cell === 'number') {
    if (kind === 'amount') return format.exact(cell)
    return kind === 'hours' ? format.decimal(hoursText(cell)) : format.count(cell)
  }
  if (kind === 'text') return cell
  return <span className="in-one-line">{kind === 'month' ? format.month(cell) : format.day(cell)}</span>
}
