import { sql, type Kysely } from 'kysely'
import type { DayNet, Lens, MonthCell, MonthNet, Sums } from '#domain/income.ts'
import { net, NOTHING, type Amounts, type Minor } from '#domain/money.ts'
import type { Day, Month } from '#domain/month.ts'
import type { KeptReads } from './kept-reads.ts'
import type { Schema } from './schema.ts'

export interface MonthSpan {
  from?: Month
  to?: Month
  stream?: number
}

/** All roll-up cells of a book that hold anything, sorted by stream, month and currency. */
async function allCells(db: Kysely<Schema>, book: string, lens: Lens): Promise<MonthCell[]> {
  const rows = await db.selectFrom('income_month').selectAll().where('book', '=', book).where('lens', '=', lens).execute()
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

/** Cash net of some streams by day, whole-month lines left out. */
export async function streamDays(
  db: Kysely<Schema>,
  book: string,
  { streams, from, to }: { streams: readonly number[]; from: Day; to: Day },
): Promise<DayNet[]> {
  if (streams.length === 0) return []
  const rows = await db
    .selectFrom('income_day')
    .select(['day', sql<number>`sum(h_gross - h_fees - h_refunds)`.as('net')])
    .where('book', '=', book)
    .where('stream', 'in', streams)
    .where('day', '>=', from)
    .where('day', '<=', to)
    .where('whole_month', '=', 0)
    .groupBy('day')
    .orderBy('day')
    .execute()
  return rows.map(({ day, net }) => ({ day, net: Number(net) }))
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

/** The months of a book in one lens. */
interface Months {
  cells: readonly MonthCell[]
  nets: readonly MonthNet[]
  /** How many entries each stream has. */
  entries: ReadonlyMap<number, number>
}

/**
 * What each stream brought in each month. All months of a book are read at once and kept: they are few, and pages ask for parts of the
 * same months again and again.
 */
export class KeptMonths {
  private readonly db: Kysely<Schema>
  private readonly reads: KeptReads

  constructor(db: Kysely<Schema>, reads: KeptReads) {
    this.db = db
    this.reads = reads
  }

  /** Roll-up cells of a span that hold anything, sorted by stream, month and currency. */
  async cells(book: string, lens: Lens, { from = '', to = '~', stream }: MonthSpan): Promise<MonthCell[]> {
    const { cells } = await this.months(book, lens)
    return cells.filter((cell) => cell.month >= from && cell.month <= to && (stream === undefined || cell.stream === stream))
  }

  /** Net of the months from..to, both included, in the home currency. */
  async nets(book: string, lens: Lens, { from, to }: { from: Month; to: Month }): Promise<MonthNet[]> {
    return (await this.all(book, lens)).filter(({ month }) => month >= from && month <= to)
  }

  /** Net of all months in the home currency: the same list as long as the book's revision is the same. */
  async all(book: string, lens: Lens): Promise<readonly MonthNet[]> {
    return (await this.months(book, lens)).nets
  }

  /** How many entries that count each stream has; streams without any are left out. */
  async entries(book: string): Promise<ReadonlyMap<number, number>> {
    return (await this.months(book, 'cash')).entries
  }

  private months(book: string, lens: Lens): Promise<Months> {
    return this.reads.read(book, `months ${lens}`, async () => {
      const cells = await allCells(this.db, book, lens)
      return { cells, nets: netsOf(cells), entries: entriesOf(cells) }
    })
  }
}

/** Net by stream and month in the home currency; cells stand in this order, so that those of one month are beside each other. */
function netsOf(cells: readonly MonthCell[]): MonthNet[] {
  const nets: MonthNet[] = []
  for (const { stream, month, home } of cells) {
    if (!home) continue
    const last = nets.at(-1)
    if (last?.stream === stream && last.month === month) last.net += net(home)
    else nets.push({ stream, month, net: net(home) })
  }
  return nets
}

function entriesOf(cells: readonly MonthCell[]): Map<number, number> {
  const entries = new Map<number, number>()
  for (const { stream, native } of cells) entries.set(stream, (entries.get(stream) ?? 0) + native.entries)
  return entries
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
