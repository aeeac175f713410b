import { sql } from 'kysely'
import type { Session } from './session.ts'
import type { ImportFacts } from './storage.ts'

/** How many of the import's lines stand uncounted because a fuller report covers them. */
export async function coveredLines(session: Session, id: number, facts: ImportFacts): Promise<number> {
  let count = 0
  for (const stream of new Set(facts.sources.map((source) => source.stream))) {
    const row = await session.transaction
      .selectFrom('entry')
      .innerJoin('claim', (join) => join.onRef('claim.book', '=', 'entry.book').onRef('claim.version', '=', 'entry.version'))
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .where('entry.book', '=', session.book)
      .where('entry.stream', '=', stream)
      .where(sql<boolean>`entry.yields > 0`) // in the words of the index
      .where('entry.uncounted', '=', 'covered')
      .where('claim.import', '=', id)
      .executeTakeFirstOrThrow()
    count += Number(row.count)
  }
  return count
}
