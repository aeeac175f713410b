import type { Kysely } from 'kysely'
import { RECURRENCES, SIGHT_STATUSES, type PatronSight } from '#domain/patron-sight.ts'
import type { Value } from './driver.ts'
import { count, currency, day, fields, id, nothingOr, oneOf, text, textThat, whole, type Check } from './fact-form.ts'
import type { Schema } from './schema.ts'
import type { Session } from './session.ts'
import type { Snapshot } from './stream-kept.ts'

/** One row of a snapshot as a book file tells it. */
export interface SightFact {
  import: number
  stream: number
  patron: PatronSight
}

const given = textThat((value) => value !== '')
const currencyOrNone: Check = (value) => (value === '' ? undefined : currency(value))

/** The form of a row of a snapshot in a book file. */
export const sightCheck: Check = fields({
  import: id,
  stream: id,
  patron: fields(
    {
      key: given,
      patrons: count,
      status: oneOf(SIGHT_STATUSES),
      amount: nothingOr(whole),
      currency: currencyOrNone,
      every: oneOf(RECURRENCES),
    },
    { patron: given, name: text, since: day, day, lifetime: whole },
  ),
})

const PAGE = 2_000

/** The table's rows for facts, in the order of `SIGHT_COLUMNS`. */
export function sightValues(book: string, { import: from, stream, patron }: SightFact): Value[] {
  const { key, ...facts } = patron
  return [book, from, stream, key, JSON.stringify(facts)]
}

export const SIGHT_COLUMNS = ['book', 'import', 'stream', 'key', 'facts'] as const

/** A row of a snapshot as it was kept. */
export function sightFrom(key: string, facts: string): PatronSight {
  return { key, ...(JSON.parse(facts) as Omit<PatronSight, 'key'>) } // only ever written by sightValues
}

/** Keeps rows of a snapshot with the import that told them; keys must be new in it. */
export async function keepSights({ driver, transaction, book }: Session, facts: readonly SightFact[]): Promise<void> {
  const rows = facts.map((fact) => sightValues(book, fact))
  await driver.insertMany(transaction, { table: 'patron_sight', columns: SIGHT_COLUMNS, rows })
}

/** Every row of every snapshot, by import, stream and key. */
export async function* sightFacts(db: Kysely<Schema>, book: string): AsyncGenerator<SightFact> {
  for (let offset = 0; ; offset += PAGE) {
    const rows = await db
      .selectFrom('patron_sight')
      .selectAll()
      .where('book', '=', book)
      .orderBy('import')
      .orderBy('stream')
      .orderBy('key')
      .limit(PAGE)
      .offset(offset)
      .execute()
    for (const { import: from, stream, key, facts } of rows) yield { import: from, stream, patron: sightFrom(key, facts) }
    if (rows.length < PAGE) return
  }
}

/** Whether the book holds a snapshot. */
export async function hasSights(db: Kysely<Schema>, book: string): Promise<boolean> {
  return (await db.selectFrom('patron_sight').select('key').where('book', '=', book).limit(1).execute()).length > 0
}

/** The newest snapshot that feeds one of the streams: by its as-of, then by order of import. */
export async function newestSnapshot(db: Kysely<Schema>, book: string, streams: readonly number[]): Promise<Snapshot | undefined> {
  const newest = await db
    .selectFrom('import')
    .select(['id', 'as_of', 'layout'])
    .where('book', '=', book)
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('patron_sight')
          .select('patron_sight.key')
          .whereRef('patron_sight.book', '=', 'import.book')
          .whereRef('patron_sight.import', '=', 'import.id')
          .where('patron_sight.stream', 'in', streams),
      ),
    )
    .orderBy('as_of', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!newest) return undefined
  const rows = await db
    .selectFrom('patron_sight')
    .select(['key', 'facts'])
    .where('book', '=', book)
    .where('import', '=', newest.id)
    .where('stream', 'in', streams)
    .orderBy('key')
    .execute()
  return { import: newest.id, asOf: newest.as_of, layout: newest.layout, sights: rows.map(({ key, facts }) => sightFrom(key, facts)) }
}
