import { sql, type Kysely, type SelectQueryBuilder, type SqlBool } from 'kysely'
import type { PayerGross } from '#domain/income-change.ts'
import type { Lens } from '#domain/income.ts'
import { net } from '#domain/money.ts'
import { addMonths, dayOfMonth, lastDay, type Day, type Month } from '#domain/month.ts'
import { standsUntil, type PatronPayment } from '#domain/standing-gifts.ts'
import type { PatronPart, PatronSpan } from './patron-reads.ts'
import type { Schema } from './schema.ts'
import { partsOf } from './smoothed-row.ts'

/** Months back in which a payment still covers a month of today: longer ones are hardly ever sold. */
const COVERS_AT_MOST = 36

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
  const rows = await whole
    .select([PAYER.as('payer'), SHOWN.as('shown'), 'entry.counts_in as stream'])
    .select([sql<Day>`max(entry.day)`.as('last'), sql<number>`sum(entry.h_gross - entry.h_fees - entry.h_refunds)`.as('net')])
    .groupBy(['payer', 'shown', 'entry.counts_in'])
    .execute()
  const parts: NamedPart[] = rows.map(({ payer, shown, stream, last, net: sum }) => {
    return { patron: payer, name: shown, stream, last, net: Number(sum) }
  })
  if (lens === 'smoothed') parts.push(...(await spreadParts(db, book, month)))
  return joined(parts)
}

/** The month's part of lines that are spread over several. */
async function spreadParts(db: Kysely<Schema>, book: string, month: Month): Promise<NamedPart[]> {
  const rows = await spreadLines(db, book, month)
  return rows.flatMap(({ payer, shown, ...row }) => {
    const home = partsOf(row).find((part) => part.month === month)?.home
    return home ? [{ patron: payer, name: shown, stream: row.counts_in, last: row.day, net: net(home) }] : []
  })
}

