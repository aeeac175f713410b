import type { BookSettings, OwnRate, Stream, StreamKind, Venture, Work } from '#domain/book.ts'
import type { Edit, Entry, EntryKind, Sighting } from '#domain/entry.ts'
import type { Sums } from '#domain/income.ts'
import type { Amounts, Minor } from '#domain/money.ts'
import type { Day, Month } from '#domain/month.ts'
import type { PlannedTarget } from '#domain/venture-plan.ts'
import type { PatronSight } from '#domain/patron-sight.ts'
import type { Pledge, PledgeLink } from '#domain/pledge.ts'
import type { Publication } from '#domain/publication.ts'
import type { Levels, Target } from '#domain/target.ts'
import type { DoublePart, DoubleReads, DoubleWrites } from './double-kept.ts'
import type { Elsewhere, LineWrites } from './line-kept.ts'
import type { CheckInReads, CheckInWrites } from './check-in-storage.ts'
import type { FigureReads } from './figure-reads.ts'
import type { IncomeReads } from './income-reads.ts'
import type { HourClaims, HourReads, HourWrites } from './hour-storage.ts'
import type { PlanReads, PlanWrites } from './plan-storage.ts'
import type { PromiseReads, PromiseWrites } from './promise-storage.ts'
import type { TargetFactReads, TargetFactWrites } from './target-storage.ts'
import type { RenewalReads } from './read-renewals.ts'
import type { PatronReads } from './patron-reads.ts'
import type { StreamReads, StreamWrites } from './stream-kept.ts'

/**
 * Where books are kept, in the words of the domain. One SQL implementation (`sql-storage.ts`) over drivers; every method
 * sees one consistent state, and every write is one transaction.
 */
export interface Storage
  extends
    HourReads,
    CheckInReads,
    PromiseReads,
    TargetFactReads,
    PlanReads,
    RenewalReads,
    DoubleReads,
    StreamReads,
    PatronReads,
    FigureReads,
    IncomeReads {
  books(): Promise<Book[]>
  book(id: string): Promise<Book | undefined>
  /** Throws when the id is taken. */
  createBook(id: string, settings: BookSettings, example: boolean): Promise<Book>
  deleteBook(id: string): Promise<void>

  ventures(book: string): Promise<readonly Venture[]>
  streams(book: string): Promise<readonly StreamWithLines[]>
  targets(book: string): Promise<readonly Target[]>
  ownRates(book: string): Promise<OwnRate[]>
  /** What ventures need, by venture and month. */
  ventureTargets(book: string): Promise<PlannedTarget[]>
  /** What was said of ventures' pages, by venture; ventures of which nothing was said are absent. */
  publications(book: string): Promise<Publication[]>
  /** Oldest first. */
  pledges(book: string): Promise<Pledge[]>
  pledgeLinks(book: string): Promise<PledgeLink[]>
  /** Kinds that the owner gave to patrons, by the platform's name of the patron or, without one, the name shown. */
  patronKinds(book: string): Promise<Map<string, PatronKind>>
  /** Column mappings by header signature, as the newest live import with each tells them. */
  mappings(book: string): Promise<Map<string, string>>

  entries(book: string, query: EntryQuery): Promise<EntryPage>
  entry(book: string, stream: number, key: string): Promise<StoredEntry | undefined>
  /** Every line, transfers and uncounted ones too, by day and key, in batches, all of one moment: for exports. */
  allEntries(book: string): AsyncGenerator<StoredEntry[]>
  /** Distinct payers with a counted payment of the stream on or after a day. */
  patrons(book: string, stream: number, since: Day): Promise<number>

  /** The last day that each stream's live imports reach, by stream; streams that were only typed in have their last line's day. */
  coverage(book: string): Promise<Map<number, Day>>
  /** Counted net of each payer of the streams on or after a day, in the home currency, the largest first; nameless money is left out. */
  payers(book: string, streams: readonly number[], since: Day): Promise<Payer[]>
  /** Counted lines whose text holds one of these creditor references (ISO 11649), with the reference. */
  linesByReference(book: string, references: readonly string[]): Promise<{ reference: string; entry: StoredEntry }[]>
  /** Counted lines that are said to pay a pledge, with its id, oldest first. */
  payingLines(book: string): Promise<{ pledge: string; entry: StoredEntry }[]>
  /** Counted payments of the whole book from a day on, newest first, at most `limit`. */
  paymentsSince(book: string, since: Day, limit: number): Promise<StoredEntry[]>

  imports(book: string): Promise<ImportRecord[]>
  importByBatch(book: string, batch: string): Promise<ImportRecord[]>
  /** How many lines each live import tells no more, by import, and those of one: see `BookWriter.vanished`. */
  vanishedCounts(book: string): Promise<Map<number, number>>
  vanished(book: string, id: number): ReturnType<BookWriter['vanished']>

  /**
   * One transaction. The revision rises by one when anything changed; an error or `rollback` leaves no trace.
   * Writes of one storage queue; they never overlap.
   */
  write<T>(book: string, work: (writer: BookWriter) => Promise<T>, options?: { rollback?: boolean }): Promise<T>

  /** The book file as lines of JSON, each ending in a newline: sorted facts of one moment, nothing derived. */
  bookFile(book: string): AsyncGenerator<string>
  /**
   * Makes a book of a book file's lines; throws with a sentence when they are not one. The id must be free, unless the book
   * there is to be replaced: that one goes in the same transaction, so a file that cannot be read leaves it as it was.
   */
  restore(book: string, lines: AsyncIterable<string>, options?: { replace?: boolean }): Promise<Book>

  close(): Promise<void>
}

