import type { Sighting } from '#domain/entry.ts'
import type { Value } from './driver.ts'
import { placed, type EntryRow } from './entry-row.ts'
import { factsText } from './facts.ts'
import { dayOfAsOf, dropUnclaimed, replaceRows, resettle } from './ledger.ts'
import { batches, takeId, type Session } from './session.ts'
import { settle } from './settle.ts'
import type { Claimed, ImportFacts, ImportWriter } from './storage.ts'

interface KnownVersion {
  id: number
  facts: string
  /** Whether the ledger's line is this version now. */
  standing: boolean
}

/** Opens an import within the session's transaction: see `ImportWriter`. */
export async function beginImport(session: Session, asOf: string): Promise<ImportWriter> {
  const id = await takeId(session)
  await session.transaction.insertInto('import').values(importRow({ session, id, asOf })).execute()
  const claims = new ImportClaims(session, id, asOf)
  return {
    id,
    claim: (stream, lines) => claims.claim(stream, lines),
    finish: (facts) => finish(session, id, facts),
  }
}

/** The claims of one import: what it says of each line, weighed against what others said. */
class ImportClaims {
  /** Version claimed by this import for each key, by stream. */
  private readonly claimed = new Map<number, Map<string, number>>()
  /** Streams without any version or edit before this import: nothing needs to be looked up there. */
  private readonly fresh = new Map<number, boolean>()
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
    const fresh = await this.isFresh(stream)
    for (const batch of batches(lines)) answers.push(...(await this.claimBatch(stream, batch, fresh)))
    return answers
  }

  private claimedOf(stream: number): Map<string, number> {
    const known = this.claimed.get(stream) ?? new Map<string, number>()
    this.claimed.set(stream, known)
    return known
  }

  private async isFresh(stream: number): Promise<boolean> {
    const known = this.fresh.get(stream)
    if (known !== undefined) return known
    const { transaction, book } = this.session
    const version = await transaction
      .selectFrom('version')
      .select('id')
      .where('book', '=', book)
      .where('stream', '=', stream)
      .limit(1)
      .execute()
    const edit = await transaction.selectFrom('edit').select('key').where('book', '=', book).where('stream', '=', stream).limit(1).execute()
    const fresh = version.length === 0 && edit.length === 0
    this.fresh.set(stream, fresh)
    return fresh
  }

  private async claimBatch(stream: number, lines: readonly Sighting[], fresh: boolean): Promise<Claimed[]> {
    const keys = new Set(lines.map((line) => line.key))
    const repeated = keys.size < lines.length || lines.some((line) => this.claimedOf(stream).has(line.key))
    if (repeated) return this.claimOneByOne(stream, lines)
    if (!fresh) return this.claimKnown(stream, lines)
    const versions = await this.addVersions(stream, lines)
    await replaceRows(
      this.session,
      stream,
      lines.map((line, i) => ({ old: undefined, row: this.newRow(stream, line, versions[i] ?? 0) })),
    )
    return lines.map(() => 'added')
  }

  private newRow(stream: number, sighting: Sighting, version: number): EntryRow {
    const asOf = dayOfAsOf(this.asOf)
    return placed(this.session.placing, { stream, version, sighting, edit: undefined, byHand: false, asOf, covered: false })
  }

  /** Lines of which some may be known already, each key once. */
  private async claimKnown(stream: number, lines: readonly Sighting[]): Promise<Claimed[]> {
    const known = await this.knownVersions(stream, lines)
    const texts = lines.map(factsText)
    const same = lines.map((line, i) => known.get(line.key)?.find((version) => version.facts === texts[i]))
    await this.addClaims(
      stream,
      lines.flatMap((line, i) => (same[i] ? [{ key: line.key, version: same[i].id }] : [])),
    )
    const changed = lines.filter((_, i) => !same[i])
    await this.addVersions(stream, changed)
    const unsettled = lines.filter((_, i) => !same[i]?.standing).map((line) => line.key)
    const outcome = await resettle(this.session, stream, unsettled)
    return lines.map((line) => {
      const result = outcome.get(line.key) ?? 'unchanged'
      return result === 'removed' ? 'updated' : result
    })
  }

  /** A key that comes twice in one file: the later row stands in the place of the earlier. */
  private async claimOneByOne(stream: number, lines: readonly Sighting[]): Promise<Claimed[]> {
    const answers: Claimed[] = []
    for (const line of lines) {
      const earlier = this.claimedOf(stream).get(line.key)
      if (earlier !== undefined) await this.dropClaim(earlier)
      answers.push(...(await this.claimKnown(stream, [line])))
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
    const rows = await this.session.transaction
      .selectFrom('version')
      .leftJoin('entry', (join) =>
        join
          .onRef('entry.book', '=', 'version.book')
          .onRef('entry.stream', '=', 'version.stream')
          .onRef('entry.key', '=', 'version.key')
          .onRef('entry.version', '=', 'version.id'),
      )
      .select(['version.key', 'version.id', 'version.facts', 'entry.key as standing'])
      .where('version.book', '=', this.session.book)
      .where('version.stream', '=', stream)
      .where(
        'version.key',
        'in',
        lines.map((line) => line.key),
      )
      .execute()
    const versions = new Map<string, KnownVersion[]>()
    for (const { key, id, facts, standing } of rows) {
      const list = versions.get(key) ?? []
      list.push({ id, facts, standing: standing !== null })
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
    const claimed = this.claimedOf(stream)
    for (const { key, version } of claims) claimed.set(key, version)
  }
}

async function finish(session: Session, id: number, facts: ImportFacts): Promise<{ covered: number }> {
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
  return { covered: await coveredLines(session, id, facts) }
}

/** How many of the import's lines stand uncounted because a fuller report covers them. */
async function coveredLines(session: Session, id: number, facts: ImportFacts): Promise<number> {
  let count = 0
  for (const stream of new Set(facts.sources.map((source) => source.stream))) {
    const row = await session.transaction
      .selectFrom('entry')
      .innerJoin('claim', (join) => join.onRef('claim.book', '=', 'entry.book').onRef('claim.version', '=', 'entry.version'))
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .where('entry.book', '=', session.book)
      .where('entry.stream', '=', stream)
      .where('entry.yields', '=', 1)
      .where('entry.uncounted', '=', 'covered')
      .where('claim.import', '=', id)
      .executeTakeFirstOrThrow()
    count += Number(row.count)
  }
  return count
}

function importRow({ session, id, asOf }: { session: Session; id: number; asOf: string }) {
  return {
    book: session.book,
    id,
    batch: '',
    file: '',
    name: '',
    layout: '',
    saved_at: '',
    bytes: 0,
    as_of: asOf,
    span_from: null,
    span_to: null,
    covers: null,
    rows: 0,
    added: 0,
    updated: 0,
    unchanged: 0,
    transfers: 0,
    non_rows: 0,
    complaints: '[]',
    signature: null,
    mapping: null,
  }
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
