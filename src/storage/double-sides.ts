import { sql, type Kysely } from 'kysely'
import { bySight } from '#domain/double.ts'
import type { DoubleSide } from './double-kept.ts'
import { doubleOf } from './doubled-row.ts'
import type { Schema } from './schema.ts'
import { batches } from './session.ts'

/** Where the id stands in the text of a line's part, which begins with it: from its eighth character on. */
const ID_AT = 8

/** The lines of some doubles that hold, by stream and key. */
export async function doubleSides(db: Kysely<Schema>, book: string, ids: readonly string[]): Promise<DoubleSide[]> {
  const found: DoubleSide[] = []
  for (const batch of batches([...new Set(ids)])) {
    const [length = 0] = batch.map((id) => id.length)
    const rows = await db
      .selectFrom('entry')
      .select(['stream', 'key', 'doubled'])
      .where('book', '=', book)
      .where('doubled', 'is not', null)
      .where(sql<string>`substr(doubled, ${ID_AT}, ${length})`, 'in', batch)
      .execute()
    for (const { stream, key, doubled } of rows) if (doubled !== null) found.push({ stream, key, ...doubleOf(doubled) })
  }
  return found.sort(bySight)
}
