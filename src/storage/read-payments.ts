import { sql, type Kysely, type SqlBool } from 'kysely'
import type { Day } from '#domain/month.ts'
import { routesOf } from '#domain/stream-route.ts'
import { dayOf, isMoment, zone, type Zone } from '#domain/zone.ts'
import { streamRoutes, streamsWithDays } from './read-book.ts'
import { entryFrom } from './entry-row.ts'
import { sourcesOf, withEdits } from './read-entries.ts'
import type { Schema } from './schema.ts'
import { batches } from './session.ts'
import type { Payer, StoredEntry } from './storage.ts'

/**
 * The last day that each stream's live imports reach. An import reaches the end of what its file spans, and the day of the file's
 * as-of, which is the day of the export where the file tells one; never further than the day on which it was imported. A stream
 * that no import reaches has the day of its last line.
 */
export async function coverage(db: Kysely<Schema>, book: string): Promise<Map<number, Day>> {
  const { zone: name } = await db.selectFrom('book').select('zone').where('book', '=', book).executeTakeFirstOrThrow()
  const where = zone(name)
  const rows = await db
    .selectFrom('import_source')
    .innerJoin('import', (join) => join.onRef('import.book', '=', 'import_source.book').onRef('import.id', '=', 'import_source.import'))
    .select(['import_source.stream', 'import.span_to', 'import.as_of', 'import.saved_at'])
    .where('import_source.book', '=', book)
    // A list of patrons tells nothing of payments.
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('patron_sight')
            .select('patron_sight.key')
            .whereRef('patron_sight.book', '=', 'import.book')
            .whereRef('patron_sight.import', '=', 'import.id'),
        ),
      ),
    )
    .execute()
  const reached = new Map<number, Day>()
  const routes = routesOf(await streamRoutes(db, book))
  for (const { stream, span_to, as_of, saved_at } of rows) {
    const day = later(span_to ?? '', reachOf(as_of, where))
    const end = isMoment(saved_at) ? earlier(day, dayOf(saved_at, where)) : day
    if (end === '') continue
    for (const place of routes.places(stream)) reached.set(place, later(reached.get(place) ?? '', end))
  }
  for (const { id, lastDay } of await streamsWithDays(db, book)) if (lastDay !== null && !reached.has(id)) reached.set(id, lastDay)
  return reached
}

/** The day of an as-of, empty where there is none. One that was only a day is kept as its first instant: it is that day in every zone. */
function reachOf(asOf: string, where: Zone): Day {
  if (!isMoment(asOf)) return ''
  return asOf.endsWith('T00:00:00Z') ? asOf.slice(0, 10) : dayOf(asOf, where)
}

const later = (a: Day, b: Day): Day => (a > b ? a : b)
const earlier = (a: Day, b: Day): Day => (a < b ? a : b)

/**
 * Who paid on or after a day, with what is left of it in the home currency, the largest first, by the name last shown. Fees and refunds that name nobody
 * are the payer's of the payment to which they are tied.
 */
export async function payers(db: Kysely<Schema>, book: string, paid: { streams: readonly number[]; since: Day }): Promise<Payer[]> {
  const { streams, since } = paid
  const rows = await db
    .selectFrom('entry')
    .leftJoin('entry as paid', (join) =>
      join.onRef('paid.book', '=', 'entry.book').onRef('paid.stream', '=', 'entry.stream').onRef('paid.key', '=', 'entry.tie'),
    )
    .select([
      sql<string | null>`coalesce(nullif(entry.patron, ''), nullif(paid.patron, ''))`.as('payer'),
      sql<string | null>`coalesce(nullif(entry.name, ''), nullif(paid.name, ''))`.as('shown'),
      sql<string>`max(case when entry.kind = 'payment' then entry.day else '' end)`.as('last'),
      sql<number>`sum(entry.h_gross - entry.h_fees - entry.h_refunds)`.as('net'),
    ])
    .where('entry.book', '=', book)
    .where('entry.stream', 'in', [...(await sourcesOf(db, book, streams)), -1])
    .where('entry.counts_in', 'in', [...streams, -1])
    .where('entry.day', '>=', since)
    .where('entry.uncounted', 'is', null)
    .where('entry.h_gross', 'is not', null)
    .groupBy(['payer', 'shown'])
    .execute()
  const byPayer = Map.groupBy(rows, ({ payer, shown }) => payer ?? shown)
  const all = [...byPayer].flatMap(([patron, told]): Payer[] => {
    if (patron === null || told.every(({ last }) => last === '')) return []
    const names = told.toSorted((a, b) => (a.last === b.last ? compare(a.shown ?? '', b.shown ?? '') : compare(b.last, a.last)))
    const name = names.find(({ shown }) => shown !== null)?.shown ?? patron
    return [{ patron, name, net: told.reduce((sum, { net }) => sum + Number(net), 0) }]
  })
  return all.sort((a, b) => b.net - a.net || compare(a.patron, b.patron))
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** Counted lines whose texts hold one of the references, by reference, day, stream and key. */
export async function linesByReference(
  db: Kysely<Schema>,
  book: string,
  references: readonly string[],
): Promise<{ reference: string; entry: StoredEntry }[]> {
  const found: { reference: string; entry: StoredEntry }[] = []
  for (const batch of batches([...new Set(references)])) {
    const rows = await withEdits(db)
      .where('entry.book', '=', book)
      .where('entry.reference', 'is not', null)
      .where('entry.uncounted', 'is', null)
      .where((eb) => eb.or([eb('entry.reference', 'in', batch), sql<SqlBool>`entry.reference like '% %'`]))
      .orderBy('entry.day')
      .orderBy('entry.stream')
      .orderBy('entry.key')
      .execute()
    for (const row of rows) {
      for (const reference of row.reference?.split(' ') ?? []) {
        if (batch.includes(reference)) found.push({ reference, entry: entryFrom(row) })
      }
    }
  }
  return found.sort((a, b) => compare(a.reference, b.reference))
}

/** Counted lines that are said to pay a pledge, with its id, by day, stream and key. */
export async function payingLines(db: Kysely<Schema>, book: string): Promise<{ pledge: string; entry: StoredEntry }[]> {
  const rows = await withEdits(db)
    .innerJoin('pledge_link', (join) =>
      join
        .onRef('pledge_link.book', '=', 'entry.book')
        .onRef('pledge_link.stream', '=', 'entry.stream')
        .onRef('pledge_link.key', '=', 'entry.key'),
    )
    .select('pledge_link.pledge')
    .where('entry.book', '=', book)
    .where('entry.uncounted', 'is', null)
    .where('pledge_link.paid', '=', 1)
    .orderBy('entry.day')
    .orderBy('entry.stream')
    .orderBy('entry.key')
    .execute()
  return rows.map(({ pledge, ...row }) => ({ pledge, entry: entryFrom(row) }))
}

/** Counted payments from a day on, newest first. */
export async function paymentsSince(
  db: Kysely<Schema>,
  book: string,
  { since, limit }: { since: Day; limit: number },
): Promise<StoredEntry[]> {
  const rows = await withEdits(db)
    .where('entry.book', '=', book)
    .where('entry.day', '>=', since)
    .where('entry.kind', '=', 'payment')
    .where('entry.uncounted', 'is', null)
    .orderBy('entry.day', 'desc')
    .orderBy('entry.stream', 'desc')
    .orderBy('entry.key', 'desc')
    .limit(limit)
    .execute()
  return rows.map(entryFrom)
}
