import { useState, type ReactNode } from 'react'
import type { Destination, FileReport } from '#contract/import.ts'
import { hoursWords } from '#web/hours/words.ts'
import { useFormat } from '#web/shell/book.ts'
import { Link } from '#web/shell/link.tsx'
import { to } from '#web/shell/path-builder.ts'
import { streamTitle } from '#web/streams/stream-title.ts'
import { Card } from '#web/ui/card.tsx'
import type { Column } from '#web/ui/data-table.tsx'
import type { Format } from '#web/ui/format.ts'
import { StackTable } from '#web/ui/stack-table.tsx'
import { DestinationDialog, type Place } from './destination-dialog.tsx'
import { FileReading } from './file-reading.tsx'
import { datesWords, ORDER_WORDS, otherOrder, type DateOrder } from './dates-words.ts'
import { sizeWords } from './size-words.ts'
import { asideWords, feesOf, snapshotWords } from './words.ts'

/** One file of the table: before it is saved it can still be left out and sent elsewhere. */
export interface FileRow {
  id: number
  name: string
  report: FileReport | null
  refused: string | null
  destinations: readonly Destination[]
  /** Its size, where it is known. */
  bytes?: number
}

interface FilesCardProps {
  title: string
  rows: readonly FileRow[]
  /** What the user may still do; absent once all is saved. */
  acts?: FileActs
}

export interface FileActs {
  leaveOut: (id: number) => void
  send: (id: number, destinations: readonly Destination[]) => void
  mapColumns: (id: number) => void
  readDates: (id: number, order: DateOrder) => void
}

/** Per file: what it was read as, where it goes, what is new in it; below, what is kept without being counted. */
export function FilesCard({ title, rows, acts }: FilesCardProps) {
  const format = useFormat()
  const [moving, setMoving] = useState<{ row: FileRow; place: Place } | null>(null)
  const reports = rows.flatMap(({ report }) => (report ? [report] : []))
  const asides = [...asideWords(reports, format), feesOf(reports, format)].filter(Boolean)
  const choose = (destination: Destination) => {
    if (!moving || !acts) return
    const others = moving.row.destinations.filter(({ account }) => account !== destination.account)
    acts.send(moving.row.id, [...others, destination])
    setMoving(null)
  }
  return (
    <Card title={title} hint="net, after fees">
      <StackTable
        caption={title}
        rows={rows}
        rowKey={(row) => row.id}
        columns={columns({ format, acts, move: (row, place) => setMoving({ row, place }) })}
      />
      {asides.length > 0 && (
        <ul className="legend asides">
          {asides.map((words) => (
            <li key={words}>{words}</li>
          ))}
        </ul>
      )}
      <Sentences rows={rows} acts={acts} />
      <DestinationDialog
        place={moving?.place ?? null}
        fileName={moving?.row.name ?? ''}
        onChoose={choose}
        onClose={() => setMoving(null)}
      />
    </Card>
  )
}

interface ColumnNeeds {
  format: Format
  acts: FileActs | undefined
  move: (row: FileRow, place: Place) => void
}

function columns({ format, acts, move }: ColumnNeeds): Column<FileRow>[] {
  const count = (pick: (report: FileReport) => number) => (row: FileRow) =>
    row.report?.state === 'read' ? format.count(pick(row.report)) : ''
  // Zeros are left out, so that what there is stands out.
  const some = (pick: (report: FileReport) => number) => (row: FileRow) => (row.report && pick(row.report) > 0 ? count(pick)(row) : '')
  return [
    { key: 'file', heading: 'File', names: true, cell: (row) => <FileName row={row} acts={acts} /> },
    { key: 'layout', heading: 'Read as', cell: (row) => <ReadAs row={row} acts={acts} /> },
    { key: 'stream', heading: 'Goes to', cell: (row) => <GoesTo row={row} {...(acts && { move })} /> },
    { key: 'added', heading: 'New', align: 'number', cell: count(({ added, already }) => (already ? 0 : added)) },
    { key: 'updated', heading: 'Changed', align: 'number', cell: some(({ updated }) => updated) },
    { key: 'unchanged', heading: 'Already here', align: 'number', cell: some(({ unchanged }) => unchanged) },
    { key: 'net', heading: 'Net', align: 'number', cell: ({ report }) => report?.state === 'read' && <Nets report={report} /> },
  ]
}

