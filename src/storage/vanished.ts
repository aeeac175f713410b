import { sql, type ExpressionBuilder, type SqlBool } from 'kysely'
import { addDays } from '#domain/month.ts'
import { entryFrom } from './entry-row.ts'
import { withEdits } from './read-entries.ts'
import type { Schema } from './schema.ts'
import type { Session } from './session.ts'
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
export async function vanished(session: Session, id: number): ReturnType<BookWriter['vanished']> {
  const found: Awaited<ReturnType<BookWriter['vanished']>> = { count: 0, entries: [] }
  for (const question of await questionsOf(session, id)) {
    const missing = await countOf(session, question, isMissing(question))
    if (missing === 0) continue
    const told = await countOf(session, question, isTold(question))
    if (missing * 2 > told) continue
    const rows = await withEdits(session.transaction)
      .where(within(session, question))
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

interface Question {
  stream: number
  from: string
  to: string
  /** Live imports of the same layout and account that fed the stream, over some of the same days, and are no newer. */
  earlier: number[]
}

async function questionsOf({ transaction, book }: Session, id: number): Promise<Question[]> {
  const rows = await transaction
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
    .select(['fed.stream', 'mine.span_from', 'mine.span_to', 'other.id'])
    .where('mine.book', '=', book)
    .where('mine.id', '=', id)
    .execute()
  return [...Map.groupBy(rows, ({ stream }) => stream)].map(([stream, found]) => ({
    stream,
    from: found[0]?.span_from ?? '',
    to: found[0]?.span_to ?? '',
    earlier: [...new Set(found.map((one) => one.id))],
  }))
}

type Condition = (eb: ExpressionBuilder<Schema, 'entry'>) => ReturnType<ExpressionBuilder<Schema, 'entry'>['and']>

async function countOf(session: Session, question: Question, condition: Condition): Promise<number> {
  const row = await session.transaction
    .selectFrom('entry')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where(within(session, question))
    .where(condition)
    .executeTakeFirstOrThrow()
  return Number(row.count)
}

/** Lines of the stream within the days as the source writes them; a whole month stands on its day. */
function within({ book }: Session, { stream, from, to }: Question): Condition {
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
