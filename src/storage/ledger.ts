import type { Edit } from '#domain/entry.ts'
import { net } from '#domain/money.ts'
import { isDay, type Day } from '#domain/month.ts'
import { doubledFrom, type Doubled } from './doubled-row.ts'
import { ENTRY_COLUMNS, placed, rowValues, sameRow, type EntryRow } from './entry-row.ts'
import { sightingFrom, standingOf } from './facts.ts'
import { editFrom } from './schema.ts'
import { batches, type Session } from './session.ts'

/** What settling a key anew did to its line in the ledger. */
export type Resettled = 'added' | 'updated' | 'unchanged' | 'removed'

interface Candidate {
  key: string
  version: number
  facts: string
  asOf: string
  import: number
}

/**
 * Settles keys of one stream anew: each line becomes its newest surviving version with the user's edit over it, or goes when no
 * version survives. Roll-ups follow. Answers by key; keys that never had a line are absent.
 */
export async function resettle(session: Session, stream: number, keys: readonly string[]): Promise<Map<string, Resettled>> {
  return resettleParts(session, stream, new Map(keys.map((key) => [key, undefined])))
}

/** The same, for keys with the part in a double that they have from now on; undefined leaves a line the one that it had. */
export async function resettleParts(
  session: Session,
  stream: number,
  parts: ReadonlyMap<string, Doubled | null | undefined>,
): Promise<Map<string, Resettled>> {
  const done = new Map<string, Resettled>()
  for (const batch of batches([...parts.keys()])) {
    const rows = await rowsOf(session, stream, batch)
    const winners = await winnersOf(session, stream, batch)
    const edits = await editsOf(session, stream, batch)
    const replaced: { old: EntryRow | undefined; row: EntryRow | undefined }[] = []
    for (const key of batch) {
      const old = rows.get(key)
      const row = settledRow(session, { stream, winner: winners.get(key), edit: edits.get(key), old, part: parts.get(key) })
      if (!old && !row) continue
      const same = old !== undefined && row !== undefined && sameRow(old, row)
      done.set(key, same ? 'unchanged' : !row ? 'removed' : old ? 'updated' : 'added')
      if (!same) replaced.push({ old, row })
    }
    await replaceRows(session, stream, replaced)
  }
  return done
}

interface Settling {
  stream: number
  winner: Candidate | undefined
  edit: Edit | undefined
  old: EntryRow | undefined
  part: Doubled | null | undefined
}

function settledRow(session: Session, { stream, winner, edit, old, part }: Settling): EntryRow | undefined {
  if (!winner) return undefined
  return placed(session.placing, {
    stream,
    version: winner.version,
    sighting: sightingFrom(winner.key, winner.facts),
    edit,
    byHand: winner.import === BY_HAND,
    asOf: dayOfAsOf(winner.asOf),
    covered: old?.uncounted === 'covered',
    countedIn: old?.counts_in,
    doubled: part === undefined && old?.doubled ? doubledFrom(old.doubled) : (part ?? null),
  })
}

/** The import that stands for what was typed in. */
export const BY_HAND = 0

/** The day of an as-of, for a running month's summary. */
export function dayOfAsOf(asOf: string): Day | undefined {
  const day = asOf.slice(0, 10)
  return isDay(day) ? day : undefined
}

/** Writes rows in the place of others and moves the roll-ups along; a row's revision says when it changed. */
export async function replaceRows(
  session: Session,
  stream: number,
  changes: readonly { old: EntryRow | undefined; row: EntryRow | undefined }[],
): Promise<void> {
  if (changes.length === 0) return
  const gone = changes.flatMap(({ old }) => (old ? [old.key] : []))
  for (const batch of batches(gone)) {
    await session.transaction
      .deleteFrom('entry')
      .where('book', '=', session.book)
      .where('stream', '=', stream)
      .where('key', 'in', batch)
      .execute()
  }
  for (const { old, row } of changes) {
    if (old) session.rollups.count(old, -1)
    if (row) session.rollups.count(row, 1)
  }
  await insertRows(
    session,
    changes.flatMap(({ row }) => (row ? [row] : [])),
  )
  session.unsettled.add(stream)
  session.changed = true
}

/** Inserts rows as they are, without touching the roll-ups. */
export async function insertRows(session: Session, rows: readonly EntryRow[]): Promise<void> {
  await session.driver.insertMany(session.transaction, { table: 'entry', columns: ENTRY_COLUMNS, rows: rows.map(rowValues) })
}

