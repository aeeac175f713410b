import { ecbPacked } from '#domain/ecb-table.ts'
import { readRateTable, type RateTable } from '#domain/rate.ts'
import { createPublicApp } from '#public/app.ts'
import { openShelf } from '#public/sql-shelf.ts'
import { createApp } from '#server/app.ts'
import { systemClock, type Log } from '#server/parts.ts'
import { createRounds } from '#server/rounds.ts'
import { stillSquare } from '#server/still-square.ts'
import type { SqliteHandle } from '#storage/sqlite.ts'
import type { Storage } from '#storage/storage.ts'
import { freshId, inPageParts } from './in-page-parts.ts'

interface InPageApp {
  openStorage(rates: RateTable): Promise<Storage>
  /** An empty database of its own for what is published. */
  openHandle(): Promise<SqliteHandle>
  version: string
  log: Log
}

/** Both halves of the program in one: what the public app answers goes to it, the rest to the owner's app. */
export async function inPageApp({ openStorage, openHandle, version, log }: InPageApp): Promise<(request: Request) => Promise<Response>> {
  const rates = readRateTable(ecbPacked)
  const storage = await openStorage(rates)
  const shelf = openShelf(await openHandle())
  const parts = inPageParts({ storage, rates, version, log, square: stillSquare(shelf, 'in-page') })
  const rounds = createRounds(parts)
  void rounds.often()
  const owner = createApp(parts, undefined, rounds.publisher)
  const today = (): string => systemClock().slice(0, 10)
  const onMessage = (): void => void rounds.inbox()
  const strangers = createPublicApp({ shelf, clock: systemClock, today, newId: freshId, log, rates, version, inPage: true, onMessage })
  return async (request) => (new URL(request.url).pathname.startsWith('/api/public/') ? strangers : owner).fetch(request)
}
