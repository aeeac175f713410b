import { sql, type Expression, type ExpressionBuilder, type Kysely, type SqlBool } from 'kysely'
import { routesOf } from '#domain/stream-route.ts'
import { entryFrom, type EntryRow } from './entry-row.ts'
import { sightingFrom } from './facts.ts'
import { streamRoutes } from './read-book.ts'
import type { Schema } from './schema.ts'
import type { EntryPage, EntryQuery, StoredEntry } from './storage.ts'

const PAGE = 2_000

const SUMS_KEPT = 16

type Totals = Omit<EntryPage, 'entries'>

/**
 * Reads pages of the ledger. What all matching lines sum to costs a walk over them, so it is kept for the pages that follow: as
 * long as the book's revision is the same, so are the sums.
 */
export class LedgerPages {
  private readonly totals = new Map<string, Totals>()
  private readonly db: Kysely<Schema>

  constructor(db: Kysely<Schema>) {
    this.db = db
  }

  /** One page, with what all matching lines sum to. */
  async page(book: string, query: EntryQuery): Promise<EntryPage> {
    const sources = query.stream === undefined ? [] : await sourcesOf(this.db, book, [query.stream])
    const matching = (eb: ExpressionBuilder<Schema, 'entry'>) => condition(eb, { book, sources, ...query })
    const rows = await orderedRows(this.db, query, matching)
    return { entries: rows.map(entryFrom), ...(await this.totalsOf(book, query, matching)) }
  }

  /** To be called when a book is made anew: its revisions are counted from the start again. */
  forget(): void {
    this.totals.clear()
  }

  private async totalsOf(book: string, query: EntryQuery, matching: Matching): Promise<Totals> {
    const { revision } = await this.db.selectFrom('book').select('revision').where('book', '=', book).executeTakeFirstOrThrow()
    const { search, stream, venture, month, from, to, kind, unconverted } = query
    const name = JSON.stringify([book, revision, search, stream, venture, month, from, to, kind, unconverted])
    const known = this.totals.get(name)
    if (known) return known
    const totals = await readTotals(this.db, matching)
    if (this.totals.size >= SUMS_KEPT) this.totals.clear()
    this.totals.set(name, totals)
    return totals
  }
}

async function readTotals(db: Kysely<Schema>, matching: Matching): Promise<Totals> {
  const sums = await db
    .selectFrom('entry')
    .select(({ fn }) => [
      fn.countAll<number>().as('matching'),
      sql<number>`sum(case when uncounted is null and h_gross is not null then 1 else 0 end)`.as('entries'),
      sql<number>`sum(case when uncounted is null and h_gross is null then 1 else 0 end)`.as('unconverted'),
      countedSum('h_gross').as('gross'),
      countedSum('h_fees').as('fees'),
      countedSum('h_refunds').as('refunds'),
      countedSum('h_tax').as('tax'),
    ])
    .where(matching)
    .executeTakeFirstOrThrow()
  return {
    matching: Number(sums.matching),
    sums: {
      gross: Number(sums.gross ?? 0),
      fees: Number(sums.fees ?? 0),
      refunds: Number(sums.refunds ?? 0),
      tax: Number(sums.tax ?? 0),
      entries: Number(sums.entries ?? 0),
    },
    unconverted: Number(sums.unconverted ?? 0),
  }
}

function countedSum(column: 'h_gross' | 'h_fees' | 'h_refunds' | 'h_tax') {
  return sql<number>`sum(case when uncounted is null then ${sql.ref(column)} else 0 end)`
}

type Matching = (eb: ExpressionBuilder<Schema, 'entry'>) => ReturnType<ExpressionBuilder<Schema, 'entry'>['and']>

async function orderedRows(db: Kysely<Schema>, query: EntryQuery, matching: Matching): Promise<(EntryRow & { changes: string | null })[]> {
  const { order } = query
  let rows = withEdits(db).where(matching)
  if (query.sort === 'net') rows = rows.orderBy(sql`coalesce(h_gross - h_fees - h_refunds, 0)`, order)
  if (query.sort === 'name') rows = rows.orderBy(sql`lower(coalesce(entry.name, ''))`, order)
  if (query.sort === 'stream') rows = rows.orderBy('entry.counts_in', order)
  return rows
    .orderBy('entry.day', order)
    .orderBy('entry.stream', order)
    .orderBy('entry.key', order)
    .limit(query.limit)
    .offset(query.offset)
    .execute()
}

/** The streams that keep lines which may count in these. */
export async function sourcesOf(db: Kysely<Schema>, book: string, streams: readonly number[]): Promise<number[]> {
  const routes = routesOf(await streamRoutes(db, book))
  return [...new Set(streams.flatMap((stream) => routes.sources(stream)))]
}

