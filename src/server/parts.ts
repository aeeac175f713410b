import type { RateTable } from '#domain/rate.ts'
import type { Storage } from '#storage/storage.ts'
import type { PageAssets } from '#public/parts.ts'
import type { Shelf } from '#public/shelf.ts'
import type { Jobs } from './jobs.ts'
import type { Spool } from './spool.ts'
import type { StripeAccount } from './stripe-account.ts'

/** The instant now, as `2026-11-23T10:00:00Z`: to the second, as moments are written everywhere. */
export type Clock = () => string

/** Takes what went wrong inside; the caller of the API never sees it. */
export type Log = (message: string, error: unknown) => void

/** What the program is and where it runs. */
export interface Program {
  version: string
  /** Where the books lie, in words for a person, and whether they are there after a restart. */
  kept: { where: string; lasting: boolean }
  /** Whether the app answers inside a page: then there is no network to guard against. */
  inPage: boolean
}

/** The public half, as the owner's app sees it. */
export interface Square {
  shelf: Shelf
  /** Where the public app listens; `ensure` starts or ends listening by whether anything is published. */
  listening(): { state: 'off' | 'on' | 'failed' | 'in-page'; at: string | null; problem: string | null }
  ensure(): Promise<void>
  /** Whether the environment sets the public address. */
  urlFixed: boolean
  /** What the HTML of public pages loads, so that a preview of them is whole; absent where they are not built. */
  assets?: PageAssets
  /** Fetches a stranger's JSON or YAML: HTTPS, a public address, 320 kB, 3 s; throws a problem. Absent in a page. */
  fetchText?: (url: string) => Promise<{ text: string; type: string; url: string }>
  /** The owner's account at Stripe; absent without a key. */
  stripe?: StripeAccount
  /** Sends a text mail; absent without SMTP. */
  mail?: (mail: { to: string; subject: string; text: string }) => Promise<void>
}

/** Everything the app stands on. Whatever differs between a server, a page and a test comes in here. */
export interface Parts {
  storage: Storage
  spool: Spool
  jobs: Jobs
  clock: Clock
  /** A fresh id of letters, digits and hyphens. */
  newId: () => string
  log: Log
  program: Program
  /** The reference rates that the storage converts with. */
  rates: RateTable
  square: Square
}

/** The runtime's own clock. */
export function systemClock(): string {
  return `${new Date().toISOString().slice(0, 19)}Z`
}
