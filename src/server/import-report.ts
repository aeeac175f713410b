import { Complaint, Mapping, type FileReport, type ImportReport } from '#contract/import.ts'
import type { Stream, Venture } from '#domain/book.ts'
import { net, type Amounts } from '#domain/money.ts'
import { expectedOf } from '#domain/patron-sight.ts'
import { columnsOf, readerById } from '#platforms/registry.ts'
import type { Claimed, ImportRecord } from '#storage/storage.ts'
import type { Destination } from './import-destination.ts'
import { ANY_CSV, type FileContent, type ReadFile, type RequestedFile } from './import-read.ts'
import type { Reader } from '#platforms/read.ts'
import type { LinesRow } from './import-lines.ts'

/** Outcomes of the rows that write lines. */
export interface Tally {
  added: number
  updated: number
  unchanged: number
  transfers: number
}

export const NO_TALLY: Tally = Object.freeze({ added: 0, updated: 0, unchanged: 0, transfers: 0 })

/**
 * Outcomes of rows by those of their lines, in the same order. A row of which some lines are known and some are new is updated:
 * a payment that was refunded since was there before.
 */
export function tallied(rows: readonly LinesRow[], claimed: readonly Claimed[]): Tally {
  const tally = { ...NO_TALLY }
  let at = 0
  for (const { transfer, lines } of rows) {
    const own = claimed.slice(at, at + lines.length)
    at += lines.length
    if (transfer) tally.transfers += 1
    else if (own.every((one) => one === 'unchanged')) tally.unchanged += 1
    else if (own.every((one) => one === 'added')) tally.added += 1
    else tally.updated += 1
  }
  return tally
}

export function plusTally(a: Tally, b: Tally): Tally {
  return {
    added: a.added + b.added,
    updated: a.updated + b.updated,
    unchanged: a.unchanged + b.unchanged,
    transfers: a.transfers + b.transfers,
  }
}

type NativeChange = { currency: string; amounts: Amounts }

/** What stands in `after` and not in `before`, by currency; currencies in which nothing changed are left out. */
export function changesBetween(before: readonly NativeChange[], after: readonly NativeChange[]): FileReport['changes'] {
  return after.flatMap(({ currency, amounts }) => {
    const old = before.find((one) => one.currency === currency)?.amounts
    const change = {
      gross: amounts.gross - (old?.gross ?? 0),
      fees: amounts.fees - (old?.fees ?? 0),
      refunds: amounts.refunds - (old?.refunds ?? 0),
      tax: amounts.tax - (old?.tax ?? 0),
    }
    const nothing = Object.values(change).every((part) => part === 0)
    return nothing ? [] : [{ currency, ...change, net: net(change) }]
  })
}

function emptyReport(file: Pick<RequestedFile, 'file' | 'name'>, state: FileReport['state']): FileReport {
  return {
    file: file.file,
    name: file.name,
    state,
    layout: null,
    import: null,
    already: false,
    rows: 0,
    ...NO_TALLY,
    nonRows: 0,
    complaints: [],
    passedOver: [],
    kinds: {},
    covered: 0,
    doublesProposed: 0,
    doublesProven: 0,
    span: null,
    style: {},
    dates: null,
    warnings: [],
    streams: [],
    hours: null,
    snapshot: null,
    changes: [],
    months: [],
    changed: [],
    vanished: { count: 0, entries: [] },
    columns: null,
  }
}

/** The report of a file that writes nothing: it is no table, or its columns have to be named first (money at home, unless told). */
export function unsavedReport(file: RequestedFile, content: Exclude<FileContent, ReadFile>, home: string): FileReport {
  const report = emptyReport(file, content.state)
  if (content.problem !== undefined) report.problem = content.problem
  // What may be no table at all can be named by its columns all the same.
  if (content.state === 'unreadable') return content.head ? { ...report, columns: columnsOf(content.head, home) } : report
  if (!content.dates) return { ...report, columns: columnsOf(content.head, home) }
  const { reader, why, read } = content.dates
  return { ...report, layout: layoutOf(reader, why), dates: read }
}

function layoutOf({ layout: { id, platform, name } }: Reader, why: string): FileReport['layout'] {
  return { id, platform, name, why }
}