/** The streams that are merged into one, itself among them. */
export async function mergedInto(db: Kysely<Schema>, book: string, stream: number): Promise<number[]> {
  const routes = routesOf(await streamRoutes(db, book))
  return routes.sources(stream).filter((source) => routes.shown(source) === stream)
}

/** Lines with the edits that lie over them. */
export function withEdits(db: Kysely<Schema>) {
  return db
    .selectFrom('entry')
    .leftJoin('edit', (join) =>
      join.onRef('edit.book', '=', 'entry.book').onRef('edit.stream', '=', 'entry.stream').onRef('edit.key', '=', 'entry.key'),
    )
    .selectAll('entry')
    .select('edit.changes')
}

function condition(eb: ExpressionBuilder<Schema, 'entry'>, query: EntryQuery & { book: string; sources: number[] }) {
  const { book, sources } = query
  const all: Expression<SqlBool>[] = [eb('entry.book', '=', book)]
  if (query.stream !== undefined) all.push(eb('entry.stream', 'in', sources), eb('entry.counts_in', '=', query.stream))
  if (query.venture !== undefined)
    all.push(sql<SqlBool>`entry.counts_in in (select id from stream where book = ${book} and venture = ${query.venture})`)
  if (query.from !== undefined) all.push(eb('entry.day', '>=', `${query.from}-01`))
  if (query.to !== undefined) all.push(eb('entry.day', '<=', `${query.to}-31`))
  if (query.month !== undefined) all.push(eb('entry.day', '>=', `${query.month}-01`), eb('entry.day', '<=', `${query.month}-31`))
  if (query.kind !== undefined) all.push(eb('entry.kind', '=', query.kind))
  if (query.unconverted) all.push(eb('entry.h_gross', 'is', null), eb('entry.uncounted', 'is', null))
  for (const word of (query.search ?? '').trim().split(/\s+/).filter(Boolean)) all.push(holdsWord(word))
  return eb.and(all)
}

/** Whether any text of the line holds the word, whatever its case. */
function holdsWord(word: string) {
  const pattern = `%${word.toLowerCase().replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`
  const text = sql`lower(entry.day || ' ' || entry.key || ' ' || entry.currency || ' ' || entry.kind || ' ' || coalesce(entry.name, '') || ' ' ||
    coalesce(entry.patron, '') || ' ' || coalesce(entry.note, ''))`
  return sql<SqlBool>`${text} like ${pattern} escape '\\'`
}

/** One line, also when it is a transfer or deleted. */
export async function oneEntry(
  db: Kysely<Schema>,
  book: string,
  { stream, key }: { stream: number; key: string },
): Promise<StoredEntry | undefined> {
  const row = await withEdits(db)
    .where('entry.book', '=', book)
    .where('entry.stream', '=', stream)
    .where('entry.key', '=', key)
    .leftJoin('version', (join) =>
      join
        .onRef('version.book', '=', 'entry.book')
        .onRef('version.stream', '=', 'entry.stream')
        .onRef('version.key', '=', 'entry.key')
        .onRef('version.id', '=', 'entry.version'),
    )
    .select('version.facts')
    .executeTakeFirst()
  if (!row) return undefined
  return { ...entryFrom(row), ...(row.changes !== null && row.facts !== null && { told: sightingFrom(key, row.facts) }) }
}

/** Every line of the book by day, stream and key, in batches. */
export async function* everyEntry(db: Kysely<Schema>, book: string): AsyncGenerator<StoredEntry[]> {
  let last: StoredEntry | undefined
  for (;;) {
    let query = withEdits(db).where('entry.book', '=', book)
    if (last) {
      const { day, stream, key } = last
      query = query
        .where('entry.day', '>=', day)
        .where(sql<SqlBool>`(entry.day > ${day} or entry.stream > ${stream} or (entry.stream = ${stream} and entry.key > ${key}))`)
    }
    const rows = await query.orderBy('entry.day').orderBy('entry.stream').orderBy('entry.key').limit(PAGE).execute()
    if (rows.length === 0) return
    const page = rows.map(entryFrom)
    yield page
    last = page.at(-1)
  }
}

/** Distinct payers with a counted payment of the stream since a day. */
export async function payersSince(db: Kysely<Schema>, book: string, { stream, since }: { stream: number; since: string }): Promise<number> {
  const row = await db
    .selectFrom('entry')
    .select(sql<number>`count(distinct patron)`.as('payers'))
    .where('book', '=', book)
    .where('stream', 'in', await sourcesOf(db, book, [stream]))
    .where('counts_in', '=', stream)
    .where('day', '>=', since)
    .where('kind', '=', 'payment')
    .where('uncounted', 'is', null)
    .executeTakeFirstOrThrow()
  return Number(row.payers)
}
