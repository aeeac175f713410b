import { sql, type Kysely, type SelectQueryBuilder, type SqlBool } from 'kysely'
import type { PayerGross } from '#domain/income-change.ts'
import type { Lens } from '#domain/income.ts'
import { net, type Minor } from '#domain/money.ts'
import { addMonths, dayOfMonth, lastDay, monthNumber, monthOf, monthRange, type Day, type Month } from '#domain/month.ts'
import type { GiftsAsked, PatronPart } from './patron-reads.ts'
import type { Schema } from './schema.ts'
import { partIn, SPREAD_COLUMNS } from './smoothed-row.ts'

/** No line covers more months. */
export const COVERS_AT_MOST = 120

type Lines = SelectQueryBuilder<Schema & { paid: Schema['entry'] }, 'entry' | 'paid', object>

/** Counted lines of some days that name a payer, or are tied to a payment that does: walked by day, as the index runs. */
function payerLines(db: Kysely<Schema>, book: string, days: { from: Day; to?: Day }): Lines {
  const lines = db
    .selectFrom('entry')
    .leftJoin('entry as paid', (join) =>
      join.onRef('paid.book', '=', 'entry.book').onRef('paid.stream', '=', 'entry.stream').onRef('paid.key', '=', 'entry.tie'),
    )
    .where('entry.book', '=', book)
    .where('entry.day', '>=', days.from)
    .where('entry.uncounted', 'is', null)
    .where('entry.h_gross', 'is not', null)
    .where(sql<SqlBool>`${PAYER} is not null`)
  // The outer join makes what is joined nullable, which the columns asked for below say themselves.
  return (days.to === undefined ? lines : lines.where('entry.day', '<=', days.to)) as unknown as Lines
}

const PAYER = sql<string>`coalesce(nullif(entry.patron, ''), nullif(paid.patron, ''), nullif(entry.name, ''), nullif(paid.name, ''))`
const NET = sql<number>`entry.h_gross - entry.h_fees - entry.h_refunds`
const SHOWN = sql<string>`coalesce(nullif(entry.name, ''), nullif(paid.name, ''), nullif(entry.patron, ''), paid.patron)`

interface NamedPart extends PatronPart {
  last: Day
}

/** What each payer brings in one month, by stream; see `PatronReads`. */
export async function payersOfMonth(db: Kysely<Schema>, book: string, asked: { lens: Lens; month: Month }): Promise<PatronPart[]> {
  const { lens, month } = asked
  const days = { from: dayOfMonth(month, 1), to: lastDay(month) }
  let whole = payerLines(db, book, days)
  if (lens === 'smoothed') whole = whole.where('entry.months', '=', 1).where('entry.spread', 'is', null)
  // Summed here: to sort so many texts takes the database longer than to hand them out.
  const rows = await whole
    .select([PAYER.as('payer'), SHOWN.as('shown'), 'entry.counts_in as stream', 'entry.day as last'])
    .select(NET.as('net'))
    .execute()
  const parts = rows.map(({ payer, shown, net: own, ...row }): NamedPart => ({ ...row, patron: payer, name: shown, net: Number(own) }))
  if (lens === 'smoothed') parts.push(...(await spreadParts(db, book, month)))
  return joined(parts)
}

/** What each payer brings of some streams in one month; see `PatronReads`. */
export async function giftsOfMonth(db: Kysely<Schema>, book: string, { lens, month, streams }: GiftsAsked): Promise<Map<string, Minor>> {
  let whole = payerLines(db, book, { from: dayOfMonth(month, 1), to: lastDay(month) }).where('entry.counts_in', 'in', [...streams, -1])
  if (lens === 'smoothed') whole = whole.where('entry.months', '=', 1).where('entry.spread', 'is', null)
  const rows = await whole
    .select([PAYER.as('payer'), sql<number>`sum(${NET})`.as('net')])
    .groupBy('payer')
    .execute()
  const gifts = new Map(rows.map(({ payer, net: sum }) => [payer, Number(sum)]))
  if (lens === 'cash') return gifts
  const asked = new Set(streams)
  for (const { patron, stream, net: part } of await spreadParts(db, book, month)) {
    if (asked.has(stream)) gifts.set(patron, (gifts.get(patron) ?? 0) + part)
  }
  return gifts
}