/** Lines that are spread over several months and may reach a month or a later one. */
function spreadLines(db: Kysely<Schema>, book: string, month: Month) {
  return payerLines(db, book, { from: dayOfMonth(addMonths(month, -COVERS_AT_MOST), 1) })
    .where((eb) => eb.or([eb('entry.months', '>', 1), eb('entry.spread', 'is not', null)]))
    .select([PAYER.as('payer'), SHOWN.as('shown')])
    .selectAll('entry')
    .execute()
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
    .select([PAYER.as('payer'), 'entry.month as month', 'entry.counts_in as stream', 'entry.currency as currency'])
    .select([sql<number>`sum(entry.gross)`.as('native'), sql<number>`sum(entry.h_gross)`.as('home')])
    .groupBy(['payer', 'entry.month', 'entry.counts_in', 'entry.currency'])
    .execute()
  const paid = rows.map(({ payer, native, home, ...row }): PayerGross => {
    return { ...row, patron: payer, native: Number(native), home: Number(home) }
  })
  if (lens === 'cash') return paid
  const spread = (await spreadLines(db, book, from)).flatMap((row): PayerGross[] => {
    const { payer: patron, counts_in: stream, currency } = row
    if (row.gross === 0) return []
    return partsOf(row).flatMap(({ month, native, home }) => {
      const place = { patron, month, stream, currency }
      return home && month >= from && month <= to ? [{ ...place, native: native.gross, home: home.gross }] : []
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

/** Payments by day, stream and key; see `PatronReads`. A fee of its own is taken off its payment. */
export async function patronPayments(
  db: Kysely<Schema>,
  book: string,
  asked: { streams: readonly number[]; since: Day },
): Promise<PatronPayment[]> {
  const named = sql<string | null>`coalesce(nullif(patron, ''), nullif(name, ''))`
  const rows = await counted(db, book, asked)
    .select(['stream', 'key', 'day', 'months', 'currency', 'counts_in', named.as('payer')])
    .select([sql<number>`gross - fees`.as('native'), sql<number>`h_gross - h_fees`.as('home')])
    .where('kind', '=', 'payment')
    .where(named, 'is not', null)
    .orderBy('day')
    .orderBy('stream')
    .orderBy('key')
    .execute()
  const fees = await ownFees(db, book, asked)
  return rows.map(({ stream, key, day, months, currency, counts_in, payer, native, home }) => {
    const fee = fees.get(`${stream} ${currency} ${key}`)
    const amounts = { native: Number(native) - (fee?.native ?? 0), home: Number(home) - (fee?.home ?? 0) }
    return { patron: payer ?? '', stream: counts_in, day, months, currency, ...amounts }
  })
}

/** Payments by which it is known who gives at the ends of two months; see `PatronReads`. */
export async function standingPayments(
  db: Kysely<Schema>,
  book: string,
  { streams, month }: { streams: readonly number[]; month: Month },
): Promise<PatronPayment[]> {
  const before = addMonths(month, -1)
  const lines = (from: Month) =>
    payerPayments(db, book, { streams, since: dayOfMonth(from, 1) }).where('day', '<=', standsUntil(lastDay(month), 1))
  const rows = [
    // One of a month stands into the next; whether it is a gift once is told by the one before it.
    ...(await lines(addMonths(before, -2)).where('months', '=', 1).execute()),
    // The words are written out, so that the index of these few lines is used.
    ...(await lines(addMonths(before, -COVERS_AT_MOST))
      .where(sql<SqlBool>`months > 1`)
      .execute()),
  ]
  return rows.map(paymentOf)
}

/** Longer lists of patrons are picked out of all payments, since a statement takes only so many. */
const LISTED = 1_000

/** All payments of some patrons in some days; see `PatronReads`. */
export async function paymentsOfPatrons(
  db: Kysely<Schema>,
  book: string,
  { streams, patrons, since, until }: PatronSpan,
): Promise<PatronPayment[]> {
  const all = payerPayments(db, book, { streams, since }).where('day', '<', until)
  const rows = await (patrons.length > LISTED ? all : all.where(OWN_PAYER, 'in', [...patrons, ''])).execute()
  const asked = new Set(patrons)
  return rows.filter(({ payer }) => asked.has(payer)).map(paymentOf)
}

/** Who paid by the line itself. */
const OWN_PAYER = sql<string>`coalesce(nullif(patron, ''), nullif(name, ''))`

function payerPayments(db: Kysely<Schema>, book: string, asked: { streams: readonly number[]; since: Day }) {
  return counted(db, book, asked)
    .select(['counts_in', 'day', 'months', 'currency', OWN_PAYER.as('payer')])
    .select([sql<number>`gross - fees`.as('native'), sql<number>`h_gross - h_fees`.as('home')])
    .where('kind', '=', 'payment')
    .where(OWN_PAYER, 'is not', null)
}

type PaymentRow = Omit<PatronPayment, 'patron' | 'stream'> & { payer: string; counts_in: number }

function paymentOf({ payer, counts_in: stream, native, home, ...row }: PaymentRow): PatronPayment {
  return { ...row, patron: payer, stream, native: Number(native), home: Number(home) }
}

function counted(db: Kysely<Schema>, book: string, { streams, since }: { streams: readonly number[]; since: Day }) {
  return db
    .selectFrom('entry')
    .where('book', '=', book)
    .where('day', '>=', since)
    .where('counts_in', 'in', [...streams, -1])
    .where('uncounted', 'is', null)
    .where('h_gross', 'is not', null)
}

/** Fees that are rows of their own, by the stream, currency and key of the payment they are tied to. */
async function ownFees(db: Kysely<Schema>, book: string, asked: { streams: readonly number[]; since: Day }) {
  const rows = await counted(db, book, asked)
    .select(['stream', 'currency', 'tie'])
    .select([sql<number>`sum(fees)`.as('native'), sql<number>`sum(h_fees)`.as('home')])
    .where('kind', '=', 'fee')
    .where('tie', 'is not', null)
    .groupBy(['stream', 'currency', 'tie'])
    .execute()
  return new Map(rows.map((row) => [`${row.stream} ${row.currency} ${row.tie}`, { native: Number(row.native), home: Number(row.home) }]))
}
