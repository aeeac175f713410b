import type { Day } from '#domain/month.ts'

/**
 * The public app's own database: what is published, and what strangers left. The owner's app writes the first and drains the second;
 * there is no way from here to a book. All methods answer at once: SQLite is called in the thread that asks.
 */
export interface Shelf {
  /** Rises with every write that changes what the public app answers; caches are thrown away when it does. */
  version(): number
  site(): SiteFacts
  /** Sets the address or the name; what is left out stays. */
  setSite(change: Partial<SiteFacts>): void
  /** Signs links; made once, 256 random bits. */
  key(): Uint8Array<ArrayBuffer>

  /** Every published venture, unlisted ones too, by address. */
  ventures(): ShelvedVenture[]
  venture(address: string): ShelvedVenture | undefined
  /** Publishes the exact bytes; answers whether they differ from what stood there. */
  publish(venture: ShelvedVenture): boolean
  /** Takes what was published below an address away. */
  withdraw(address: string): void
  /** What the owner's app has noted for itself beside a page, under a key of its own; no answer of the public app holds it. */
  note(key: string): string | undefined
  putNote(key: string, note: string): void

  followed(): Followed[]
  follow(url: string): Followed
  unfollow(id: number): void
  /** What a followed address said last: its ventures as JSON, or why it could not be read (what it said before stays). */
  putFollowed(id: number, said: { at: string; ventures: string[] } | { at: string; problem: string }): void

  /** Appends to the inbox; answers the message's number. Each `key` is taken once: a message that came before changes nothing. */
  leave(message: { at: string; kind: MessageKind; key: string; body: string }): number
  /** Messages after a number, oldest first. */
  inbox(after: number, limit: number): Message[]
  /** Takes drained messages out, up to and with a number. */
  drained(upTo: number): void

  /** A pledge as its patron may see it, as JSON. */
  pledgeView(id: string): string | undefined
  putPledgeView(id: string, view: string): void

  document(id: string): { type: string; name: string; bytes: Uint8Array<ArrayBuffer> } | undefined
  putDocument(id: string, document: { type: string; name: string; bytes: Uint8Array<ArrayBuffer> }): void

  close(): void
}

export interface SiteFacts {
  /** Absolute, without a final slash; empty until it is set. */
  url: string
  name: string
}

export interface ShelvedVenture {
  address: string
  listed: boolean
  /** The published record as JSON: see `PublicVenture` of the domain. */
  json: string
}

export interface Followed {
  id: number
  url: string
  /** Instant of the last answer that could be read. */
  fetched: string | null
  problem: string | null
  /** JSON of each venture as it was told, checked for its shape and no further. */
  ventures: string[]
  /** Day of the last answer, for a person. */
  day: Day | null
}

/** `pledge`: a new one. `change`: of one. `invoice`: a document for one. `stripe`: a verified event, raw. */
export type MessageKind = 'pledge' | 'change' | 'invoice' | 'stripe'

export interface Message {
  number: number
  at: string
  kind: MessageKind
  body: string
}
