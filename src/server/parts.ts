import type { RateTable } from '#domain/rate.ts'
import type { Storage } from '#storage/storage.ts'
import type { Jobs } from './jobs.ts'
import type { Spool } from './spool.ts'

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
}

/** The runtime's own clock. */
export function systemClock(): string {
  return `${new Date().toISOString().slice(0, 19)}Z`
}
