/** A rate of a stream's own. */
export interface StreamRateTable {
  book: string
  stream: number
  currency: string
  against: string
  from_day: string
  rate: string
}

/** Where lines of a stream count, as the user said. */
export interface StreamRouteTable {
  book: string
  id: number
  stream: number
  into_stream: number
  words: string
  source: string
}

/** A stream of which lists of patrons count as an estimate, as the user said. */
export interface StreamFromListsTable {
  book: string
  stream: number
}

/** A row of a snapshot: who is a patron, and what is expected of them. It goes with its import. */
export interface PatronSightTable {
  book: string
  import: number
  stream: number
  key: string
  /** JSON of a `PatronSight` without its key. */
  facts: string
}
