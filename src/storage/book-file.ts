import type { Kysely } from 'kysely'
import type { OwnRate, Stream, StreamRate, Venture } from '#domain/book.ts'
import type { Edit, Sighting } from '#domain/entry.ts'
import type { HourSighting } from '#domain/hours.ts'
import type { StreamRoute } from '#domain/stream-route.ts'
import type { FrozenPromise } from '#domain/promise.ts'
import type { Target } from '#domain/target.ts'
import { checkInFacts, type CheckInFact } from './check-in-storage.ts'
import { sightingFrom } from './facts.ts'
import type { PatronageFact } from './patronage-write.ts'
import { imports, ownRates, streamRates, streamRoutes, streams, targets, ventures } from './read-book.ts'
import { doubleFacts, type DoubleFact } from './double-write.ts'
import { streamsFromLists } from './read-estimates.ts'
import { planFacts, type PlanFact } from './plan-storage.ts'
import { promises } from './promise-storage.ts'
import { targetFacts, type TargetFact } from './target-storage.ts'
import { hourFrom, saidProjects, type SaidProject } from './read-hours.ts'
import { patronKinds, pledgeLinks, pledges, publications, ventureTargets } from './read-patronage.ts'
import { editFrom, type Schema } from './schema.ts'
import { hasSights, sightFacts, type SightFact } from './sights.ts'
import type { ImportRecord } from './storage.ts'

/**
 * Newest version of the book file's form; a program reads its own and every earlier one. The second tells of needs, pages and
 * pledges, the third of time, of snapshots of patrons, of rules of streams, of doubles and of promises, the fourth of what was said
 * of weeks, of hours and of joy, and around targets, the fifth of what ventures' needs were worked out from, of
 * income that is agreed and of what is assumed of patrons.
 */
export const BOOK_FILE_VERSION = 5
const WITHOUT_VENTURE_PLANS = 4
const WITHOUT_CHECK_INS = 3
const WITHOUT_HOURS = 2
const WITHOUT_PATRONAGE = 1

/** One line of a book file: one fact. Ids are the book's own, so that links hold. */
export type BookFileLine =
  | { enough: 'book'; version: number; name: string; homeCurrency: string; zone: string; locale: string }
  | { venture: Venture }
  | { stream: Stream }
  | { target: Target }
  | { rate: OwnRate }
  | { streamRate: StreamRate }
  | { route: StreamRoute }
  | { fromLists: { stream: number } }
  | { import: ImportRecord }
  | { sight: SightFact }
  | { line: { stream: number; imports: number[]; sighting: Sighting } }
  | PatronageFact
  | DoubleFact
  | { hour: { imports: number[]; sighting: HourSighting } }
  | { project: SaidProject }
  | CheckInFact
  | { promise: FrozenPromise }
  | TargetFact
  | PlanFact
  | { edit: { stream: number; key: string; changes: Edit } }
  | { end: { lines: number } }

const PAGE = 5_000

/**
 * The book file: facts only, each on a line of its own, in an order that depends on nothing else. No revision, no time of
 * export, nothing derived: the same book gives the same bytes. Its last line counts the others, so that a cut file is noticed.
 */
export async function* bookFileLines(db: Kysely<Schema>, book: string): AsyncGenerator<string> {
  let count = 0
  for await (const line of facts(db, book)) {
    count += 1
    yield `${JSON.stringify(line)}\n`
  }
  yield `${JSON.stringify({ end: { lines: count } } satisfies BookFileLine)}\n`
}