function FileName({ row, acts }: { row: FileRow; acts: FileActs | undefined }) {
  const format = useFormat()
  return (
    <span className="file-name">
      <span>{row.name}</span>
      <span className="file-acts">
        {row.bytes !== undefined && <span className="hint">{sizeWords(row.bytes, format)}</span>}
        {acts && (
          <button type="button" className="link-button hint" aria-label={`Leave out ${row.name}`} onClick={() => acts.leaveOut(row.id)}>
            leave out
          </button>
        )}
      </span>
    </span>
  )
}

function ReadAs({ row: { id, report, refused }, acts }: { row: FileRow; acts: FileActs | undefined }): ReactNode {
  if (refused !== null) return 'not taken'
  if (!report) return '…'
  if (report.state === 'unreadable') return <LeftAside report={report} {...(acts && { onMapColumns: () => acts.mapColumns(id) })} />
  if (report.state === 'mapping')
    return report.dates ? `${report.layout?.name ?? ''}: say how its dates read, above` : 'not known yet: name its columns above'
  return <FileReading report={report} {...(acts && { onMapColumns: () => acts.mapColumns(id) })} />
}

function GoesTo({ row, move }: { row: FileRow; move?: (row: FileRow, place: Place) => void }) {
  const { report } = row
  if (report?.hours) return 'hours'
  if (!report || report.state !== 'read' || report.streams.length === 0) return null
  return (
    <span className="places">
      {report.streams.map((place) => {
        const name = `${streamTitle({ name: place.streamName, ventureName: place.ventureName })}${place.isNew && move ? ' (new)' : ''}`
        if (move) {
          return (
            <button
              key={place.account}
              type="button"
              className="place"
              onClick={() => move(row, place)}
              aria-label={`${name}: change where ${row.name} goes`}
            >
              {name}
            </button>
          )
        }
        return place.stream === null ? (
          <span key={place.account}>{name}</span>
        ) : (
          <Link key={place.account} to={to.stream(place.stream)}>
            {name}
          </Link>
        )
      })}
    </span>
  )
}

function Nets({ report: { changes, already } }: { report: FileReport }) {
  const format = useFormat()
  if (already || changes.length === 0) return <span className="quiet-text">–</span>
  return (
    <span className="nets">
      {changes.map(({ currency, net }) => (
        <span key={currency}>{format.exact(net, currency)}</span>
      ))}
    </span>
  )
}

/** What there is to say of single files, each as a sentence. */
function Sentences({ rows, acts }: { rows: readonly FileRow[]; acts: FileActs | undefined }) {
  const format = useFormat()
  const told = rows.flatMap((row) => {
    const words = wordsOf(row, format)
    const dates = row.report?.already ? '' : datesWords(row.report?.dates ?? null, format)
    return words.length > 0 || dates !== '' ? [{ row, words, dates }] : []
  })
  if (told.length === 0) return null
  return (
    <ul className="file-words">
      {told.map(({ row, words, dates }) => (
        <li key={row.id}>
          {[...(words[0]?.includes(row.name) ? [] : [`${row.name}:`]), ...words].join(' ')}
          {dates !== '' && <DatesRead words={dates} row={row} acts={acts} />}
        </li>
      ))}
    </ul>
  )
}

/** The sentences about one file. */
function wordsOf({ report, refused }: FileRow, format: Format): string[] {
  return [
    ...(refused !== null ? [refused] : []),
    ...(report?.problem ? [report.problem] : []),
    ...(report?.already ? ['This very file is imported already: there is nothing in it to save.'] : []),
    ...(report?.snapshot ? [snapshotWords(report, format)] : []),
    ...(report?.hours ? [hoursWords(report, format)] : []),
    ...(report?.warnings ?? []),
  ]
}

/** How a file's dates were read where none proves it, and the way to have them read otherwise. */
function DatesRead({ words, row: { id, report }, acts }: { words: string; row: FileRow; acts: FileActs | undefined }) {
  const order = report?.dates?.order
  const other = order && otherOrder(order)
  return (
    <>
      {` ${words} `}
      {acts && other && (
        <button type="button" className="link-button" onClick={() => acts.readDates(id, other)}>
          {`Read them ${ORDER_WORDS[other]}`}
        </button>
      )}
    </>
  )
}

/** A file that is none to be read; a text that seems to tell of no payments can be named by its columns all the same. */
function LeftAside({ report, onMapColumns }: { report: FileReport; onMapColumns?: () => void }) {
  if (report.columns === null) return 'cannot be read'
  return (
    <span className="file-name">
      left aside: no payments in it
      {onMapColumns && (
        <button type="button" className="link-button hint" onClick={onMapColumns}>
          name its columns all the same
        </button>
      )}
    </span>
  )
}
