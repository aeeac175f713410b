import { sql, type ExpressionBuilder, type Kysely, type SqlBool } from 'kysely'
import { addDays } from '#domain/month.ts'
import { entryFrom } from './entry-row.ts'
import { withEdits } from './read-entries.ts'
import type { Schema } from './schema.ts'
import type { BookWriter } from './storage.ts'

/** How many of the lines are told by themselves. */
const TOLD = 5000
/** How many days the book's zone may place a line away from the day that its source writes. */
const ZONES_APART = 1

/**
 * Lines that earlier exports of the same account tell within the days of a live import, and that it tells no more: only lines that
 * no other import vouches for and that the user has not deleted. A file that tells less than half of them again is another
 * selection, not a newer export, and nothing is said of it.
 */
export async function vanished(db: Db, book: string, id: number): ReturnType<BookWriter['vanished']> {
  const found: Awaited<ReturnType<BookWriter['vanished']>> = { count: 0, entries: [] }
  for (const question of await questionsOf(db, book, id)) {
    const missing = await missingOf(db, question)
    if (missing === 0) continue
    const rows = await withEdits(db)
      .where(within(question))
      .where(isMissing(question))
      .orderBy('entry.day')
      .orderBy('entry.key')
      .limit(TOLD - found.entries.length)
      .execute()
    found.count += missing
    found.entries.push(...rows.map(entryFrom))
  }
  return found
}

/** How many lines each live import tells no more; an import whose days a newer one tells as well leaves it to that one. */
export async function vanishedCounts(db: Db, book: string): Promise<Map<number, number>> {
  const questions = await questionsOf(db, book)
  const left = new Set(questions.flatMap((newer) => newer.shorter.map((older) => `${older} ${newer.stream}`)))
  const counts = new Map<number, number>()
  for (const question of questions) {
    if (left.has(`${question.import} ${question.stream}`)) continue
    const missing = await missingOf(db, question)
    if (missing > 0) counts.set(question.import, (counts.get(question.import) ?? 0) + missing)
  }
  return counts
}

/** How many lines are missing; none where too few are told again. */
async function missingOf(db: Db, question: Question): Promise<number> {
  const missing = await countOf(db, question, isMissing(question))
  if (missing === 0) return 0
  const told = await countOf(db, question, isTold(question))
  return missing * 2 > told ? 0 : missing
}

type Db = Kysely<Schema>

interface Question {
  book: string
  import: number
  stream: number
  from: string
  to: string
  /** Live imports of the same layout and account that fed the stream, over some of the same days, and are no newer. */
  earlier: number[]
  /** Those of them that are older and tell of no other days. */
  shorter: number[]
}

/** What is to be asked of an import, or of all, by the streams that it fed. */
async function questionsOf(db: Db, book: string, id?: number): Promise<Question[]> {
  let query = db
    .selectFrom('import as mine')
    .innerJoin('import_source as fed', (join) => join.onRef('fed.book', '=', 'mine.book').onRef('fed.import', '=', 'mine.id'))
    .innerJoin('import_source as was', (join) =>
      join
        .onRef('was.book', '=', 'fed.book')
        .onRef('was.stream', '=', 'fed.stream')
        .onRef('was.platform', '=', 'fed.platform')
        .onRef('was.account', '=', 'fed.account')
        .onRef('was.import', '<>', 'fed.import'),
    )
    .innerJoin('import as other', (join) =>
      join
        .onRef('other.book', '=', 'was.book')
        .onRef('other.id', '=', 'was.import')
        .onRef('other.layout', '=', 'mine.layout')
        .onRef('other.as_of', '<=', 'mine.as_of')
        .onRef('other.span_from', '<=', 'mine.span_to')
        .onRef('other.span_to', '>=', 'mine.span_from'),
    )
    .select(['mine.id', 'mine.as_of', 'mine.span_from', 'mine.span_to', 'fed.stream'])
    .select(['other.id as was', 'other.as_of as was_as_of', 'other.span_from as was_from', 'other.span_to as was_to'])
    .where('mine.book', '=', book)
  if (id !== undefined) query = query.where('mine.id', '=', id)
  const rows = await query.orderBy('mine.id').orderBy('fed.stream').execute()
  return [...Map.groupBy(rows, (row) => `${row.id} ${row.stream}`).values()].flatMap((found) => {
    const [first] = found
    if (!first) return []
    const { id: own, stream, as_of: asOf } = first
    const [from, to] = [first.span_from ?? '', first.span_to ?? '']
    const shorter = found.filter(
      ({ was, was_as_of: wasAsOf, was_from: wasFrom, was_to: wasTo }) =>
        (wasAsOf < asOf || was < own) && (wasFrom ?? '') >= from && (wasTo ?? '') <= to,
    )
    const ids = (some: typeof found) => [...new Set(some.map(({ was }) => was))]
    return [{ book, import: own, stream, from, to, earlier: ids(found), shorter: ids(shorter) }]
  })
}

type Condition = (eb: ExpressionBuilder<Schema, 'entry'>) => ReturnType<ExpressionBuilder<Schema, 'entry'>['and']>

async function countOf(db: Db, question: Question, condition: Condition): Promise<number> {
  const row = await db
    .selectFrom('entry')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where(within(question))
    .where(condition)
    .executeTakeFirstOrThrow()
  return Number(row.count)
}

/** Lines of the stream within the days as the source writes them; a whole month stands on its day. */
function within({ book, stream, from, to }: Question): Condition {
  const written = sql<string>`case when length(entry.at) = 7 then entry.day else substr(entry.at, 1, 10) end`
  return (eb) =>
    eb.and([
      eb('entry.book', '=', book),
      eb('entry.stream', '=', stream),
      eb('entry.day', '>=', addDays(from, -ZONES_APART)),
      eb('entry.day', '<=', addDays(to, ZONES_APART)),
      eb(written, '>=', from),
      eb(written, '<=', to),
      sql<SqlBool>`coalesce(entry.uncounted, '') <> 'deleted'`,
    ])
}

/** Whether nobody but the earlier exports tells the line. */
function isMissing({ earlier }: Question): Condition {
  return (eb) => eb.and([eb.not(eb.exists(claims(eb).where('claim.import', 'not in', earlier)))])
}

/** Whether an earlier export tells the line. */
function isTold({ earlier }: Question): Condition {
  return (eb) => eb.and([eb.exists(claims(eb).where('claim.import', 'in', earlier))])
}

function claims(eb: ExpressionBuilder<Schema, 'entry'>) {
  return eb
    .selectFrom('version')
    .innerJoin('claim', (join) => join.onRef('claim.book', '=', 'version.book').onRef('claim.version', '=', 'version.id'))
    .select('claim.import')
    .whereRef('version.book', '=', 'entry.book')
    .whereRef('version.stream', '=', 'entry.stream')
    .whereRef('version.key', '=', 'entry.key')
}
