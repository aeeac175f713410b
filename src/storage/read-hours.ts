import { sql, type Kysely } from 'kysely'
import type { HourSighting, ProjectChoice } from '#domain/hours.ts'
import type { HourTable } from './hour-storage.ts'
import type { Schema } from './schema.ts'
import { batches, type Session } from './session.ts'

/** What one import says of one span of time. */
export interface StandingHour {
  sighting: HourSighting
  import: number
  asOf: string
}

type HourRow = Omit<HourTable, 'book'>

export function hourFrom({ key, at, minutes, project, note }: Omit<HourRow, 'import'>): HourSighting {
  return { key, at, minutes: Number(minutes), project, ...(note !== null && { note }) }
}

/** Among what imports say of a key, 1 for the newest. */
const PLACE = sql`row_number() over (partition by hour.key order by import.as_of desc, hour.import desc)`

/** Of each key what its newest import says, by the time of its export and then by its order: the ledger's own rule. */
async function standing(db: Kysely<Schema>, book: string, keys?: readonly string[]): Promise<StandingHour[]> {
  const among = keys ? sql`and hour.key in (${sql.join(keys)})` : sql``
  const { rows } = await sql<HourRow & { as_of: string }>`select * from (
      select hour.key, hour.at, hour.minutes, hour.project, hour.note, hour.import, import.as_of,
        ${PLACE} as place
      from hour join import on import.book = hour.book and import.id = hour.import
      where hour.book = ${book} ${among}) as told
    where place = 1 order by at, key`.execute(db)
  return rows.map((row) => ({ sighting: hourFrom(row), import: row.import, asOf: row.as_of }))
}

/** All spans of time as the surviving imports tell them, by their beginning. */
export async function hours(db: Kysely<Schema>, book: string): Promise<HourSighting[]> {
  return (await standing(db, book)).map(({ sighting }) => sighting)
}

/** What stands under some keys, by key. */
export async function standingHours(db: Kysely<Schema>, book: string, keys: readonly string[]): Promise<Map<string, StandingHour>> {
  const found = new Map<string, StandingHour>()
  for (const batch of batches(keys)) {
    for (const hour of await standing(db, book, batch)) found.set(hour.sighting.key, hour)
  }
  return found
}

/** Of keys with a prefix: what stands between the first and the last span of time that an import tells, and is not told by it. */
export async function hoursGone(
  { transaction, book }: Pick<Session, 'transaction' | 'book'>,
  id: number,
  prefix: string,
): Promise<{ entries: number; minutes: number }> {
  const { rows } = await sql<{ entries: number; minutes: number | null }>`select count(*) as entries, sum(minutes) as minutes from (
      select hour.at, hour.minutes, ${PLACE} as place
      from hour join import on import.book = hour.book and import.id = hour.import
      where hour.book = ${book} and substr(hour.key, 1, ${prefix.length}) = ${prefix} and not exists (
        select 1 from hour as own where own.book = hour.book and own.key = hour.key and own.import = ${id})) as told
    where place = 1 and at >= (select min(at) from hour where book = ${book} and import = ${id})
      and at <= (select max(at) from hour where book = ${book} and import = ${id})`.execute(transaction)
  const [found] = rows
  return { entries: Number(found?.entries ?? 0), minutes: Number(found?.minutes ?? 0) }
}

/** What was said of one project, and with which import; 0 where it was said by itself. */
export interface SaidProject extends ProjectChoice {
  import: number
}

/** All that was said of projects, by project and import. */
export async function saidProjects(db: Kysely<Schema>, book: string): Promise<SaidProject[]> {
  const rows = await db.selectFrom('hour_project').selectAll().where('book', '=', book).orderBy('project').orderBy('import').execute()
  return rows.map(({ project, import: id, venture, kind }) => ({ project, import: id, venture, kind }))
}

/** What holds of each project: what was said last. */
export async function hourProjects(db: Kysely<Schema>, book: string): Promise<ProjectChoice[]> {
  const last = new Map<string, ProjectChoice>()
  for (const { project, venture, kind } of await saidProjects(db, book)) last.set(project, { project, venture, kind })
  return [...last.values()]
}

/** The projects that each live import tells time of. */
export async function hourImports(db: Kysely<Schema>, book: string): Promise<Map<number, string[]>> {
  const rows = await db.selectFrom('hour').select(['import', 'project']).distinct().where('book', '=', book).orderBy('project').execute()
  return new Map([...Map.groupBy(rows, (row) => row.import)].map(([id, own]) => [id, own.map(({ project }) => project)]))
}