/** What writing a file came to. */
export interface Written {
  import: number | null
  already: boolean
  tally: Tally
  covered: number
  warnings: string[]
  destinations: Destination[]
  changes: FileReport['changes']
  hours: FileReport['hours']
  changed: FileReport['changed']
  vanished: FileReport['vanished']
}

/** The report of a file that was read; `saved` false for a preview, whose new streams and import have no id that lasts. */
export function readReport(file: RequestedFile, content: ReadFile, written: Written & { saved: boolean }): FileReport {
  const { saved, already } = written
  const report: FileReport = {
    ...emptyReport(file, 'read'),
    layout: layoutOf(content.reader, content.why),
    import: saved || already ? written.import : null,
    already,
    rows: content.rows,
    ...written.tally,
    nonRows: sum(content.nonRows.values()),
    complaints: content.complaints,
    passedOver: [...content.nonRows].map(([reason, count]) => ({ reason, count })),
    kinds: content.kinds,
    covered: written.covered,
    span: content.facts.span,
    style: {
      encoding: content.head.encoding,
      ...(content.head.delimiter ? { delimiter: content.head.delimiter } : {}),
      ...content.facts.style,
    },
    dates: content.facts.dates ?? null,
    warnings: [...content.facts.warnings, ...written.warnings],
    streams: written.destinations.map(({ account, shown: stream, venture, isNew }) => ({
      account: account.id,
      accountName: account.name,
      stream: isNew && !saved ? null : stream.id,
      streamName: stream.name,
      venture: isNew && !saved ? null : venture.id,
      ventureName: venture.name,
      isNew,
    })),
    snapshot: snapshotOf(content),
    hours: written.hours,
    changes: written.changes,
    months: content.months,
    changed: written.changed,
    vanished: written.vanished,
    columns: columnsTold(content),
  }
  assertComplete(report)
  return report
}

/** The columns by which a file was read; null for one that its platform's reader knows. */
function columnsTold({ platform, mapping, head }: ReadFile): FileReport['columns'] {
  return mapping && platform.id === ANY_CSV ? { ...columnsOf(head), guess: Mapping.parse(JSON.parse(mapping.columns)) } : null
}

/** What the list of patrons in a file lets expect; null for a file that holds none. */
function snapshotOf({ accounts }: ReadFile): FileReport['snapshot'] {
  const sights = [...accounts.values()].flatMap(({ patrons }) => patrons)
  return sights.length === 0 ? null : { rows: sights.length, ...expectedOf(sights) }
}

function sum(values: Iterable<number>): number {
  let total = 0
  for (const value of values) total += value
  return total
}

/** Every row has one outcome; a reader that lost one must not pass for a good one. */
function assertComplete(report: FileReport): void {
  const { rows, added, updated, unchanged, transfers, nonRows, complaints, snapshot } = report
  const told = added + updated + unchanged + transfers + nonRows + complaints.length + (snapshot?.rows ?? 0)
  if (told !== rows) throw new Error(`Failed to account for ${report.name}: ${rows} rows came in and ${told} are told. Report this file.`)
}

/** The report of a batch that was saved before: what is remembered of it, so that asking twice is answered like asking once. */
export function earlierReport(
  records: readonly ImportRecord[],
  shelf: { batch: string; currency: string; streams: readonly Stream[]; ventures: readonly Venture[] },
): ImportReport {
  const files = records.map((record): FileReport => {
    const reader = readerById(record.layout)
    const { added, updated, unchanged, transfers, nonRows, rows, span } = record
    return {
      ...emptyReport(record, 'read'),
      layout: reader ? layoutOf(reader, 'saved before') : null,
      import: record.id,
      rows,
      added,
      updated,
      unchanged,
      transfers,
      nonRows,
      span,
      complaints: record.complaints.flatMap((told) => Complaint.safeParse(told).data ?? []),
      streams: record.sources.flatMap(({ account, stream: id }) => {
        const stream = shelf.streams.find((one) => one.id === id)
        const venture = shelf.ventures.find((one) => one.id === stream?.venture)
        if (!stream || !venture) return []
        const names = { streamName: stream.name, venture: venture.id, ventureName: venture.name }
        return [{ account, accountName: account, stream: stream.id, ...names, isNew: false }]
      }),
    }
  })
  return { batch: shelf.batch, saved: true, files, doubles: { proposed: 0, first: [], beyond: null }, currency: shelf.currency, months: [] }
}