/** The month's part of lines that are spread over several. */
async function spreadParts(db: Kysely<Schema>, book: string, month: Month): Promise<NamedPart[]> {
  const rows = await spreadLines(db, book, { from: month, to: month })
  return rows.flatMap(({ payer, shown, ...row }) => {
    const home = partIn(row, month)?.home
    return home ? [{ patron: payer, name: shown, stream: row.counts_in, last: row.day, net: net(home) }] : []
  })
}

/** Lines that are spread over several months and may reach these. */
async function spreadLines(db: Kysely<Schema>, book: string, { from, to }: { from: Month; to: Month }) {
  const since = dayOfMonth(addMonths(from, -COVERS_AT_MOST), 1)
  const select = (lines: Lines) =>
    lines.select([
      PAYER.as('payer'),
      SHOWN.as('shown'),
      'entry.counts_in',
      'entry.currency',
      'entry.day',
      'entry.spread',
      ...SPREAD_COLUMNS,
    ])
  // The words are written out, so that the indexes of these few lines are used.
  const own = select(payerLines(db, book, { from: since, to: lastDay(to) }))
    .where(sql<SqlBool>`entry.months > 1`)
    .where('entry.spread', 'is', null)
    .where(reaches(from))
  // What is given back later takes back the months before it.
  const tied = select(payerLines(db, book, { from: since })).where(sql<SqlBool>`entry.spread is not null`)
  return [...(await own.execute()), ...(await tied.execute())].map((row) => ({ ...row, month: monthOf(row.day) }))
}

/** Whether the months that a line covers reach one. */
export function reaches(month: Month) {
  const paid = sql`cast(substr(entry.day, 1, 4) as integer) * 12 + cast(substr(entry.day, 6, 2) as integer) - 1`
  return sql<SqlBool>`${paid} + entry.months > ${monthNumber(month)}`
}

/** What each payer paid gross in some months, by stream and currency; see `PatronReads`. */
export async function payerGross(
  db: Kysely<Schema>,
  book: string,
  { lens, from, to }: { lens: Lens; from: Month; to: Month },
): Promise<PayerGross[]> {
  let whole = payerLines(db, book, { from: dayOfMonth(from, 1), to: lastDay(to) }).where('entry.gross', '!=', 0)
  if (lens === 'smoothed') whole = whole.where('entry.months', '=', 1).where('entry.spread', 'is', null)
  const rows = await whole
    .select([PAYER.as('payer'), 'entry.day', 'entry.counts_in as stream', 'entry.currency as currency'])
    .select(['entry.gross as native', 'entry.h_gross as home'])
    .execute()
  const paid = rows.map(({ payer, day, native, home, ...row }): PayerGross => {
    return { ...row, patron: payer, month: monthOf(day), native, home: home ?? 0 }
  })
  if (lens === 'cash') return paid
  const months = monthRange(from, to)
  const spread = (await spreadLines(db, book, { from, to })).flatMap((row): PayerGross[] => {
    const { payer: patron, counts_in: stream, currency } = row
    if (row.gross === 0) return []
    return months.flatMap((month) => {
      const part = partIn(row, month)
      return part?.home ? [{ patron, month, stream, currency, native: part.native.gross, home: part.home.gross }] : []
    })
  })
  return [...paid, ...spread]
}

/** One part for each payer and stream, under the name last shown, the largest first. */
function joined(parts: readonly NamedPart[]): PatronPart[] {
  const newest = new Map<string, NamedPart>()
  const sums = new Map<string, PatronPart>()
  for (const part of parts) {
    const { patron, stream } = part
    const known = newest.get(patron)
    if (!known || part.last > known.last || (part.last === known.last && part.name < known.name)) newest.set(patron, part)
    const key = `${stream} ${patron}`
    sums.set(key, { patron, name: '', stream, net: (sums.get(key)?.net ?? 0) + part.net })
  }
  const named = [...sums.values()].map((part) => ({ ...part, name: newest.get(part.patron)?.name ?? part.patron }))
  return named.sort((a, b) => b.net - a.net || compare(a.patron, b.patron) || a.stream - b.stream)
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