export interface Book extends BookSettings {
  id: string
  revision: number
  example: boolean
  /** Counted ledger lines. */
  entries: number
}

/** Who pays, as far as the owner has said. */
export type PatronKind = 'person' | 'organisation' | 'unknown'

/** One payer of some streams. */
export interface Payer {
  /** The platform's own name of the payer, else the name shown. */
  patron: string
  name: string
  /** Minor units of the home currency. */
  net: Minor
}

export interface StreamWithLines extends Stream {
  /** Counted lines. */
  entries: number
  firstDay: Day | null
  lastDay: Day | null
}

export interface StoredEntry extends Entry {
  /** The stream in which it counts; `stream` is the one that keeps it. */
  countsIn: number
  /** The line's part in a double. */
  double?: DoublePart
  /** What lists of patrons let one take for a month's income: no source tells the line. */
  estimate?: true
  edit: Edit | null
  byHand: boolean
  /** What the source says of an edited line; only with one line that is asked for by itself. */
  told?: Sighting
}

export interface EntryQuery {
  search?: string
  stream?: number
  venture?: number
  month?: Month
  /** Months from..to, both included. */
  from?: Month
  to?: Month
  kind?: EntryKind
  unconverted?: boolean
  sort: 'day' | 'net' | 'stream' | 'name'
  order: 'asc' | 'desc'
  offset: number
  limit: number
}

export interface EntryPage {
  entries: StoredEntry[]
  matching: number
  /** Home sums over all matching counted lines that have a rate. */
  sums: Sums
  /** Matching counted lines without a rate. */
  unconverted: number
}

/** What is remembered of one file. */
export interface ImportFacts {
  batch: string
  /** SHA-256 of the file, in hex. */
  file: string
  name: string
  layout: string
  savedAt: string
  bytes: number
  /** Orders versions of one key: the time of the export, else the newest row's, as an instant; empty when unknown. */
  asOf: string
  span: { from: Day; to: Day } | null
  /** Reference prefixes of a report that others yield to; null for any other. */
  covers: string[] | null
  rows: number
  added: number
  updated: number
  unchanged: number
  transfers: number
  nonRows: number
  /** The rows that could not be read, as they were told. */
  complaints: unknown[]
  /** The user's columns, for a file read by a mapping: remembered for the next file of the same header signature. */
  mapping: { signature: string; columns: string } | null
  /** Which stream each account in the file feeds: remembered for the account's next file. */
  sources: { platform: string; account: string; stream: number }[]
}

/** Facts of an import of which nothing is known yet; what is known is spread over them. */
export const NO_FACTS: Readonly<ImportFacts> = Object.freeze({
  batch: '',
  file: '',
  name: '',
  layout: '',
  savedAt: '',
  bytes: 0,
  asOf: '',
  span: null,
  covers: null,
  rows: 0,
  added: 0,
  updated: 0,
  unchanged: 0,
  transfers: 0,
  nonRows: 0,
  complaints: [],
  mapping: null,
  sources: [],
})

export interface ImportRecord extends ImportFacts {
  id: number
}

/** What became of one sighting. */
export type Claimed = 'added' | 'updated' | 'unchanged'

