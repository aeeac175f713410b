import type { Kysely } from 'kysely'
import { bySight, doubleId, sightName, type DoubleDecision, type DoubleRule, type Sight } from '#domain/double.ts'
import { doubleDays, doubleLinesAt, doubleLinesOf } from './double-lines.ts'
import { doubledFrom } from './doubled-row.ts'
import { doubleSides } from './double-sides.ts'
import type { DoubleBook, DoubleReads, HeldDouble } from './double-kept.ts'
import type { Schema } from './schema.ts'
import { batches } from './session.ts'

/** What a reader may ask of doubles. */
export function doubleReads(db: Kysely<Schema>): DoubleReads {
  return {
    doubleBook: (book) => doubleBook(db, book),
    doubleDays: (book) => doubleDays(db, book),
    doubleLines: (book, days) => doubleLinesOf(db, book, days),
    doubleLinesAt: (book, sights) => doubleLinesAt(db, book, sights),
    doubleSides: (book, ids) => doubleSides(db, book, ids),
  }
}

export async function doubleBook(db: Kysely<Schema>, book: string): Promise<DoubleBook> {
  return {
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
