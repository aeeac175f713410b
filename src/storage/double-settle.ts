import { bySight, doubleId, isProcessor, mayPair, sightName, type DoubleLine, type SameMoney, type Sight } from '#domain/double.ts'
import { findDoubles } from '#domain/double-match.ts'
import { amountsOf, doubledFrom, ownAmounts, type Doubled, type DoubledBy } from './doubled-row.ts'
import { doubleLines, mayDouble } from './double-lines.ts'
import { remainderRow } from './double-remainder.ts'
import { sameRow, type EntryRow } from './entry-row.ts'
import { replaceRows, resettleParts } from './ledger.ts'
import { doubleDecisions, doubleRules } from './read-double.ts'
import { batches, type Session } from './session.ts'

/** A double that is to hold, and why. */
interface Wanted extends SameMoney {
  id: string
  by: DoubledBy
}

/**
 * PRODUCT rule 6 over all streams: of two sights of the same money one counts. Which doubles hold is worked out anew from the lines
 * that are there, the references in them and what the user said, so that no order of imports, decisions and undos matters; only
 * lines whose part changes are written. Where nothing can be a double it costs a look at the streams.
 */
export async function settleDoubles(session: Session): Promise<void> {
  if (session.unsettled.size === 0 && !session.doublesSaid) return
  session.doublesSaid = false
  // What one double leaves alone another may take: it is done when nothing changes any more.
  for (let round = 0; round < MOST_ROUNDS; round++) if (!(await settleOnce(session))) return
}

const MOST_ROUNDS = 4

/** Whether any line changed. */
async function settleOnce(session: Session): Promise<boolean> {
  const said = await doubleDecisions(session.transaction, session.book)
  const rules = await doubleRules(session.transaction, session.book)
  const platforms = await platformsOf(session)
  const standing = await standingParts(session)
  const proofs = await provenDoubles(session, platforms)
  if (said.length + rules.length + proofs.length + standing.length === 0) return false
  const processors = new Set(platforms.filter(({ platform }) => isProcessor(platform)).map(({ id }) => id))
  const holding = new Holding(session, processors)
  await holding.admit(said.filter(({ same }) => same).map((double) => wantedOf(double, 'accepted')))
  const refused = new Set(said.filter(({ same }) => !same).map(doubleId))
  await holding.admit(proofs.filter(({ id }) => !refused.has(id)))
  for (const { counts, covered } of rules) {
    const lines = await doubleLines(session.transaction, session.book, [counts, covered])
    const found = ruledDoubles(lines, { counts, covered, taken: holding.taken, refused: said.filter(({ same }) => !same) })
    await holding.admit(found.filter(({ id }) => !refused.has(id)))
  }
  return write(session, standing, holding)
}

function wantedOf({ kind, counts, covered }: SameMoney, by: DoubledBy): Wanted {
  const double = { kind, counts: counts.map(({ stream, key }) => ({ stream, key })).sort(bySight), covered }
  return { ...double, id: doubleId(double), by }
}

interface Ruling {
  counts: number
  covered: number
  taken: ReadonlySet<string>
  refused: readonly SameMoney[]
}

/** All that fits between two streams of which everything from the one is said to be in the other. */
function ruledDoubles(lines: readonly DoubleLine[], { counts, covered, taken, refused }: Ruling): Wanted[] {
  const pairs = refused
    .filter(({ kind }) => kind === 'pair')
    .flatMap((one) => one.counts.map((line) => `${sightName(line)}|${sightName(one.covered)}`))
  return findDoubles(lines, { taken, refused: new Set(pairs), all: new Set([`${counts}|${covered}`]) })
    .filter((double) => double.covered.stream === covered && double.counts.every(({ stream }) => stream === counts))
    .map((double) => wantedOf(double, 'ruled'))
    .sort((a, b) => (a.id < b.id ? -1 : 1))
}

async function platformsOf({ transaction, book }: Session): Promise<{ id: number; platform: string }[]> {
  return transaction.selectFrom('stream').select(['id', 'platform']).where('book', '=', book).orderBy('id').execute()
}

type Part = Pick<EntryRow, 'stream' | 'key' | 'version'> & { doubled: string }

