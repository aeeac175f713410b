import type { Day } from '#domain/month.ts'
import type { RateTable } from '#domain/rate.ts'
import type { PublicVenture } from '#domain/public-venture.ts'
import type { Checkout } from './checkout.ts'
import type { Shelf } from './shelf.ts'

/** Everything the public app stands on. It knows no book; whatever differs between a server, a page and a test comes in here. */
export interface PublicParts {
  shelf: Shelf
  /** The instant now, as `2026-11-23T10:00:00Z`. */
  clock: () => string
  /** The site's local day now. */
  today: () => Day
  /** 128 random bits in hex. */
  newId: () => string
  log: (message: string, error: unknown) => void
  rates: RateTable
  version: string
  /** Whether it answers inside a page: then there are no HTML pages, no pictures and no payments. */
  inPage: boolean
  /** Files of the built patron's app, for the HTML of pages; absent in a page and in tests of the API. */
  assets?: PageAssets
  /** Draws the picture of a venture's page on a day, as PNG, 1200 × 630; absent where it cannot. */
  picture?: (venture: PublicVenture, today: Day) => Promise<Uint8Array<ArrayBuffer>>
  /** Card payment; absent without a key. */
  checkout?: Checkout
  /** Who sends a request, for the limits of how often; `environment` is the server's own. Without it all callers are one. */
  caller?: (request: Request, environment: unknown) => string
  /** Called after a message was left in the inbox. */
  onMessage?: () => void
}

/** What the HTML of a page loads, as paths from the site's root without a leading slash. */
export interface PageAssets {
  script: string
  styles: string[]
  /** Answers a file of the build (`assets/…`, icons), or undefined where there is none. */
  file(path: string): Promise<{ bytes: Uint8Array<ArrayBuffer>; type: string } | undefined>
}