async function* facts(db: Kysely<Schema>, book: string): AsyncGenerator<BookFileLine> {
  const row = await db.selectFrom('book').selectAll().where('book', '=', book).executeTakeFirstOrThrow()
  const patronage = await patronageFacts(db, book)
  const time = await timeFacts(db, book)
  // A book that says nothing of a later form is written in the earlier one, so that the program of then can read it still.
  const sources = await streams(db, book)
  const rates = await streamRates(db, book)
  const routes = await streamRoutes(db, book)
  const fromLists = await streamsFromLists(db, book)
  const doubles = await doubleFacts(db, book)
  const promised = await promises(db, book)
  const aroundTargets = await targetFacts(db, book)
  const plans = await planFacts(db, book)
  const places = await ventures(db, book)
  const checked = await checkInFacts(db, book)
  const isSplit = aroundTargets.some((fact) => 'splitter' in fact || 'leaving' in fact)
  const isFifth = patronage.some((fact) => 'need' in fact && fact.need.plan !== undefined) || plans.some((fact) => 'agreed' in fact)
  const isFourth =
    plans.length + aroundTargets.length + checked.length + fromLists.length > 0 ||
    sources.some(({ bound }) => bound !== undefined) ||
    places.some(({ joy }) => joy !== undefined)
  const isThird =
    time.length + rates.length + routes.length + doubles.length + promised.length > 0 ||
    sources.some(({ months }) => months !== undefined) ||
    (await hasSights(db, book))
  const earlier = isThird ? WITHOUT_CHECK_INS : patronage.length > 0 ? WITHOUT_HOURS : WITHOUT_PATRONAGE
  const version = isFifth || isSplit ? BOOK_FILE_VERSION : isFourth ? WITHOUT_VENTURE_PLANS : earlier
  yield { enough: 'book', version, name: row.name, homeCurrency: row.home, zone: row.zone, locale: row.locale }
  for (const venture of places) yield { venture }
  for (const stream of sources) yield { stream }
  for (const target of await targets(db, book)) yield { target }
  yield* aroundTargets
  for (const rate of await ownRates(db, book)) yield { rate }
  for (const streamRate of rates) yield { streamRate }
  for (const route of routes) yield { route }
  for (const stream of fromLists) yield { fromLists: { stream } }
  yield* patronage
  yield* doubles
  for (const record of await imports(db, book)) yield { import: record }
  for await (const sight of sightFacts(db, book)) yield { sight }
  yield* versionLines(db, book)
  yield* time
  yield* checked
  for (const promise of promised) yield { promise }
  yield* plans
  const edits = await db.selectFrom('edit').selectAll().where('book', '=', book).orderBy('stream').orderBy('key').execute()
  for (const { stream, key, changes } of edits) yield { edit: { stream, key, changes: editFrom(changes) } }
}

async function patronageFacts(db: Kysely<Schema>, book: string): Promise<PatronageFact[]> {
  return [
    ...(await ventureTargets(db, book)).map((need) => ({ need })),
    ...(await publications(db, book)).map((publication) => ({ publication })),
    ...(await pledges(db, book)).map((pledge) => ({ pledge })),
    ...(await pledgeLinks(db, book)).map((link) => ({ link })),
    ...[...(await patronKinds(db, book))].map(([patron, kind]) => ({ patron: { patron, kind } })),
  ]
}

/** What imports say of time, by key, what they say alike once; then what was said of projects. */
async function timeFacts(db: Kysely<Schema>, book: string): Promise<BookFileLine[]> {
  const rows = await db.selectFrom('hour').selectAll().where('book', '=', book).orderBy('key').orderBy('import').execute()
  const told = Map.groupBy(rows, (row) => JSON.stringify([row.key, hourFrom(row)]))
  return [
    ...[...told]
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .flatMap(([, [first, ...more]]) =>
        first ? [{ hour: { imports: [first, ...more].map((row) => row.import), sighting: hourFrom(first) } }] : [],
      ),
    ...(await saidProjects(db, book)).map((project) => ({ project })),
  ]
}

/** Every version that an import claims, by stream, key and facts. */
async function* versionLines(db: Kysely<Schema>, book: string): AsyncGenerator<BookFileLine> {
  for (const { id: stream } of await streams(db, book)) {
    let after = ''
    for (;;) {
      const keys = await db
        .selectFrom('version')
        .select('key')
        .distinct()
        .where('book', '=', book)
        .where('stream', '=', stream)
        .where('key', '>', after)
        .orderBy('key')
        .limit(PAGE)
        .execute()
      const first = keys[0]?.key
      const last = keys.at(-1)?.key
      if (first === undefined || last === undefined) break
      yield* claimedVersions(db, book, { stream, first, last })
      after = last
    }
  }
}

async function* claimedVersions(
  db: Kysely<Schema>,
  book: string,
  { stream, first, last }: { stream: number; first: string; last: string },
): AsyncGenerator<BookFileLine> {
  const rows = await db
    .selectFrom('version')
    .innerJoin('claim', (join) => join.onRef('claim.book', '=', 'version.book').onRef('claim.version', '=', 'version.id'))
    .select(['version.id', 'version.key', 'version.facts', 'claim.import'])
    .where('version.book', '=', book)
    .where('version.stream', '=', stream)
    .where('version.key', '>=', first)
    .where('version.key', '<=', last)
    .orderBy('version.key')
    .orderBy('version.facts')
    .orderBy('claim.import')
    .execute()
  for (const claims of Map.groupBy(rows, (row) => row.id).values()) {
    const [version] = claims
    if (!version) continue
    yield { line: { stream, imports: claims.map((claim) => claim.import), sighting: sightingFrom(version.key, version.facts) } }
  }
}
