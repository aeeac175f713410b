import { sql, type Kysely, type SelectQueryBuilder } from 'kysely'
import type { DoubleLine, Sight } from '#domain/double.ts'
import { remembered } from '#domain/double-index.ts'
import type { DaySpan } from '#domain/double-spans.ts'
import { net } from '#domain/money.ts'
import type { Day } from '#domain/month.ts'
import { ownAmounts } from './doubled-row.ts'
import { homeOf, type EntryRow } from './entry-row.ts'
import type { Schema } from './schema.ts'
import { batches } from './session.ts'

/** How many rows are read at once: what more of them leave behind would pile up until all of the heap is swept. */
const PAGE = 400

/** How many lines each day has, in the order of days; those that can be no part of a double are among them. */
export async function doubleDays(db: Kysely<Schema>, book: string): Promise<{ day: Day; lines: number }[]> {
  const rows = await db
    .selectFrom('entry')
    .select(({ fn }) => ['day', fn.countAll<number>().as('lines')])
    .where('book', '=', book)
    .groupBy('day')
    .orderBy('day')
    .execute()
  return rows.map(({ day, lines }) => ({ day, lines: Number(lines) }))
}

/** Lines of some days that may be part of a double, page by page. */
export async function doubleLinesOf(db: Kysely<Schema>, book: string, { from, to }: DaySpan): Promise<DoubleLine[]> {
  const lineFrom = await lineReader(db, book)
  const lines: DoubleLine[] = []
  for (let last: LineRow | undefined, isDone = false; !isDone;) {
    // Beside a bound of days SQLite would not go on by the last line, but begin at the first day with each page.
    const start = last ? sql<boolean>`(day, stream, key) > (${last.day}, ${last.stream}, ${last.key})` : sql<boolean>`day >= ${from}`
    const page = lineRows(db).where('book', '=', book).where(start).where('day', '<=', to)
    const rows: LineRow[] = await page.orderBy('day').orderBy('stream').orderBy('key').limit(PAGE).execute()
    for (const row of rows) if (mayDouble(row)) lines.push(lineFrom(row))
    last = rows.at(-1)
    isDone = rows.length < PAGE
  }
  return lines
}

/** Those of some lines that may be part of a double. */
export async function doubleLinesAt(db: Kysely<Schema>, book: string, sights: readonly Sight[]): Promise<DoubleLine[]> {
  const lineFrom = await lineReader(db, book)
  const lines: DoubleLine[] = []
  for (const [stream, of] of Map.groupBy(sights, (sight) => sight.stream)) {
    for (const keys of batches([...new Set(of.map(({ key }) => key))])) {
      const rows = await lineRows(db).where('book', '=', book).where('stream', '=', stream).where('key', 'in', keys).execute()
      for (const row of rows) if (mayDouble(row)) lines.push(lineFrom(row))
    }
  }
  return lines
}

/** Lines of some streams that may be part of a double: neither deleted nor told by a fuller report. */
export async function doubleLines(db: Kysely<Schema>, book: string, streams: readonly number[]): Promise<DoubleLine[]> {
  const lineFrom = await lineReader(db, book)
  const lines: DoubleLine[] = []
  for (const stream of streams) {
    const rows = await lineRows(db).where('book', '=', book).where('stream', '=', stream).execute()
    for (const row of rows) if (mayDouble(row)) lines.push(lineFrom(row))
  }
  return lines
}

function lineRows(db: Kysely<Schema>): SelectQueryBuilder<Schema, 'entry', LineRow> {
  return db
    .selectFrom('entry')
    .select(['stream', 'key', 'day', 'at', 'kind', 'currency', 'gross', 'fees', 'refunds', 'tax', 'uncounted', 'doubled'])
    .select(['h_gross', 'h_fees', 'h_refunds', 'h_tax', 'patron', 'name', 'note', 'ref', 'version'])
}

async function lineReader(db: Kysely<Schema>, book: string): Promise<(row: LineRow) => DoubleLine> {
  const streams = await db.selectFrom('stream').select(['id', 'platform']).where('book', '=', book).execute()
  const platforms = new Map(streams.map(({ id, platform }) => [id, platform]))
  const kept = remembered((text) => text)
  return (row) => lineOf(row, platforms.get(row.stream) ?? '', kept)
}

type LineRow = Pick<EntryRow, 'stream' | 'key' | 'day' | 'at' | 'kind' | 'currency' | 'gross' | 'fees' | 'refunds' | 'tax' | 'doubled'> &
  Pick<EntryRow, 'h_gross' | 'h_fees' | 'h_refunds' | 'h_tax' | 'patron' | 'name' | 'note' | 'ref' | 'version' | 'uncounted'>

/** Whether the row may be part of a double, whatever part it has now. What is left over of one never is. */
export function mayDouble({ uncounted, version }: Pick<EntryRow, 'uncounted' | 'version'>): boolean {
  return version !== 0 && uncounted !== 'deleted' && uncounted !== 'covered'
}

/** Texts of which many lines have the same are kept once. */
type Kept = (text: string) => string

function lineOf(row: LineRow, platform: string, kept: Kept): DoubleLine {
  const told = ownAmounts(row.doubled)
  const own = told ?? row
  const home = homeOf(row)
  const line: DoubleLine = {
    stream: row.stream,
    key: row.key,
    platform,
    day: kept(row.day),
    at: row.at === row.day ? kept(row.day) : row.at,
    kind: row.kind,
    currency: kept(own.currency),
    gross: own.gross - own.refunds,
    net: net(own),
    home: told ? told.home : home && net(home),
  }
  if (row.patron !== null) line.patron = row.patron
  if (row.name !== null) line.name = row.name
  if (row.note !== null) line.note = row.note
  if (row.ref !== null) line.ref = row.ref
  return line
}
