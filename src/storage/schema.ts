import type { Edit, EntryKind, RateSource, Uncounted } from '#domain/entry.ts'
import type { StreamKind, Work } from '#domain/book.ts'
import type { Lens } from '#domain/income.ts'
import type { AgreedTable } from './agreed-storage.ts'
import type { CheckInTable, TimePlanTable } from './check-in-storage.ts'
import type { HourProjectTable, HourTable } from './hour-storage.ts'
import type { DoubleDecisionTable, DoubleRuleTable } from './double-schema.ts'
import type { BufferTable, ScenarioTable } from './plan-storage.ts'
import type { PromiseTable } from './promise-storage.ts'
import type { PatronKind } from './storage.ts'
import type { TargetFactTable } from './target-storage.ts'
import type { PatronSightTable, StreamFromListsTable, StreamRateTable, StreamRouteTable } from './stream-schema.ts'

/** The tables. Every primary key leads with the book, so that books can be kept apart and spread. Booleans are 0 and 1. */
export interface Schema {
  book: BookTable
  venture: VentureTable
  stream: StreamTable
  target: TargetTable
  own_rate: OwnRateTable
  stream_rate: StreamRateTable
  stream_route: StreamRouteTable
  stream_from_lists: StreamFromListsTable
  venture_need: VentureNeedTable
  publication: PublicationTable
  pledge: PledgeTable
  pledge_link: PledgeLinkTable
  patron_kind: PatronKindTable
  double_decision: DoubleDecisionTable
  double_rule: DoubleRuleTable
  import: ImportTable
  import_source: ImportSourceTable
  patron_sight: PatronSightTable
  version: VersionTable
  claim: ClaimTable
  edit: EditTable
  promise: PromiseTable
  target_fact: TargetFactTable
  buffer: BufferTable
  scenario: ScenarioTable
  agreed_income: AgreedTable
  hour: HourTable
  hour_project: HourProjectTable
  check_in: CheckInTable
  time_plan: TimePlanTable
  entry: EntryTable
  income_day: IncomeDayTable
  income_total: IncomeTotalTable
  income_month: IncomeMonthTable
}

export interface BookTable {
  book: string
  name: string
  home: string
  zone: string
  locale: string
  revision: number
  example: number
  /** Next id of a venture, stream, import or line by hand; never used twice, and not part of the book file. */
  next_id: number
  /** Last day of the rate table that the lines were converted with. */
  rates_last: string
}

export interface VentureTable {
  book: string
  id: number
  name: string
  work: Work
  archived: number
  automatic: number
  /** How much the user likes it, 1 to 5, where they said so. */
  joy: number | null
}

export interface StreamTable {
  book: string
  id: number
  venture: number
  name: string
  platform: string
  kind: StreamKind
  archived: number
  automatic: number
  /** How many months its payments cover, where the user said so. */
  months: number | null
  /** How much of it takes the user's hours, in percent, where they said so. */
  bound: number | null
}

export interface TargetTable {
  book: string
  from_month: string
  bare: number
  enough: number
  comfortable: number
}

export interface OwnRateTable {
  book: string
  currency: string
  against: string
  from_day: string
  rate: string
}

/** What a venture needs from a month on. */
export interface VentureNeedTable {
  book: string
  venture: number
  from_month: string
  /** JSON list of needs; with what they were worked out from, an object of both. */
  needs: string
}

/** What was said of a venture's page. */
export interface PublicationTable {
  book: string
  venture: number
  /** JSON of a `Publication`. */
  facts: string
}

export interface PledgeTable {
  book: string
  id: string
  venture: number
  made: string
  /** JSON of a `Pledge`. */
  facts: string
}

/** A decision about one line and one pledge; it sleeps while the line is not there. */
export interface PledgeLinkTable {
  book: string
  pledge: string
  stream: number
  key: string
  paid: number
}

export interface PatronKindTable {
  book: string
  patron: string
  kind: PatronKind
}

export interface ImportTable {
  book: string
  id: number
  batch: string
  file: string
  name: string
  layout: string
  saved_at: string
  bytes: number
  as_of: string
  span_from: string | null
  span_to: string | null
  /** JSON list of reference prefixes, for a report that others yield to. */
  covers: string | null
  rows: number
  added: number
  updated: number
  unchanged: number
  transfers: number
  non_rows: number
  /** JSON. */
  complaints: string
  signature: string | null
  mapping: string | null
}

/** Which stream an account of a platform went to in an import. */
export interface ImportSourceTable {
  book: string
  import: number
  platform: string
  account: string
  stream: number
}

/** One way a source told one line; kept once, however many imports told it so. */
export interface VersionTable {
  book: string
  stream: number
  key: string
  id: number
  /** JSON of the sighting without its key: see `facts.ts`. */
  facts: string
}

/** An import saw a version. Import 0 stands for what was typed in by hand: it is never undone. */
export interface ClaimTable {
  book: string
  import: number
  version: number
}

export interface EditTable {
  book: string
  stream: number
  key: string
  /** JSON of an `Edit`. */
  changes: string
}

/** The ledger as it stands: derived from versions, claims, edits, zone and rates. */
export interface EntryTable {
  book: string
  stream: number
  key: string
  version: number
  day: string
  month: string
  at: string
  kind: EntryKind
  currency: string
  gross: number
  fees: number
  refunds: number
  tax: number
  h_gross: number | null
  h_fees: number | null
  h_refunds: number | null
  h_tax: number | null
  rate: RateSource
  rate_day: string | null
  months: number
  tie: string | null
  patron: string | null
  name: string | null
  note: string | null
  ref: string | null
  yields: number
  uncounted: Uncounted | null
  edited: number
  by_hand: number
  /** The book's revision at which this row last changed. */
  revision: number
  /** JSON of a `Spread`, for a line tied to a payment that is here. */
  spread: string | null
  /** The stream in which the line counts: its own, unless the user merged that or split the line off. */
  counts_in: number
  /** Creditor references that the line's texts hold, with a space between two; null for none. */
  reference: string | null
  /** The id by which a processor knows the payment, where the line holds one. */
  proof: string | null
  /** JSON of a `DoubledRow`, for a line that is part of a double now. */
  doubled: string | null
}

interface Sums {
  gross: number
  fees: number
  refunds: number
  tax: number
  h_gross: number
  h_fees: number
  h_refunds: number
  h_tax: number
  entries: number
  estimated: number
}

/** Counted lines by day paid. */
export interface IncomeDayTable extends Sums {
  book: string
  stream: number
  day: string
  currency: string
  converted: number
  /** Lines of which only the month is known stand on its last day, apart. */
  whole_month: number
}

/** Cash net of a day over all streams, in the home currency; lines of which only the month is known, or without a rate, left out. */
export interface IncomeTotalTable {
  book: string
  day: string
  net: number
}

/** Counted lines by month: paid (cash) or covered (smoothed). */
export interface IncomeMonthTable extends Sums {
  book: string
  lens: Lens
  month: string
  stream: number
  currency: string
  converted: number
}

export const SUMS = ['gross', 'fees', 'refunds', 'tax', 'h_gross', 'h_fees', 'h_refunds', 'h_tax', 'entries', 'estimated'] as const

/** The JSON of an edit, read back. */
export function editFrom(changes: string): Edit {
  return JSON.parse(changes) as Edit // only ever written from an Edit
}
