import type { Kysely } from 'kysely'
import { bySight, doubleId, sightName, type DoubleDecision, type DoubleLine, type DoubleRule, type Sight } from '#domain/double.ts'
import { net } from '#domain/money.ts'
import { doubledFrom, ownAmounts } from './doubled-row.ts'
import { doubleSides } from './double-sides.ts'
import type { DoubleBook, DoubleReads, HeldDouble } from './double-kept.ts'
import { homeOf, type EntryRow } from './entry-row.ts'
import type { Schema } from './schema.ts'
import { batches } from './session.ts'

/** What a reader may ask of doubles. */
export function doubleReads(db: Kysely<Schema>): DoubleReads {
  return { doubleBook: (book) => doubleBook(db, book), doubleSides: (book, ids) => doubleSides(db, book, ids) }
}

export async function doubleBook(db: Kysely<Schema>, book: string): Promise<DoubleBook> {
  return {
    lines: await doubleLines(db, book),
    held: await heldDoubles(db, book),
    decisions: await doubleDecisions(db, book),
    rules: await doubleRules(db, book),
  }
}

/** What was said of single doubles, by id. */
export async function doubleDecisions(db: Kysely<Schema>, book: string): Promise<DoubleDecision[]> {
  const rows = await db.selectFrom('double_decision').select('facts').where('book', '=', book).orderBy('id').execute()
  return rows.map(({ facts }) => JSON.parse(facts) as DoubleDecision) // only ever written from a DoubleDecision
}

export async function doubleRules(db: Kysely<Schema>, book: string): Promise<DoubleRule[]> {
  return db.selectFrom('double_rule').select(['counts', 'covered']).where('book', '=', book).orderBy('counts').orderBy('covered').execute()
}

/** Lines of some streams, or of all, that may be part of a double: neither deleted nor told by a fuller report. */
export async function doubleLines(db: Kysely<Schema>, book: string, streams?: readonly number[]): Promise<DoubleLine[]> {
  const platforms = new Map(
    (await db.selectFrom('stream').select(['id', 'platform']).where('book', '=', book).execute()).map(({ id, platform }) => [id, platform]),
  )
  const lines: DoubleLine[] = []
  for (const stream of streams ?? platforms.keys()) {
    const rows = await db
      .selectFrom('entry')
      .select(['stream', 'key', 'day', 'at', 'kind', 'currency', 'gross', 'fees', 'refunds', 'tax', 'uncounted', 'doubled'])
      .select(['h_gross', 'h_fees', 'h_refunds', 'h_tax', 'patron', 'name', 'note', 'ref', 'version'])
      .where('book', '=', book)
      .where('stream', '=', stream)
      .execute()
    for (const row of rows) if (mayDouble(row)) lines.push(lineOf(row, platforms.get(stream) ?? ''))
  }
  return lines
}

type LineRow = Pick<EntryRow, 'stream' | 'key' | 'day' | 'at' | 'kind' | 'currency' | 'gross' | 'fees' | 'refunds' | 'tax' | 'doubled'> &
  Pick<EntryRow, 'h_gross' | 'h_fees' | 'h_refunds' | 'h_tax' | 'patron' | 'name' | 'note' | 'ref' | 'version' | 'uncounted'>

/** Whether the row may be part of a double, whatever part it has now. What is left over of one never is. */
export function mayDouble({ uncounted, version }: Pick<EntryRow, 'uncounted' | 'version'>): boolean {
  return version !== 0 && uncounted !== 'deleted' && uncounted !== 'covered'
}

function lineOf(row: LineRow, platform: string): DoubleLine {
  const told = ownAmounts(row.doubled)
  const own = told ?? row
  const home = homeOf(row)
  const line: DoubleLine = {
    stream: row.stream,
    key: row.key,
    platform,
    day: row.day,
    at: row.at,
    kind: row.kind,
    currency: own.currency,
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

/** The doubles that hold now, by id: read from the lines that are part of them. */
export async function heldDoubles(db: Kysely<Schema>, book: string): Promise<HeldDouble[]> {
  const rows = await db
    .selectFrom('entry')
    .select(['stream', 'key', 'doubled'])
    .where('book', '=', book)
    .where('doubled', 'is not', null)
    .execute()
  const found = new Map<string, { by: HeldDouble['by']; counts: Sight[]; covered?: Sight }>()
  for (const { stream, key, doubled } of rows) {
    if (doubled === null) continue
    const part = doubledFrom(doubled)
    const known = found.get(part.id) ?? { by: part.by, counts: [] }
    found.set(part.id, known)
    if (part.role === 'covered') known.covered = { stream, key }
    if (part.role === 'counts') known.counts.push({ stream, key })
  }
  return [...found]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([id, { by, counts, covered }]) => {
      if (!covered) return []
      const double = { counts: counts.sort(bySight), covered }
      return [{ id, by, kind: doubleId({ kind: 'pair', ...double }) === id ? 'pair' : 'landing', ...double } as const]
    })
}

/** Which live imports tell each of some lines, by the sight's name. */
export async function tellers(db: Kysely<Schema>, book: string, sights: readonly Sight[]): Promise<Map<string, number[]>> {
  const found = new Map<string, number[]>()
  for (const [stream, of] of Map.groupBy(sights, (sight) => sight.stream)) {
    for (const keys of batches(of.map(({ key }) => key))) {
      const rows = await db
        .selectFrom('version')
        .innerJoin('claim', (join) => join.onRef('claim.book', '=', 'version.book').onRef('claim.version', '=', 'version.id'))
        .select(['version.key', 'claim.import'])
        .distinct()
        .where('version.book', '=', book)
        .where('version.stream', '=', stream)
        .where('version.key', 'in', keys)
        .execute()
      for (const { key, import: id } of rows) {
        const name = sightName({ stream, key })
        found.set(name, [...(found.get(name) ?? []), id])
      }
    }
  }
  return found
}