/** Writes within one transaction of one book. */
export interface BookWriter
  extends HourWrites, CheckInWrites, PromiseWrites, TargetFactWrites, PlanWrites, DoubleWrites, LineWrites, StreamWrites {
  book(): Promise<Book>
  changeBook(settings: Partial<BookSettings>): Promise<void>

  ventures(): Promise<Venture[]>
  streams(): Promise<Stream[]>
  addVenture(draft: { name: string; work: Work; automatic: boolean }): Promise<Venture>
  changeVenture(id: number, change: { name?: string; work?: Work; archived?: boolean; joy?: number | null }): Promise<void>
  addStream(draft: { venture: number; name: string; platform: string; kind: StreamKind; automatic: boolean }): Promise<Stream>
  /** `months` and `bound` null take back what was said of them. */
  changeStream(
    id: number,
    change: { name?: string; venture?: number; kind?: StreamKind; archived?: boolean; months?: number | null; bound?: number | null },
  ): Promise<void>
  /** The stream that an account of a platform feeds: the newest live import of that account tells it. */
  sourceStream(platform: string, account: string): Promise<number | undefined>
  /** The accounts that live imports told of, with the streams that they feed, the newest first. */
  sources(): Promise<ImportRecord['sources']>
  /** The stream in which the user's changes to the most of these keys sleep, because no version of them survives. */
  sleepingStream(keys: AsyncIterable<string>): Promise<number | undefined>

  setTarget(from: Month, levels: Levels): Promise<void>
  removeTarget(from: Month): Promise<void>
  setVentureTarget(target: PlannedTarget): Promise<void>
  removeVentureTarget(venture: number, from: Month): Promise<void>
  /** Lays down what is said of a venture's page, in the place of what was said before. */
  setPublication(publication: Publication): Promise<void>
  publications(): Promise<Publication[]>
  /** Adds a pledge, or changes the one of its id. */
  putPledge(pledge: Pledge): Promise<void>
  pledges(): Promise<Pledge[]>
  /** Lays down a decision in the place of an earlier one about the same line and pledge. */
  linkPledge(link: PledgeLink): Promise<void>
  /** Takes a decision back, as if nothing was said. */
  unlinkPledge(link: Omit<PledgeLink, 'paid'>): Promise<void>
  /** `unknown` takes it back. */
  setPatronKind(patron: string, kind: PatronKind): Promise<void>
  setOwnRate(rate: OwnRate): Promise<void>
  removeOwnRate(rate: Pick<OwnRate, 'currency' | 'against' | 'from'>): Promise<void>

  /** Live imports of this very file, by its SHA-256. */
  importsOfFile(file: string): Promise<ImportRecord[]>
  /**
   * Begins an import: `claim` takes its lines batch by batch, `finish` settles ties, coverage and roll-ups.
   * `asOf` orders versions of one key: the time of the export, else the newest row's, as an instant; empty when unknown.
   */
  beginImport(asOf: string): Promise<ImportWriter>
  /** What a live import tells no more though earlier exports of the same account do, the oldest first; nothing becomes of it by itself. */
  vanished(id: number): Promise<{ count: number; entries: StoredEntry[] }>
  /** Undoes live imports; ids that are not live are passed over. */
  undo(imports: number[]): Promise<{ imports: number[]; removed: number; restored: number }>

  /** Cash net of every month that this transaction has changed so far, in the home currency. */
  changedMonths(): Promise<{ month: Month; before: Minor; after: Minor }[]>
  /** What this transaction has changed so far in counted totals, by original currency. */
  changedNative(): { currency: string; amounts: Amounts }[]
}

export interface ImportWriter extends HourClaims {
  readonly id: number
  /** Claims lines of one stream; answers in their order. A key may come again later in the same file: the last one stands. */
  claim(stream: number, lines: Sighting[]): Promise<Claimed[]>
  /** What was told before of a line that this import has updated; kept for the first lines only. */
  replaced(stream: number, key: string): Sighting | undefined
  /** Keeps rows of a snapshot of one stream's patrons; each key comes once in an import. */
  sight(stream: number, sights: readonly PatronSight[]): Promise<void>
  /**
   * Saves the import's facts and settles what hangs together; answers how many of its lines are covered by a fuller report, and
   * how many count in another stream that the same platform feeds over the same days.
   */
  finish(facts: ImportFacts): Promise<{ covered: number; elsewhere: Elsewhere[] }>
}