/** Every line that has a part in a double as the ledger stands. */
async function standingParts({ transaction, book }: Session): Promise<Part[]> {
  const rows = await transaction
    .selectFrom('entry')
    .select(['stream', 'key', 'version', 'doubled'])
    .where('book', '=', book)
    .where('doubled', 'is not', null)
    .execute()
  return rows.flatMap(({ doubled, ...row }) => (doubled === null ? [] : [{ ...row, doubled }]))
}

/** Doubles that a processor's id proves: it stands in a line of another platform. Several lines of one payment are a group. */
async function provenDoubles(session: Session, streams: readonly { id: number; platform: string }[]): Promise<Wanted[]> {
  const byCovered = new Map<string, { covered: Sight; counts: Map<string, Sight> }>()
  for (const processor of streams.filter(({ platform }) => isProcessor(platform))) {
    for (const other of await namingPayments(session, streams)) {
      if (!mayPair(other.platform, processor.platform)) continue
      for (const { counts, covered } of await provenBetween(session, { counts: other.id, covered: processor })) {
        const name = sightName(covered)
        const group = byCovered.get(name) ?? { covered, counts: new Map<string, Sight>() }
        byCovered.set(name, group)
        group.counts.set(sightName(counts), counts)
      }
    }
  }
  return [...byCovered.values()]
    .sort((a, b) => bySight(a.covered, b.covered))
    .flatMap(({ covered, counts }) => {
      const all = [...counts.values()].sort(bySight)
      // Two streams that both name the payment are two copies of one platform's file: one of them is taken.
      const own = all.filter(({ stream }) => stream === all[0]?.stream)
      return own.length === 0 ? [] : [wantedOf({ kind: own.length === 1 ? 'pair' : 'landing', counts: own, covered }, 'proven')]
    })
}

/** The streams in which any line names a payment by its id. */
async function namingPayments<T extends { id: number }>({ transaction, book }: Session, streams: readonly T[]): Promise<T[]> {
  const rows = await transaction
    .selectFrom('stream')
    .select('id')
    .where('book', '=', book)
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('entry')
          .select('entry.key')
          .whereRef('entry.book', '=', 'stream.book')
          .whereRef('entry.stream', '=', 'stream.id')
          .where('entry.proof', 'is not', null),
      ),
    )
    .execute()
  const naming = new Set(rows.map(({ id }) => id))
  return streams.filter(({ id }) => naming.has(id))
}

async function provenBetween(
  { transaction, book }: Session,
  { counts, covered }: { counts: number; covered: { id: number; platform: string } },
): Promise<{ counts: Sight; covered: Sight }[]> {
  const named = transaction
    .selectFrom('entry as a')
    .innerJoin('entry as b', (join) => join.onRef('b.book', '=', 'a.book').on('b.stream', '=', covered.id).onRef('b.proof', '=', 'a.proof'))
    .select(['a.key as a', 'b.key as b'])
    .where('a.book', '=', book)
    .where('a.stream', '=', counts)
    .where('a.proof', 'is not', null)
  // A balance transaction is named by its own key, beside the charge that it refers to.
  const keyed = transaction
    .selectFrom('entry as a')
    .innerJoin('entry as b', (join) =>
      join
        .onRef('b.book', '=', 'a.book')
        .on('b.stream', '=', covered.id)
        .on(({ eb, val, ref }) => eb('b.key', '=', eb(val(`${covered.platform}:`), '||', ref('a.proof')))),
    )
    .select(['a.key as a', 'b.key as b'])
    .where('a.book', '=', book)
    .where('a.stream', '=', counts)
    .where('a.proof', 'is not', null)
    .where('b.kind', '=', 'payment')
  const rows = [...(await named.execute()), ...(await keyed.execute())]
  return rows.map(({ a, b }) => ({ counts: { stream: counts, key: a }, covered: { stream: covered.id, key: b } }))
}

/** The doubles that hold: each line is in one at most, those that were admitted first go first. */
class Holding {
  readonly doubles: (Wanted & { rows: EntryRow[]; row: EntryRow })[] = []
  readonly taken = new Set<string>()
  /** Streams whose lines are charges. */
  readonly processors: ReadonlySet<number>
  private readonly session: Session

  constructor(session: Session, processors: ReadonlySet<number>) {
    this.session = session
    this.processors = processors
  }

