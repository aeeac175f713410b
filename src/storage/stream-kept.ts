import type { OwnRate, StreamRate } from '#domain/book.ts'
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

/** What is said of whole streams. */
export interface StreamReads {
  /** Rates of streams' own, by stream: they come before the book's. */
  streamRates(book: string): Promise<StreamRate[]>
  /** Where lines of streams count, as the user said, oldest first. */
  streamRoutes(book: string): Promise<StreamRoute[]>
  /** The newest snapshot of the stream's patrons, by its as-of; undefined where no live import holds one. */
  newestSnapshot(book: string, stream: number): Promise<Snapshot | undefined>
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
}