async function rowsOf(session: Session, stream: number, keys: readonly string[]): Promise<Map<string, EntryRow>> {
  const rows = await session.transaction
    .selectFrom('entry')
    .selectAll()
    .where('book', '=', session.book)
    .where('stream', '=', stream)
    .where('key', 'in', keys)
    .execute()
  return new Map(rows.map((row) => [row.key, row]))
}

/**
 * The newest surviving version of each key: by the file's as-of, then by order of import. Where it yields and tells no fee, the
 * newest that tells the same net with its fee.
 */
async function winnersOf(session: Session, stream: number, keys: readonly string[]): Promise<Map<string, Candidate>> {
  const candidates = await session.transaction
    .selectFrom('version')
    .innerJoin('claim', (join) => join.onRef('claim.book', '=', 'version.book').onRef('claim.version', '=', 'version.id'))
    .leftJoin('import', (join) => join.onRef('import.book', '=', 'claim.book').onRef('import.id', '=', 'claim.import'))
    .select(['version.key', 'version.id', 'version.facts', 'claim.import', 'import.as_of'])
    .where('version.book', '=', session.book)
    .where('version.stream', '=', stream)
    .where('version.key', 'in', keys)
    .execute()
  const told = candidates.map(({ key, id, facts, import: from, as_of }) => ({ key, version: id, facts, asOf: as_of ?? '', import: from }))
  const winners = new Map<string, Candidate>()
  for (const candidate of told) {
    const best = winners.get(candidate.key)
    if (!best || isNewer(candidate, best)) winners.set(candidate.key, candidate)
  }
  const fuller = new Map<string, Candidate>()
  for (const candidate of told) {
    const [newest, best] = [winners.get(candidate.key), fuller.get(candidate.key)]
    if (newest && tellsMore(candidate, newest) && (!best || isNewer(candidate, best))) fuller.set(candidate.key, candidate)
  }
  return new Map([...winners, ...fuller])
}

function isNewer(a: Candidate, b: Candidate): boolean {
  return a.asOf === b.asOf ? a.import > b.import : a.asOf > b.asOf
}

/** Whether a version tells the fee of what the newest, which yields to it, tells without one. */
function tellsMore(version: Candidate, newest: Candidate): boolean {
  if (version.version === newest.version) return false
  const [more, less] = [version, newest].map(({ key, facts }) => sightingFrom(key, facts))
  if (!more || !less || standingOf(less) <= standingOf(more)) return false
  return less.fees === 0 && more.fees !== 0 && less.currency === more.currency && net(less) === net(more)
}

async function editsOf(session: Session, stream: number, keys: readonly string[]): Promise<Map<string, Edit>> {
  const rows = await session.transaction
    .selectFrom('edit')
    .select(['key', 'changes'])
    .where('book', '=', session.book)
    .where('stream', '=', stream)
    .where('key', 'in', keys)
    .execute()
  return new Map(rows.map((row) => [row.key, editFrom(row.changes)]))
}

/** Settles every line of the book anew: after a change of zone, home currency or rates, and after a restore. */
export async function resettleAll(session: Session): Promise<void> {
  const streams = await session.transaction.selectFrom('stream').select('id').where('book', '=', session.book).execute()
  for (const { id } of streams) await resettleStream(session, id)
}

/** Settles every line of one stream anew: after a change of a rule that holds for all of them. */
export async function resettleStream(session: Session, stream: number): Promise<void> {
  let after = ''
  for (;;) {
    const page = await session.transaction
      .selectFrom('version')
      .select('key')
      .distinct()
      .where('book', '=', session.book)
      .where('stream', '=', stream)
      .where('key', '>', after)
      .orderBy('key')
      .limit(10_000)
      .execute()
    const keys = page.map((row) => row.key)
    const lastKey = keys.at(-1)
    if (lastKey === undefined) return
    await resettle(session, stream, keys)
    after = lastKey
  }
}

/** Deletes those of the versions that no import claims any more. */
export async function dropUnclaimed(session: Session, versions: readonly number[]): Promise<void> {
  for (const batch of batches(versions)) {
    await session.transaction
      .deleteFrom('version')
      .where('book', '=', session.book)
      .where('id', 'in', batch)
      .where(({ not, exists, selectFrom }) =>
        not(
          exists(
            selectFrom('claim')
              .select('claim.import')
              .whereRef('claim.book', '=', 'version.book')
              .whereRef('claim.version', '=', 'version.id'),
          ),
        ),
      )
      .execute()
  }
}
