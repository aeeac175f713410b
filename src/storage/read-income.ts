import { sql, type Kysely } from 'kysely'
import type { DayNet, Lens, MonthCell, MonthNet, Sums } from '#domain/income.ts'
import { NOTHING, type Amounts, type Minor } from '#domain/money.ts'
import type { Day, Month } from '#domain/month.ts'
import type { Schema } from './schema.ts'

export interface MonthSpan {
  from?: Month
  to?: Month
  stream?: number
}

/** Roll-up cells that hold anything, sorted by stream, month and currency. */
export async function monthCells(db: Kysely<Schema>, book: string, { lens, span }: { lens: Lens; span: MonthSpan }): Promise<MonthCell[]> {
  let query = db.selectFrom('income_month').selectAll().where('book', '=', book).where('lens', '=', lens)
  if (span.from !== undefined) query = query.where('month', '>=', span.from)
  if (span.to !== undefined) query = query.where('month', '<=', span.to)
  if (span.stream !== undefined) query = query.where('stream', '=', span.stream)
  const rows = await query.execute()
  const cells = rows.map((row): MonthCell => ({
    stream: row.stream,
    month: row.month,
    currency: row.currency,
    native: { gross: row.gross, fees: row.fees, refunds: row.refunds, tax: row.tax, entries: row.entries },
    home: row.converted === 1 ? { gross: row.h_gross, fees: row.h_fees, refunds: row.h_refunds, tax: row.h_tax } : null,
    estimated: row.estimated,
  }))
  // A month that holds nothing any more says nothing: its row may be left where a later refund took all of it back.
  const telling = cells.filter(({ native, home }) => holdsAnything(native, home))
  return telling.sort((a, b) => a.stream - b.stream || compare(a.month, b.month) || compare(a.currency, b.currency))
}

function holdsAnything(native: Sums, home: Amounts | null): boolean {
  return [native, home ?? NOTHING].some((sums) => Object.values(sums).some((value) => value !== 0))
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** Cash net by day over all streams, sorted by day; days that sum to nothing are left out. */
export async function dayNets(db: Kysely<Schema>, book: string, { from, to }: { from: Day; to: Day }): Promise<DayNet[]> {
  return db
    .selectFrom('income_total')
    .select(['day', 'net'])
    .where('book', '=', book)
    .where('day', '>=', from)
    .where('day', '<=', to)
    .where('net', '<>', 0)
    .orderBy('day')
    .execute()
}

/** Cash net of each stream over some days. Asked stream by stream, as the roll-up's key runs. */
export async function streamNets(db: Kysely<Schema>, book: string, { from, to }: { from: Day; to: Day }) {
  const rows = await db
    .selectFrom('stream')
    .innerJoin('income_day', (join) => join.onRef('income_day.book', '=', 'stream.book').onRef('income_day.stream', '=', 'stream.id'))
    .select(['income_day.stream', sql<number>`sum(h_gross - h_fees - h_refunds)`.as('net')])
    .where('stream.book', '=', book)
    .where('income_day.day', '>=', from)
    .where('income_day.day', '<=', to)
    .where('whole_month', '=', 0)
    .groupBy('income_day.stream')
    .execute()
  return rows.map(({ stream, net }) => ({ stream, net: Number(net) }))
}

/** Net by month and stream in the home currency. */
export async function monthNets(
  db: Kysely<Schema>,
  book: string,
  { lens, from, to }: { lens: Lens; from: Month; to: Month },
): Promise<MonthNet[]> {
  const rows = await db
    .selectFrom('income_month')
    .select(['month', 'stream', sql<number>`sum(h_gross - h_fees - h_refunds)`.as('net')])
    .where('book', '=', book)
    .where('lens', '=', lens)
    .where('month', '>=', from)
    .where('month', '<=', to)
    .where('converted', '=', 1)
    .groupBy(['month', 'stream'])
    .execute()
  return rows.map(({ month, stream, net }) => ({ month, stream, net: Number(net) }))
}

/** Net of all months after one, in the home currency. */
export async function netAfter(db: Kysely<Schema>, book: string, { lens, month }: { lens: Lens; month: Month }): Promise<Minor> {
  const row = await db
    .selectFrom('income_month')
    .select(sql<number>`coalesce(sum(h_gross - h_fees - h_refunds), 0)`.as('net'))
    .where('book', '=', book)
    .where('lens', '=', lens)
    .where('month', '>', month)
    .executeTakeFirstOrThrow()
  return Number(row.net)
}

/** First and last month in which a line was counted, cash: two steps into the index. */
export async function countedSpan(db: Kysely<Schema>, book: string): Promise<{ from: Month; to: Month } | null> {
  const end = (order: 'asc' | 'desc') =>
    db
      .selectFrom('income_month')
      .select('month')
      .where('book', '=', book)
      .where('lens', '=', 'cash')
      .orderBy('month', order)
      .limit(1)
      .executeTakeFirst()
  const [first, last] = [await end('asc'), await end('desc')]
  return first && last ? { from: first.month, to: last.month } : null
}
