import { dropUnclaimed, resettle } from './ledger.ts'
import { batches, type Session } from './session.ts'
import { settle } from './settle.ts'

export interface Undone {
  imports: number[]
  removed: number
  restored: number
}

/**
 * Takes live imports back: their claims go, versions that nobody else claims go with them, and every line that they told becomes
 * what the surviving imports say of it. Streams and ventures that only these imports made go too. Edits stay and sleep.
 */
export async function undoImports(session: Session, imports: readonly number[]): Promise<Undone> {
  const undone: Undone = { imports: [], removed: 0, restored: 0 }
  const { transaction, book } = session
  const live = await transaction
    .selectFrom('import')
    .select('id')
    .where('book', '=', book)
    .where('id', 'in', [...imports, -1])
    .execute()
  for (const { id } of live) {
    const told = await transaction
      .selectFrom('claim')
      .innerJoin('version', (join) => join.onRef('version.book', '=', 'claim.book').onRef('version.id', '=', 'claim.version'))
      .select(['version.id', 'version.stream', 'version.key'])
      .where('claim.book', '=', book)
      .where('claim.import', '=', id)
      .execute()
    const sources = await transaction
      .selectFrom('import_source')
      .select('stream')
      .where('book', '=', book)
      .where('import', '=', id)
      .execute()
    await transaction.deleteFrom('claim').where('book', '=', book).where('import', '=', id).execute()
    await transaction.deleteFrom('import_source').where('book', '=', book).where('import', '=', id).execute()
    await transaction.deleteFrom('import').where('book', '=', book).where('id', '=', id).execute()
    await dropUnclaimed(
      session,
      told.map((version) => version.id),
    )
    for (const [stream, versions] of Map.groupBy(told, (version) => version.stream)) {
      const keys = [...new Set(versions.map((version) => version.key))]
      const outcome = await resettle(session, stream, keys)
      for (const result of outcome.values()) {
        if (result === 'removed') undone.removed += 1
        if (result === 'updated') undone.restored += 1
      }
    }
    // Lines that this import's report covered count again, though none of their own versions went.
    for (const { stream } of sources) session.unsettled.add(stream)
    undone.imports.push(id)
    session.changed = true
  }
  await settle(session)
  await dropEmptyMakings(session)
  return undone
}

/** Deletes streams that imports made, nobody touched and nothing feeds any more, then ventures likewise. */
async function dropEmptyMakings(session: Session): Promise<void> {
  const { transaction, book } = session
  const empty = await transaction
    .selectFrom('stream')
    .select('id')
    .where('book', '=', book)
    .where('automatic', '=', 1)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('version')
            .select('version.id')
            .whereRef('version.book', '=', 'stream.book')
            .whereRef('version.stream', '=', 'stream.id'),
        ),
      ),
    )
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(selectFrom('edit').select('edit.key').whereRef('edit.book', '=', 'stream.book').whereRef('edit.stream', '=', 'stream.id')),
      ),
    )
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('import_source')
            .select('import_source.import')
            .whereRef('import_source.book', '=', 'stream.book')
            .whereRef('import_source.stream', '=', 'stream.id'),
        ),
      ),
    )
    .execute()
  for (const batch of batches(empty.map((stream) => stream.id))) {
    await transaction.deleteFrom('stream').where('book', '=', book).where('id', 'in', batch).execute()
  }
  await transaction
    .deleteFrom('venture')
    .where('book', '=', book)
    .where('automatic', '=', 1)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('stream')
            .select('stream.id')
            .whereRef('stream.book', '=', 'venture.book')
            .whereRef('stream.venture', '=', 'venture.id'),
        ),
      ),
    )
    .execute()
}
