import type { Sighting } from '#domain/entry.ts'
import type { HourSighting } from '#domain/hours.ts'
import type { DecimalMark } from '#domain/money.ts'
import type { Day } from '#domain/month.ts'
import type { PatronSight } from '#domain/patron-sight.ts'
import type { Moment } from '#domain/zone.ts'
import type { DatesRead, SaidOrder } from './date-order.ts'

/**
 * The shape of every reader: chunks of bytes and options in, a stream of outcomes out. A reader is pure: it knows no clock,
 * no network and no book. Bad input never throws; it becomes a complaint.
 */

/** A row that could not be read, or that looks wrong: shown to the user, never dropped and never turned into 0. */
export interface Complaint {
  /** As a spreadsheet numbers it: the header is row 1, the first row of data 2. For JSON the n-th record, counted from 1. */
  row: number
  /** The column or field that was the trouble, as the file names it; empty when the whole row is. */
  field: string
  /** What stands in that field. */
  text: string
  /** What is wrong and what would be right, as a sentence. */
  reason: string
  /** The row as it stands in the file, at most 500 characters. */
  raw: string
}

/** A row that is no payment by nature (a totals row, a warning line), told by its reason. */
export interface NonRow {
  row: number
  reason: string
}

/** What became of one row of the source; each row has exactly one outcome. A row may write several lines. */
export type RowOutcome =
  | { outcome: 'lines'; row: number; lines: Sighting[]; account?: Account }
  | { outcome: 'transfer'; row: number; lines: Sighting[]; account?: Account }
  /** A row of a snapshot: a patron, or a sum of several, of whom money is expected. It is never counted. */
  | { outcome: 'patron'; row: number; patron: PatronSight; account?: Account }
  | { outcome: 'hours'; row: number; hour: HourSighting }
  | { outcome: 'non-row'; row: number; reason: string }
  | ({ outcome: 'complaint' } & Complaint)

/** Whose money a row tells of, where the platform says so: it chooses the stream. */
export interface Account {
  /** The platform's stable id of the account; empty where the file does not tell. */
  id: string
  /** As people call it, to name a new venture. */
  name: string
}

/** What the whole file told, known once its last row is read. */
export interface FileFacts {
  /** First and last day that the file's rows stand on, or that the file says it covers. */
  span: { from: Day; to: Day } | null
  /** Time of the export, where the file tells it. */
  asOf?: Moment
  /** Sentences about the file as a whole, to show before saving. */
  warnings: string[]
  /** How the file was written: shown in the preview, so that a wrong guess can be seen. */
  style?: { dates?: string; decimals?: DecimalMark; encoding?: string; delimiter?: string }
  /** For a layout whose dates may be written day first or month first: which it is here, or that nothing says it. */
  dates?: DatesRead
  /**
   * For a report that others of its stream yield to: the kinds of payment references its rows carry, as prefixes (`ch_`, `py_`).
   * A yielding line with such a reference is covered by that reference alone; any other by its day within `span`.
   */
  covers?: { refs: string[] }
}

/** A layout that a file was recognised as. */
export interface Layout {
  /** Stable id, kebab-case, unique over all platforms: `open-collective-legacy`. */
  id: string
  /** Id of the platform: keys and streams are per platform. */
  platform: string
  /** As shown in the preview: "GitHub Sponsors, JSON". */
  name: string
  /** Why it was taken for this: a short sentence for the preview. */
  why: string
}

/** The start of a file, decoded, from which layouts are recognised. */
export interface Head {
  /** The first 64 KiB or less as text, without a byte order mark. */
  text: string
  /** Cells of the first row where the text looks like delimited values, else empty. */
  header: string[]
  delimiter: string
  encoding: string
  fileName: string
}

export interface ReadOptions {
  /** Name of the file, for what only its name tells. */
  fileName: string
  /** How to read columns, for a file that no platform knows. */
  mapping?: Mapping
  /** The book's currency, for a layout that names none. */
  home?: string
  /** Whether days come before months, for a layout of which only some files prove it. */
  dates?: SaidOrder
}

/** How the user says a delimited file is to be read. Columns are named as in the header. */
export interface Mapping {
  date: string
  amount: string
  /** A column, or a fixed currency code when `currencyCode` is set instead. */
  currency?: string | undefined
  currencyCode?: string | undefined
  name?: string | undefined
  fee?: string | undefined
  dateOrder: 'ymd' | 'dmy' | 'mdy'
  decimals: DecimalMark
  /** The sign of a fee that was taken, as the file writes it; undefined where that is not known. */
  feeSign?: '+' | '-' | undefined
}

/** One way that one platform writes its exports. */
export interface Reader {
  layout: Omit<Layout, 'why'>
  /** A sentence why the head is of this layout, or undefined when it is not. Decided by content, never by the file's name. */
  recognise(head: Head): string | undefined
  /** Reads the whole file; returns its facts at the end. */
  read(chunks: AsyncIterable<Uint8Array>, options: ReadOptions): AsyncGenerator<RowOutcome, FileFacts>
}

/** What a platform is, as data: identity is never computed in a reader. */
export interface Platform {
  /** kebab-case id: `github-sponsors`. */
  id: string
  name: string
  /** Kind of the streams it makes; one that tells of time alone makes none. */
  streamKind: 'patronage' | 'sales' | 'service' | 'royalty' | 'grant' | 'wage' | 'other'
  readers: Reader[]
  /** Whether two ids that differ are of one account, where layouts name accounts in more than one way. */
  sameAccount?: (a: string, b: string) => boolean
}
