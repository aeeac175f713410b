import type { Sighting } from '#domain/entry.ts'
import type { Value } from './driver.ts'
import { placed, type EntryRow } from './entry-row.ts'
import { factsText, sightingFrom } from './facts.ts'
import { dayOfAsOf, dropUnclaimed, replaceRows, resettle, type Resettled } from './ledger.ts'
import { hourClaims } from './hours-write.ts'
import { coveredLines } from './covered-lines.ts'
import { batches, takeId, type Session } from './session.ts'
import { linesElsewhere } from './lines-elsewhere.ts'
import { settle } from './settle.ts'
import { keepSights } from './sights.ts'
import { NO_FACTS, type Claimed, type ImportFacts, type ImportWriter } from './storage.ts'

interface KnownVersion {
  id: number
  facts: string
  /** Whether the ledger's line is this version now. */
  standing: boolean
  /** Whether this import claims it: its key came earlier in the same file. */
  mine: boolean
}

/** How many lines that were updated are remembered as they were. */
const REMEMBERED = 50

interface Held {
  versions: boolean
  edits: boolean
}

/** Opens an import within the session's transaction: see `ImportWriter`. */
export async function beginImport(session: Session, asOf: string): Promise<ImportWriter> {
  const id = await takeId(session)
  await session.transaction
    .insertInto('import')
    .values({ book: session.book, id, ...factsColumns({ ...NO_FACTS, asOf }) })
    .execute()
  const claims = new ImportClaims(session, id, asOf)
  return {
    id,
    claim: (stream, lines) => claims.claim(stream, lines),
    replaced: (stream, key) => claims.replaced(stream, key),
    sight: (stream, sights) =>
      keepSights(
        session,
        sights.map((patron) => ({ import: id, stream, patron })),
      ),
    ...hourClaims(session, id, asOf),
    finish: (facts) => finish(session, id, facts),
  }
}

/** The claims of one import: what it says of each line, weighed against what others said. */
class ImportClaims {
  /** Streams in which this import has claimed something. */
  private readonly claimed = new Set<number>()
  /** What each stream held before this import: what it did not hold need not be looked up. */
  private readonly held = new Map<number, Held>()
  private readonly before = new Map<string, Sighting>()
  private readonly session: Session
  private readonly id: number
  private readonly asOf: string

  constructor(session: Session, id: number, asOf: string) {
    this.session = session
    this.id = id
    this.asOf = asOf
  }

  async claim(stream: number, lines: readonly Sighting[]): Promise<Claimed[]> {
    const answers: Claimed[] = []
    for (const batch of batches(lines)) answers.push(...(await this.claimBatch(stream, batch)))
    return answers
  }

  replaced(stream: number, key: string): Sighting | undefined {
    return this.before.get(`${stream} ${key}`)
  }

  private async heldBy(stream: number): Promise<Held> {
    const known = this.held.get(stream)
    if (known) return known
    const { transaction, book } = this.session
    const any = (table: 'version' | 'edit') =>
      transaction.selectFrom(table).select('key').where('book', '=', book).where('stream', '=', stream).limit(1).execute()
    const held = { versions: (await any('version')).length > 0, edits: (await any('edit')).length > 0 }
    this.held.set(stream, held)
    return held
  }

  private async claimBatch(stream: number, lines: readonly Sighting[]): Promise<Claimed[]> {
    const keys = new Set(lines.map((line) => line.key))
    const known = await this.knownVersions(stream, lines)
    const repeated = keys.size < lines.length || [...known.values()].flat().some(({ mine }) => mine)
    if (repeated) return this.claimOneByOne(stream, lines)
    const edited = await this.editedKeys(stream, lines)
    const isNew = (line: Sighting) => !known.has(line.key) && !edited.has(line.key)
    await this.addNew(stream, lines.filter(isNew))
    const others = lines.filter((line) => !isNew(line))
    const outcome = others.length > 0 ? await this.weigh(stream, others, known) : undefined
    return lines.map((line) => (isNew(line) ? 'added' : (outcome?.get(line.key) ?? 'unchanged')))
  }

  /** Lines that nobody told before and nobody edited: nothing has to be weighed. */
  private async addNew(stream: number, lines: readonly Sighting[]): Promise<void> {
    const versions = await this.addVersions(stream, lines)
    await replaceRows(
      this.session,
      stream,
      lines.map((line, i) => ({ old: undefined, row: this.newRow(stream, line, versions[i] ?? 0) })),
    )
  }

  private newRow(stream: number, sighting: Sighting, version: number): EntryRow {
    const asOf = dayOfAsOf(this.asOf)
    return placed(this.session.placing, { stream, version, sighting, edit: undefined, byHand: false, asOf, covered: false })
  }

  /** Claims lines, each key once, and settles those that this changes. */
  private async weigh(
    stream: number,
    lines: readonly Sighting[],
    known: ReadonlyMap<string, KnownVersion[]>,
  ): Promise<Map<string, Claimed>> {
    const texts = lines.map(factsText)
    const same = lines.map((line, i) => known.get(line.key)?.find((version) => version.facts === texts[i]))
    await this.addClaims(
      stream,
      lines.flatMap((line, i) => (same[i] ? [{ key: line.key, version: same[i].id }] : [])),
    )
    await this.addVersions(
      stream,
      lines.filter((_, i) => !same[i]),
    )
    const unsettled = lines.filter((_, i) => !same[i]?.standing).map((line) => line.key)
    const outcome = await resettle(this.session, stream, unsettled)
    this.remember(stream, known, outcome)
    return new Map([...outcome].map(([key, result]) => [key, result === 'removed' ? 'updated' : result]))
  }