  async admit(wanted: readonly Wanted[]): Promise<void> {
    const rows = await rowsOf(
      this.session,
      wanted.flatMap(({ counts, covered }) => [...counts, covered]),
    )
    for (const double of wanted) {
      const all = [...double.counts, double.covered]
      const found = double.counts.map((sight) => rows.get(sightName(sight)))
      const row = rows.get(sightName(double.covered))
      if (!row || !mayDouble(row) || row.kind === 'transfer' || all.some((sight) => this.taken.has(sightName(sight)))) continue
      if (!found.every((one) => one !== undefined && mayDouble(one) && (double.kind === 'landing' || one.kind !== 'transfer'))) continue
      for (const sight of all) this.taken.add(sightName(sight))
      this.doubles.push({ ...double, rows: found.flatMap((one) => one ?? []), row })
    }
  }
}

async function rowsOf({ transaction, book }: Session, sights: readonly Sight[]): Promise<Map<string, EntryRow>> {
  const found = new Map<string, EntryRow>()
  for (const [stream, of] of Map.groupBy(sights, (sight) => sight.stream)) {
    for (const batch of batches([...new Set(of.map(({ key }) => key))])) {
      const rows = await transaction
        .selectFrom('entry')
        .selectAll()
        .where('book', '=', book)
        .where('stream', '=', stream)
        .where('key', 'in', batch)
        .execute()
      for (const row of rows) found.set(sightName(row), row)
    }
  }
  return found
}

/** Gives every line the part that it is to have, where it has another; answers whether there was one. */
async function write(session: Session, standing: readonly Part[], { doubles, processors }: Holding): Promise<boolean> {
  let any = false
  const parts = new Map<number, Map<string, Doubled | null>>()
  const give = ({ stream, key }: Sight, part: Doubled | null) => {
    const ofStream = parts.get(stream) ?? new Map<string, Doubled | null>()
    parts.set(stream, ofStream.set(key, part))
  }
  const was = new Map(standing.map((part) => [sightName(part), JSON.stringify(doubledFrom(part.doubled))]))
  for (const part of standing) if (part.version !== 0) give(part, null)
  for (const double of doubles) for (const [sight, part] of partsOf(double, processors.has(double.covered.stream))) give(sight, part)
  for (const [stream, ofStream] of parts) {
    const changed = [...ofStream].filter(([key, part]) => (was.get(sightName({ stream, key })) ?? 'null') !== JSON.stringify(part))
    if (changed.length > 0) await resettleParts(session, stream, new Map(changed))
    any ||= changed.length > 0
  }
  return (await writeRemainders(session, doubles)) || any
}

function* partsOf({ id, by, kind, rows, row }: Holding['doubles'][number], isCharge: boolean): Generator<[Sight, Doubled]> {
  // Only a processor knows better what came in than the platform that was paid.
  const taken = kind === 'pair' && isCharge ? { amounts: amountsOf(ownAmounts(row.doubled) ?? row) } : {}
  for (const one of rows) yield [one, { id, by, role: 'counts', ...taken }]
  const months = rows[0]?.months ?? 1
  yield [row, kind === 'pair' && months > 1 ? { id, by, role: 'covered', months } : { id, by, role: 'covered' }]
}

/** Puts what is left over of landings in the place of what was left over before. */
async function writeRemainders(session: Session, doubles: Holding['doubles']): Promise<boolean> {
  const standing = await session.transaction
    .selectFrom('entry')
    .selectAll()
    .where('book', '=', session.book)
    .where('doubled', 'is not', null)
    .where('version', '=', 0)
    .execute()
  const old = new Map(standing.map((row) => [sightName(row), row]))
  const wanted = new Map<string, EntryRow>()
  for (const { id, by, kind, rows, row } of doubles) {
    const made = kind === 'landing' ? remainderRow(session.placing, { id, by, rows, row }) : undefined
    if (made) wanted.set(sightName(made), made)
  }
  let any = false
  for (const name of new Set([...old.keys(), ...wanted.keys()])) {
    const [before, after] = [old.get(name), wanted.get(name)]
    const stream = (after ?? before)?.stream
    if (stream === undefined || (before && after && sameRow(before, after))) continue
    await replaceRows(session, stream, [{ old: before, row: after }])
    any = true
  }
  return any
}
