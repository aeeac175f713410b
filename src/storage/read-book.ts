import type { Kysely } from 'kysely'
import type { OwnRate, Stream, StreamRate, Venture } from '#domain/book.ts'
import type { StreamRoute } from '#domain/stream-route.ts'
import type { Target } from '#domain/target.ts'
import type { KeptMonths } from './read-income.ts'
import type { Schema, StreamTable, VentureTable } from './schema.ts'
import type { Book, ImportRecord, StreamWithLines } from './storage.ts'

/** All books, or the one of an id, with the number of their counted lines. */
export async function books(db: Kysely<Schema>, id?: string): Promise<Book[]> {
  let query = db
    .selectFrom('book')
    .selectAll()
    .select((eb) =>
      eb
        .selectFrom('income_month as m')
        .select(({ fn }) => fn.sum<number>('m.entries').as('n'))
        .whereRef('m.book', '=', 'book.book')
        .where('m.lens', '=', 'cash')
        .as('lines'),
    )
    .orderBy('book')
  if (id !== undefined) query = query.where('book', '=', id)
  const rows = await query.execute()
  return rows.map((row) => ({
    id: row.book,
    name: row.name,
    homeCurrency: row.home,
    zone: row.zone,
    locale: row.locale,
    revision: row.revision,
    example: row.example === 1,
    entries: Number(row.lines ?? 0),
  }))
}

/** The book's own rates, sorted. */
export async function ownRates(db: Kysely<Schema>, book: string): Promise<OwnRate[]> {
  const rows = await db
    .selectFrom('own_rate')
    .selectAll()
    .where('book', '=', book)
    .orderBy('currency')
    .orderBy('against')
    .orderBy('from_day')
    .execute()
  return rows.map(({ currency, against, from_day: from, rate }) => ({ currency, against, from, rate }))
}

/** The own rates of streams, sorted. */
export async function streamRates(db: Kysely<Schema>, book: string): Promise<StreamRate[]> {
  const rows = await db
    .selectFrom('stream_rate')
    .selectAll()
    .where('book', '=', book)
    .orderBy('stream')
    .orderBy('currency')
    .orderBy('against')
    .orderBy('from_day')
    .execute()
  return rows.map(({ stream, currency, against, from_day: from, rate }) => ({ stream, currency, against, from, rate }))
}

/** Where lines of streams count, as the user said, oldest first. */
export async function streamRoutes(db: Kysely<Schema>, book: string): Promise<StreamRoute[]> {
  const rows = await db.selectFrom('stream_route').selectAll().where('book', '=', book).orderBy('id').execute()
  return rows.map(({ id, stream, into_stream: into, words, source }) => ({ id, stream, into, words, source }))
}

/** The book's targets, by month. */
export async function targets(db: Kysely<Schema>, book: string): Promise<Target[]> {
  const rows = await db.selectFrom('target').selectAll().where('book', '=', book).orderBy('from_month').execute()
  return rows.map(({ from_month: from, bare, enough, comfortable }) => ({ from, bare, enough, comfortable }))
}

/** The book's ventures, oldest first. */
export async function ventures(db: Kysely<Schema>, book: string): Promise<Venture[]> {
  const rows = await db.selectFrom('venture').selectAll().where('book', '=', book).orderBy('id').execute()
  return rows.map(ventureFrom)
}

function ventureFrom({ id, name, work, archived, automatic, joy }: VentureTable): Venture {
  return { id, name, work, archived: archived === 1, automatic: automatic === 1, ...(joy !== null && { joy }) }
}

/** The book's streams, oldest first. */
export async function streams(db: Kysely<Schema>, book: string): Promise<Stream[]> {
  const rows = await db.selectFrom('stream').selectAll().where('book', '=', book).orderBy('id').execute()
  return rows.map(streamFrom)
}

function streamFrom({ id, venture, name, platform, kind, archived, automatic, months, bound }: StreamTable): Stream {
  const stream = { id, venture, name, platform, kind, archived: archived === 1, automatic: automatic === 1 }
  return { ...stream, ...(months !== null && { months }), ...(bound !== null && { bound }) }
}

/** The book's streams with how many entries each has, and from when to when. */
export async function streamsWithLines(db: Kysely<Schema>, kept: KeptMonths, book: string): Promise<StreamWithLines[]> {
  const [rows, entries] = [await streamsWithDays(db, book), await kept.entries(book)]
  return rows.map((row) => ({ ...row, entries: entries.get(row.id) ?? 0 }))
}

/** The book's streams with their first and last day: each is one step into an index, however long the ledger. */
export async function streamsWithDays(db: Kysely<Schema>, book: string): Promise<Omit<StreamWithLines, 'entries'>[]> {
  const rows = await db
    .selectFrom('stream')
    .selectAll()
    .select(({ selectFrom }) => [
      selectFrom('income_day')
        .select('day')
        .whereRef('income_day.book', '=', 'stream.book')
        .whereRef('income_day.stream', '=', 'stream.id')
        .where('entries', '>', 0)
        .orderBy('day')
        .limit(1)
        .as('first'),
      selectFrom('income_day')
        .select('day')
        .whereRef('income_day.book', '=', 'stream.book')
        .whereRef('income_day.stream', '=', 'stream.id')
        .where('entries', '>', 0)
        .orderBy('day', 'desc')
        .limit(1)
        .as('last'),
    ])
    .where('book', '=', book)
    .orderBy('id')
    .execute()
  return rows.map((row) => ({ ...streamFrom(row), firstDay: row.first, lastDay: row.last }))
}

/** Live imports, oldest first; `where` narrows by batch or file. */
export async function imports(db: Kysely<Schema>, book: string, where: { batch?: string; file?: string } = {}): Promise<ImportRecord[]> {
  let query = db.selectFrom('import').selectAll().where('book', '=', book).orderBy('id')
  if (where.batch !== undefined) query = query.where('batch', '=', where.batch)
  if (where.file !== undefined) query = query.where('file', '=', where.file)
  const rows = await query.execute()
  const sources = await db.selectFrom('import_source').selectAll().where('book', '=', book).execute()
  const byImport = Map.groupBy(sources, (source) => source.import)
  return rows.map((row) => ({
    id: row.id,
    batch: row.batch,
    file: row.file,
    name: row.name,
    layout: row.layout,
    savedAt: row.saved_at,
    bytes: row.bytes,
    asOf: row.as_of,
    span: row.span_from !== null && row.span_to !== null ? { from: row.span_from, to: row.span_to } : null,
    covers: row.covers === null ? null : (JSON.parse(row.covers) as string[]), // written as a list of texts
    rows: row.rows,
    added: row.added,
    updated: row.updated,
    unchanged: row.unchanged,
    transfers: row.transfers,
    nonRows: row.non_rows,
    complaints: JSON.parse(row.complaints) as unknown[], // written as a list
    mapping: row.signature !== null && row.mapping !== null ? { signature: row.signature, columns: row.mapping } : null,
    sources: (byImport.get(row.id) ?? []).map(({ platform, account, stream }) => ({ platform, account, stream })),
  }))
}
