import { sql, type Expression, type ExpressionBuilder, type Kysely, type SqlBool } from 'kysely'
import type { Uncounted } from '#domain/entry.ts'
import type { Lens } from '#domain/income.ts'
import { net, type Minor } from '#domain/money.ts'
import { addMonths, dayOfMonth, lastDay } from '#domain/month.ts'
import type { Driver } from './driver.ts'
import { entryFrom, homeOf, type EntryRow } from './entry-row.ts'
import type { FigureLine, FigureReads, FigureSpan } from './figure-reads.ts'
import { withEdits } from './read-entries.ts'
import { FIRST_KEY, PAST_KEYS, WORKED_OUT } from './read-estimates.ts'
import type { Schema } from './schema.ts'
import { partsOf } from './smoothed-row.ts'
import { inSnapshot } from './snapshot.ts'

/** A payment covers at most so many months, so what stands in a month was paid at most so long before. */
const COVERS_AT_MOST = 120
const PAGE = 2_000

/** Reads the lines behind a figure out of the entries. */
export function figureReads(db: Kysely<Schema>, driver: Driver): FigureReads {
  return {
    uncountedLines: (book, span) => uncountedLines(db, book, span),
    listEstimates: (book, span) => listEstimates(db, book, span),
    figureLines: (book, lens, span) => inSnapshot({ db, driver }, (moment) => figureLines(moment, book, { lens, span })),
    spreadOver: (book, span) => spreadOver(db, book, span),
  }
}

type Where = (eb: ExpressionBuilder<Schema, 'entry'>) => Expression<SqlBool>

/** Lines of some days, of the streams of a figure. */
function within(book: string, { from, to, streams }: FigureSpan): Where {
  return (eb) => {
    const all: Expression<SqlBool>[] = [
      eb('entry.book', '=', book),
      eb('entry.day', '>=', dayOfMonth(from, 1)),
      eb('entry.day', '<=', lastDay(to)),
    ]
    if (streams) all.push(eb('entry.counts_in', 'in', [...streams, -1]))
    return eb.and(all)
  }
}

async function uncountedLines(db: Kysely<Schema>, book: string, span: FigureSpan): Promise<Partial<Record<Uncounted, number>>> {
  const rows = await db
    .selectFrom('entry')
    .select(({ fn }) => ['uncounted', fn.countAll<number>().as('lines')])
    .where(within(book, span))
    .where('uncounted', 'is not', null)
    .groupBy('uncounted')
    .execute()
  return Object.fromEntries(rows.map(({ uncounted, lines }) => [uncounted, Number(lines)]))
}

async function listEstimates(db: Kysely<Schema>, book: string, span: FigureSpan): Promise<number> {
  const { lines } = await db
    .selectFrom('entry')
    .select(({ fn }) => fn.countAll<number>().as('lines'))
    .where(within(book, span))
    .where('uncounted', 'is', null)
    .where('version', '=', WORKED_OUT)
    .where('key', '>=', FIRST_KEY)
    .where('key', '<', PAST_KEYS)
    .executeTakeFirstOrThrow()
  return Number(lines)
}

interface Asked {
  lens: Lens
  span: FigureSpan
}

async function* figureLines(db: Kysely<Schema>, book: string, { lens, span }: Asked): AsyncGenerator<FigureLine[]> {
  // What is paid at any time may stand in a month of the smoothed lens: years before it, or taken back long after.
  const days = lens === 'cash' ? span : wider(span)
  let last: EntryRow | undefined
  for (;;) {
    let query = withEdits(db).where(within(book, days)).where('entry.uncounted', 'is', null)
    if (lens === 'smoothed') query = query.where(sql<SqlBool>`(entry.month between ${span.from} and ${span.to} or ${SPREAD})`)
    if (last) {
      const { day, stream, key } = last
      query = query
        .where('entry.day', '>=', day)
        .where(sql<SqlBool>`(entry.day > ${day} or entry.stream > ${stream} or (entry.stream = ${stream} and entry.key > ${key}))`)
    }
    const rows = await query.orderBy('entry.day').orderBy('entry.stream').orderBy('entry.key').limit(PAGE).execute()
    if (rows.length === 0) return
    yield rows.flatMap((row): FigureLine[] => {
      const part = lens === 'cash' ? cashPart(row) : smoothedPart(row, span)
      return part === undefined ? [] : [{ entry: entryFrom(row), part }]
    })
    last = rows.at(-1)
  }
}

const SPREAD = sql<SqlBool>`(entry.months > 1 or entry.spread is not null)`

function wider(span: FigureSpan): FigureSpan {
  return { ...span, from: addMonths(span.from, -COVERS_AT_MOST), to: '9999-12' }
}

function cashPart(row: EntryRow): Minor | null {
  const home = homeOf(row)
  return home && net(home)
}

/** What of a line stands in the months, by the very function that its roll-up is made by; undefined where nothing does. */
function smoothedPart(row: EntryRow, { from, to }: FigureSpan): Minor | null | undefined {
  const here = partsOf(row).filter(({ month }) => month >= from && month <= to)
  if (here.length === 0) return undefined
  return here.reduce<Minor | null>((sum, { home }) => (home === null || sum === null ? null : sum + net(home)), 0)
}

async function spreadOver(db: Kysely<Schema>, book: string, span: FigureSpan): Promise<{ away: Minor; here: Minor }> {
  const rows = await db
    .selectFrom('entry')
    .selectAll()
    .where(within(book, wider(span)))
    .where('uncounted', 'is', null)
    .where('h_gross', 'is not', null)
    .where(SPREAD)
    .execute()
  let [away, here] = [0, 0]
  for (const row of rows) {
    const part = smoothedPart(row, span) ?? 0
    const paidHere = row.month >= span.from && row.month <= span.to
    if (paidHere) away += (cashPart(row) ?? 0) - part
    else here += part
  }
  return { away, here }
}
