import { sql } from 'kysely'
import { undoHours } from './hours-write.ts'
import { dropUnclaimed, resettle } from './ledger.ts'
import type { Session } from './session.ts'
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
    const sources = await transaction
      .selectFrom('import_source')
      .select('stream')
      .where('book', '=', book)
      .where('import', '=', id)
      .execute()
    for (const { removed, restored } of [await undoHours(session, id), await undoLines(session, id)]) {
      undone.removed += removed
      undone.restored += restored
    }
    await transaction.deleteFrom('import_source').where('book', '=', book).where('import', '=', id).execute()
    await transaction.deleteFrom('patron_sight').where('book', '=', book).where('import', '=', id).execute()
    await transaction.deleteFrom('import').where('book', '=', book).where('id', '=', id).execute()
    // Lines that this import's report covered count again, though none of their own versions went.
    for (const { stream } of sources) session.unsettled.add(stream)
    undone.imports.push(id)
    session.changed = true
  }
  await settle(session)
  await dropEmptyMakings(session)
  return undone
}

/** How many claims are taken back at once: what more of them leave behind would pile up until all of the heap is swept. */
const PAGE = 200

/** Takes back what one live import said of lines; answers how many went, and how many became what another import says. */
async function undoLines(session: Session, id: number): Promise<Pick<Undone, 'removed' | 'restored'>> {
  const { transaction, book } = session
  const undone = { removed: 0, restored: 0 }
  for (;;) {
    const told = await transaction
      .selectFrom('claim')
      .innerJoin('version', (join) => join.onRef('version.book', '=', 'claim.book').onRef('version.id', '=', 'claim.version'))
      .select(['version.id', 'version.stream', 'version.key'])
      .where('claim.book', '=', book)
      .where('claim.import', '=', id)
      .orderBy('claim.version')
      .limit(PAGE)
      .execute()
    const last = told.at(-1)
    if (!last) return undone
    await transaction.deleteFrom('claim').where('book', '=', book).where('import', '=', id).where('version', '<=', last.id).execute()
    await dropUnclaimed(
      session,
      told.map((version) => version.id),
    )
    for (const [stream, versions] of Map.groupBy(told, (version) => version.stream)) {
      const outcome = await resettle(session, stream, [...new Set(versions.map((version) => version.key))])
      for (const result of outcome.values()) {
        if (result === 'removed') undone.removed += 1
        if (result === 'updated') undone.restored += 1
      }
    }
  }
}

/**
 * Deletes streams that imports made, nobody touched and nothing feeds any more, then ventures likewise. What the user said of
 * one, its needs, its page, its pledges, its projects, its time, keeps it.
 */
export async function dropEmptyMakings({ transaction, book }: Session): Promise<void> {
  await sql`delete from stream where book = ${book} and automatic = 1
    and not exists (select 1 from version where version.book = stream.book and version.stream = stream.id)
    and not exists (select 1 from edit where edit.book = stream.book and edit.stream = stream.id)
    and not exists (select 1 from stream_route where stream_route.book = stream.book and stream.id in (stream_route.stream, stream_route.into_stream))
    and not exists (select 1 from stream_from_lists where stream_from_lists.book = stream.book and stream_from_lists.stream = stream.id)
    and not exists (select 1 from target_fact where target_fact.book = stream.book and target_fact.kind = 'tax'
      and target_fact.facts like '%"stream":' || stream.id || '}%')
    and not exists (select 1 from stream_rate where stream_rate.book = stream.book and stream_rate.stream = stream.id)
    and not exists (select 1 from pledge_link where pledge_link.book = stream.book and pledge_link.stream = stream.id)
    and not exists (select 1 from double_rule where double_rule.book = stream.book and stream.id in (double_rule.counts, double_rule.covered))
    and not exists (select 1 from double_decision where double_decision.book = stream.book
      and double_decision.facts like '%"stream":' || stream.id || ',%')
    and not exists (select 1 from import_source where import_source.book = stream.book and import_source.stream = stream.id)`.execute(
    transaction,
  )
  await sql`delete from venture where book = ${book} and automatic = 1
    and not exists (select 1 from venture_need where venture_need.book = venture.book and venture_need.venture = venture.id)
    and not exists (select 1 from publication where publication.book = venture.book and publication.venture = venture.id)
    and not exists (select 1 from pledge where pledge.book = venture.book and pledge.venture = venture.id)
    and not exists (select 1 from hour_project where hour_project.book = venture.book and hour_project.venture = venture.id)
    and not exists (select 1 from check_in where check_in.book = venture.book and check_in.venture = venture.id)
    and not exists (select 1 from stream where stream.book = venture.book and stream.venture = venture.id)`.execute(transaction)
}
