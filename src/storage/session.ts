import { sql, type Transaction } from 'kysely'
import { streamConverter } from '#domain/own-rate.ts'
import { converter, type Converter, type RateTable } from '#domain/rate.ts'
import { routesOf } from '#domain/stream-route.ts'
import { zone } from '#domain/zone.ts'
import type { Driver } from './driver.ts'
import type { Placing } from './entry-row.ts'
import { streamsFromLists } from './read-estimates.ts'
import { ownRates, streamRates, streamRoutes, streams } from './read-book.ts'
import { RollupChange } from './rollup.ts'
import type { BookTable, Schema } from './schema.ts'

/** One write transaction of one book: everything that its steps share. */
export interface Session {
  readonly transaction: Transaction<Schema>
  readonly driver: Driver
  readonly rates: RateTable
  readonly book: string
  placing: Placing
  readonly rollups: RollupChange
  /** Streams whose ties and coverage must be settled before the end. */
  readonly unsettled: Set<number>
  /** Whether something was said of doubles, so that they are settled whatever streams were touched. */
  doublesSaid: boolean
  /** Whether estimates from lists of patrons must be worked out anew whatever streams were touched. */
  listsSaid: boolean
  /** Whether anything was written. */
  changed: boolean
  nextVersion: number
}

export interface SessionOptions {
  transaction: Transaction<Schema>
  driver: Driver
  rates: RateTable
  book: string
}

/** How many keys one statement asks for: under every database's limit of parameters. */
export const BATCH = 400

/** Cuts a list into batches for statements. */
export function* batches<T>(list: readonly T[], size = BATCH): Generator<readonly T[]> {
  for (let i = 0; i < list.length; i += size) yield list.slice(i, i + size)
}

/**
 * Opens the session. Its first statement writes, so that the database's one write lock is taken before anything is read and
 * no other writer can come between.
 */
export async function beginSession(options: SessionOptions): Promise<Session> {
  const { transaction, book } = options
  await transaction
    .updateTable('book')
    .set({ revision: sql`revision + 1` })
    .where('book', '=', book)
    .execute()
  const row = await bookRow(transaction, book)
  const last = await transaction
    .selectFrom('version')
    .select(({ fn }) => fn.max('id').as('id'))
    .where('book', '=', book)
    .executeTakeFirst()
  return {
    ...options,
    placing: await placingOf(options, row),
    rollups: new RollupChange(),
    unsettled: new Set(),
    doublesSaid: false,
    listsSaid: false,
    changed: false,
    nextVersion: Number(last?.id ?? 0) + 1,
  }
}

/** The book's row; throws for a book that is not there. */
export async function bookRow(transaction: Transaction<Schema>, book: string): Promise<BookTable> {
  const row = await transaction.selectFrom('book').selectAll().where('book', '=', book).executeTakeFirst()
  if (!row) throw new Error(`Failed to open the book: there is none called "${book}". Create it first.`)
  return row
}

/** How lines are placed and converted with the book's settings and rates as they are now. */
export async function placingOf(options: SessionOptions, row: BookTable): Promise<Placing> {
  const { transaction, book, rates } = options
  const usual = converter({ home: row.home, table: rates, own: await ownRates(transaction, book) })
  const own = Map.groupBy(await streamRates(transaction, book), ({ stream }) => stream)
  const converters = new Map([...own].map(([stream, told]): [number, Converter] => [stream, streamConverter(told, row.home, usual)]))
  const months = new Map((await streams(transaction, book)).map((stream) => [stream.id, stream.months]))
  return {
    book,
    revision: row.revision,
    home: row.home,
    zone: zone(row.zone),
    converter: usual,
    converterOf: (stream) => converters.get(stream) ?? usual,
    monthsOf: (stream) => months.get(stream),
    fromLists: new Set(await streamsFromLists(transaction, book)),
    routes: routesOf(await streamRoutes(transaction, book)),
  }
}

/** Takes the next id of the book: never given twice, also after what had it is gone. */
export async function takeId(session: Session): Promise<number> {
  const row = await bookRow(session.transaction, session.book)
  await session.transaction
    .updateTable('book')
    .set({ next_id: row.next_id + 1 })
    .where('book', '=', session.book)
    .execute()
  session.changed = true
  return row.next_id
}