  private remember(stream: number, known: ReadonlyMap<string, KnownVersion[]>, outcome: ReadonlyMap<string, Resettled>): void {
    for (const [key, result] of outcome) {
      if (this.before.size >= REMEMBERED) return
      const old = result === 'updated' ? known.get(key)?.find((version) => version.standing) : undefined
      if (old) this.before.set(`${stream} ${key}`, sightingFrom(key, old.facts))
    }
  }

  /** A key that comes twice in one file: the later row stands in the place of the earlier. */
  private async claimOneByOne(stream: number, lines: readonly Sighting[]): Promise<Claimed[]> {
    const answers: Claimed[] = []
    for (const line of lines) {
      const earlier = (await this.versionsOf(stream, [line])).get(line.key)?.find(({ mine }) => mine)
      if (earlier) await this.dropClaim(earlier.id)
      const outcome = await this.weigh(stream, [line], await this.versionsOf(stream, [line]))
      answers.push(outcome.get(line.key) ?? 'unchanged')
    }
    return answers
  }

  private async dropClaim(version: number): Promise<void> {
    await this.session.transaction
      .deleteFrom('claim')
      .where('book', '=', this.session.book)
      .where('import', '=', this.id)
      .where('version', '=', version)
      .execute()
    await dropUnclaimed(this.session, [version])
  }

  private async knownVersions(stream: number, lines: readonly Sighting[]): Promise<Map<string, KnownVersion[]>> {
    return this.claimed.has(stream) || (await this.heldBy(stream)).versions ? this.versionsOf(stream, lines) : new Map()
  }

  private async editedKeys(stream: number, lines: readonly Sighting[]): Promise<Set<string>> {
    if (!(await this.heldBy(stream)).edits) return new Set()
    const { transaction, book } = this.session
    const keys = lines.map((line) => line.key)
    const rows = await transaction
      .selectFrom('edit')
      .select('key')
      .where('book', '=', book)
      .where('stream', '=', stream)
      .where('key', 'in', keys)
      .execute()
    return new Set(rows.map((row) => row.key))
  }

  private async versionsOf(stream: number, lines: readonly Sighting[]): Promise<Map<string, KnownVersion[]>> {
    const rows = await this.session.transaction
      .selectFrom('version')
      .leftJoin('entry', (join) =>
        join
          .onRef('entry.book', '=', 'version.book')
          .onRef('entry.stream', '=', 'version.stream')
          .onRef('entry.key', '=', 'version.key')
          .onRef('entry.version', '=', 'version.id'),
      )
      .leftJoin('claim', (join) =>
        join.onRef('claim.book', '=', 'version.book').on('claim.import', '=', this.id).onRef('claim.version', '=', 'version.id'),
      )
      .select(['version.key', 'version.id', 'version.facts', 'entry.key as standing', 'claim.version as mine'])
      .where('version.book', '=', this.session.book)
      .where('version.stream', '=', stream)
      .where(
        'version.key',
        'in',
        lines.map((line) => line.key),
      )
      .execute()
    const versions = new Map<string, KnownVersion[]>()
    for (const { key, id, facts, standing, mine } of rows) {
      const list = versions.get(key) ?? []
      list.push({ id, facts, standing: standing !== null, mine: mine !== null })
      versions.set(key, list)
    }
    return versions
  }

  /** New versions with this import's claim on them; answers their ids. */
  private async addVersions(stream: number, lines: readonly Sighting[]): Promise<number[]> {
    const { session } = this
    const ids = lines.map(() => session.nextVersion++)
    const rows = lines.map((line, i): Value[] => [session.book, stream, line.key, ids[i] ?? 0, factsText(line)])
    await session.driver.insertMany(session.transaction, { table: 'version', columns: ['book', 'stream', 'key', 'id', 'facts'], rows })
    await this.addClaims(
      stream,
      lines.map((line, i) => ({ key: line.key, version: ids[i] ?? 0 })),
    )
    return ids
  }

  private async addClaims(stream: number, claims: readonly { key: string; version: number }[]): Promise<void> {
    const { session } = this
    const rows = claims.map(({ version }): Value[] => [session.book, this.id, version])
    await session.driver.insertMany(session.transaction, { table: 'claim', columns: ['book', 'import', 'version'], rows })
    if (claims.length > 0) this.claimed.add(stream)
  }
}

async function finish(session: Session, id: number, facts: ImportFacts): ReturnType<ImportWriter['finish']> {
  const { transaction, book } = session
  await transaction.updateTable('import').set(factsColumns(facts)).where('book', '=', book).where('id', '=', id).execute()
  for (const source of facts.sources)
    await transaction
      .insertInto('import_source')
      .values({ book, import: id, ...source })
      .execute()
  // A report may cover lines of its stream though none of its own rows is new.
  for (const { stream } of facts.sources) session.unsettled.add(stream)
  session.changed = true
  await settle(session)
  return { covered: await coveredLines(session, id, facts), elsewhere: await linesElsewhere(session, id, facts) }
}

/** The columns that hold an import's facts. */
export function factsColumns(facts: ImportFacts) {
  return {
    batch: facts.batch,
    file: facts.file,
    name: facts.name,
    layout: facts.layout,
    saved_at: facts.savedAt,
    bytes: facts.bytes,
    as_of: facts.asOf,
    span_from: facts.span?.from ?? null,
    span_to: facts.span?.to ?? null,
    covers: facts.covers ? JSON.stringify(facts.covers) : null,
    rows: facts.rows,
    added: facts.added,
    updated: facts.updated,
    unchanged: facts.unchanged,
    transfers: facts.transfers,
    non_rows: facts.nonRows,
    complaints: JSON.stringify(facts.complaints),
    signature: facts.mapping?.signature ?? null,
    mapping: facts.mapping?.columns ?? null,
  }
}
