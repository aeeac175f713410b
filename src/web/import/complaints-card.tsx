import { useState } from 'react'
import type { Complaint, FileReport } from '#contract/import.ts'
import { useFormat } from '#web/shell/book.ts'
import { Card } from '#web/ui/card.tsx'
import { StackTable } from '#web/ui/stack-table.tsx'

/** How many rows are shown at first and with every press: a file may have thousands. */
const STEP = 20

interface Row extends Complaint {
  file: string
  key: string
}

/** Rows of files that could not be read. */
export function ComplaintsCard({ files, saved }: { files: readonly FileReport[]; saved: boolean }) {
  if (files.every(({ complaints }) => complaints.length === 0)) return null
  return (
    <Card title="Rows to look at" hint={saved ? 'not counted, and kept with their import' : 'the rest can be saved without them'}>
      <ComplaintsTable files={files} />
    </Card>
  )
}

/** Rows that could not be read, each with its reason and as it stands in the file. */
export function ComplaintsTable({ files }: { files: readonly Pick<FileReport, 'name' | 'file' | 'complaints'>[] }) {
  const format = useFormat()
  const [count, setCount] = useState(STEP)
  const rows = files.flatMap(({ name, file, complaints }) => complaints.map((one, i): Row => ({ ...one, file: name, key: `${file} ${i}` })))
  const left = rows.length - count
  return (
    <>
      <StackTable
        caption="Rows to look at"
        rows={rows.slice(0, count)}
        rowKey={(row) => row.key}
        columns={[
          { key: 'row', heading: 'Row', names: true, cell: (row) => (row.row > 0 ? `${row.file}, ${format.count(row.row)}` : row.file) },
          { key: 'why', heading: 'Why', cell: (row) => row.reason },
          { key: 'raw', heading: 'As it stands in the file', cell: (row) => <AsItStands row={row} /> },
        ]}
      />
      {left > 0 && (
        <button type="button" className="link-button" onClick={() => setCount(count + STEP * 10)}>
          {`and ${format.count(left)} more`}
        </button>
      )}
    </>
  )
}

/** Long rows show their start, and all of it when they are opened. */
function AsItStands({ row: { raw, field, text } }: { row: Row }) {
  if (raw.length < 80) return <span className="mono quiet-text">{raw}</span>
  return (
    <details className="raw-row">
      <summary className="mono quiet-text">{field === '' ? raw.slice(0, 80) : `${field}: ${text}`}</summary>
      <p className="mono">{raw}</p>
    </details>
  )
}
