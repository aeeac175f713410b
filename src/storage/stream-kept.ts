import type { OwnRate, StreamRate } from '#domain/book.ts'
import type { Day } from '#domain/month.ts'
import type { PatronEstimate } from '#domain/patron-estimate.ts'
import type { PatronSight } from '#domain/patron-sight.ts'
import type { StreamRoute } from '#domain/stream-route.ts'

/** Who is a patron at one time, as one import told it. */
export interface Snapshot {
  import: number
  /** As an instant; empty when unknown. */
  asOf: string
  layout: string
  sights: PatronSight[]
}

/** The lists of patrons of one stream. */
export interface PatronLists {
  lists: number
  /** Days of the first and the last of them, or of the paydays that they tell. */
  from: Day
  to: Day
  /** Whether the user said that they count as an estimate. */
  isAsked: boolean
  /** Whether something else tells of the stream's money, so that they never count. */
  hasMoney: boolean
  /** Counted lines of other streams, from the first list on, in whose texts the platform is named. */
  named: number
  /** What they let one take for income, whether it counts or not, oldest first. */
  estimates: PatronEstimate[]
}

/** What is said of whole streams. */
export interface StreamReads {
  /** Rates of streams' own, by stream: they come before the book's. */
  streamRates(book: string): Promise<StreamRate[]>
  /** Where lines of streams count, as the user said, oldest first. */
  streamRoutes(book: string): Promise<StreamRoute[]>
  /** The newest snapshot of the stream's patrons, by its as-of; undefined where no live import holds one. */
  newestSnapshot(book: string, stream: number): Promise<Snapshot | undefined>
  /**
   * The lists of patrons that live imports tell of the stream, and whether they may count; undefined without any. `name` is the
   * platform as people call it: what other streams tell of it may be this stream's money.
   */
  patronLists(book: string, stream: number, name: string): Promise<PatronLists | undefined>
  /** Streams in which an estimate from lists of patrons counts now. */
  estimatedStreams(book: string): Promise<Set<number>>
}

export interface StreamWrites {
  streamRates(): Promise<StreamRate[]>
  /** Sets rates of a stream's own, each in the place of one from the same day. */
  setStreamRates(stream: number, rates: readonly OwnRate[]): Promise<void>
  removeStreamRate(stream: number, rate: Pick<OwnRate, 'currency' | 'against' | 'from'>): Promise<void>
  streamRoutes(): Promise<StreamRoute[]>
  /** Leads lines of a stream into another; throws where they would go round in a circle. Answers the route's id. */
  addRoute(route: Omit<StreamRoute, 'id'>): Promise<number>
  /** Takes a route back: its lines count where they counted before; a stream that only it made goes. */
  removeRoute(id: number): Promise<void>
  /** Streams in which an estimate from lists of patrons counts as this transaction has it so far. */
  estimatedStreams(): Promise<Set<number>>
  /** Says that what lists of patrons tell of the stream counts as an estimate while nothing else tells of its money, or takes that back. */
  setFromLists(stream: number, isCounted: boolean): Promise<void>
}
