import { sql, type Kysely, type SqlBool } from 'kysely'
import { addMonths, dayOfMonth, lastDay, type Day, type Month } from '#domain/month.ts'
import { standsUntil, type PatronPayment } from '#domain/standing-gifts.ts'
import type { PatronSpan } from './patron-reads.ts'
import { COVERS_AT_MOST, reaches } from './read-patrons.ts'
import type { Schema } from './schema.ts'

/** Payments by day, stream and key; see `PatronReads`. A fee of its own is taken off its payment. */
export async function patronPayments(
  db: Kysely<Schema>,
  book: string,
  asked: { streams: readonly number[]; since: Day },
): Promise<PatronPayment[]> {
  const fees = await ownFees(db, book, asked)
  const lines = payerPayments(db, book, asked).orderBy('day').orderBy('entry.stream').orderBy('key')
  if (fees.size === 0) return lines.execute()
  const rows = await lines.select(['entry.stream as keptIn', 'key']).execute()
  return rows.map(({ keptIn, key, ...payment }) => {
    const fee = fees.get(`${keptIn} ${payment.currency} ${key}`)
    return fee ? { ...payment, native: payment.native - fee.native, home: payment.home - fee.home } : payment
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
      .where(reaches(addMonths(before, -2)))
      .execute()),
  ]
  return rows
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
  return rows.filter(({ patron }) => asked.has(patron))
}

/** Who paid by the line itself. */
const OWN_PAYER = sql<string>`coalesce(nullif(patron, ''), nullif(name, ''))`

function payerPayments(db: Kysely<Schema>, book: string, asked: { streams: readonly number[]; since: Day }) {
  return counted(db, book, asked)
    .select([OWN_PAYER.as('patron'), 'counts_in as stream', 'day', 'months', 'currency'])
    .select([sql<number>`gross - fees`.as('native'), sql<number>`h_gross - h_fees`.as('home')])
    .where('kind', '=', 'payment')
    .where(OWN_PAYER, 'is not', null)
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
