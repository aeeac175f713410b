import type { Kysely } from 'kysely'
import { isDay, type Day } from '#domain/month.ts'
import type { PatronList } from '#domain/patron-estimate.ts'
import type { Routes } from '#domain/stream-route.ts'
import type { Schema } from './schema.ts'
import { sightFrom } from './sights.ts'

/** The version of lines that no source tells: they are worked out. */
export const WORKED_OUT = 0
/** Keys of estimates begin with the first and come before the second: `;` is the letter after the colon. */
export const FIRST_KEY = 'estimate:'
export const PAST_KEYS = 'estimate;'

/** Streams of which the user said that what lists of patrons tell counts as an estimate, sorted. */
export async function streamsFromLists(db: Kysely<Schema>, book: string): Promise<number[]> {
  const rows = await db.selectFrom('stream_from_lists').select('stream').where('book', '=', book).orderBy('stream').execute()
  return rows.map(({ stream }) => stream)
}

/** Whether any line tells of money of a stream: one that was imported or typed in and not deleted, be it counted or not. */
export async function hasMoney(db: Kysely<Schema>, book: string, { routes, place }: { routes: Routes; place: number }): Promise<boolean> {
  const sources = routes.sources(place)
  const merged = sources.filter((source) => routes.shown(source) === place)
  const found = await db
    .selectFrom('entry')
    .select('key')
    .where('book', '=', book)
    .where('stream', 'in', sources)
    .where('version', '<>', WORKED_OUT)
    .where(({ eb, or }) => or([eb('uncounted', 'is', null), eb('uncounted', '<>', 'deleted')]))
    .where(({ eb, or }) => or([eb('counts_in', '=', place), eb('stream', 'in', merged)]))
    .limit(1)
    .execute()
  return found.length > 0
}

/** The lists of patrons that live imports tell of some streams. One without a date is of the day on which it was imported. */
export async function listsOfPatrons(db: Kysely<Schema>, book: string, streams: readonly number[]): Promise<PatronList[]> {
  const imports = await db
    .selectFrom('import')
    .innerJoin('import_source', (join) =>
      join.onRef('import_source.book', '=', 'import.book').onRef('import_source.import', '=', 'import.id'),
    )
    .select(['import.id', 'import.as_of', 'import.saved_at', 'import.layout', 'import_source.account', 'import_source.stream'])
    .where('import.book', '=', book)
    .where('import_source.stream', 'in', streams)
    .orderBy('import.id')
    .orderBy('import_source.account')
    .execute()
  const lists: PatronList[] = []
  for (const told of Map.groupBy(imports, ({ id, stream }) => `${id} ${stream}`).values()) {
    const [first] = told
    const day = first && dayOfList(first)
    if (!first || day === undefined) continue
    const rows = await db
      .selectFrom('patron_sight')
      .select(['key', 'facts'])
      .where('book', '=', book)
      .where('import', '=', first.id)
      .where('stream', '=', first.stream)
      .orderBy('key')
      .execute()
    if (rows.length === 0) continue
    const series = [first.stream, first.layout, ...told.map(({ account }) => account)].join(' ')
    const order = `${first.as_of} ${String(first.id).padStart(12, '0')}`
    lists.push({ day, order, series, sights: rows.map(({ key, facts }) => sightFrom(key, facts)) })
  }
  return lists
}

function dayOfList({ as_of, saved_at }: { as_of: string; saved_at: string }): Day | undefined {
  return [as_of, saved_at].map((moment) => moment.slice(0, 10)).find(isDay)
}

/** Those of some streams in which estimates count now. */
export async function estimatedStreams(
  db: Kysely<Schema>,
  book: string,
  { routes, places }: { routes: Routes; places: readonly number[] },
): Promise<Set<number>> {
  const found = new Set<number>()
  for (const place of places) {
    const rows = await db
      .selectFrom('entry')
      .select('key')
      .where('book', '=', book)
      .where('stream', 'in', routes.sources(place))
      .where('counts_in', '=', place)
      .where('key', '>=', FIRST_KEY)
      .where('key', '<', PAST_KEYS)
      .where('version', '=', WORKED_OUT)
      .limit(1)
      .execute()
    if (rows.length > 0) found.add(place)
  }
  return found
}
