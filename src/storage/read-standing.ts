import { sql, type Kysely, type SqlBool } from 'kysely'
import type { Minor } from '#domain/money.ts'
import { addMonths, dayOfMonth, lastDay, type Day, type Month } from '#domain/month.ts'
import { GRACE, standsUntil, type PatronPayment } from '#domain/standing-gifts.ts'
import type { PatronSpan, StandingAsked } from './patron-reads.ts'
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

/** Payments by which it is known who of some patrons gives at the ends of two months; see `PatronReads`. */
export async function standingPayments(
  db: Kysely<Schema>,
  book: string,
  { streams, month, patrons }: StandingAsked & { patrons: readonly string[] },
): Promise<PatronPayment[]> {
  const { ofAMonth, ofSeveral } = aroundEnds(db, book, { streams, month })
  const asked = new Set(patrons)
  const picked = patrons.length > LISTED ? ofAMonth : ofAMonth.where(OWN_PAYER, 'in', [...patrons, ''])
  const rows = asked.size === 0 ? [] : await picked.execute()
  return [...rows.filter(({ patron }) => asked.has(patron)), ...(await ofSeveral.execute())]
}

/** Who surely gave at the ends of two months; see `PatronReads`. Told by the database alone: they are nearly all. */
export async function steadyPatrons(db: Kysely<Schema>, book: string, { streams, month }: StandingAsked): Promise<Set<string>> {
  const [from, first, last] = [dayOfMonth(addMonths(month, -1), 1), dayOfMonth(month, 1), lastDay(month)]
  const ofMonth = sql`cast(substr(day, 9, 2) as integer)`
  const series = payerPayments(db, book, { streams, since: from })
    .where('day', '<=', last)
    .where('months', '=', 1)
    .where(sql<SqlBool>`h_gross > h_fees`)
    .clearSelect()
    .select([OWN_PAYER.as('patron'), sql`max(case when day < ${first} then ${ofMonth} end)`.as('was')])
    .select(sql`min(case when day >= ${first} then ${ofMonth} end)`.as('now'))
    .groupBy([OWN_PAYER, 'counts_in'])
  const rows = await db
    .selectFrom(series.as('series'))
    .select('patron')
    .distinct()
    .where(sql<SqlBool>`was + ${GRACE} >= now`)
    .execute()
  const steady = new Set(rows.map(({ patron }) => patron))
  const { ofAMonth, ofSeveral } = aroundEnds(db, book, { streams, month })
  // What costs more than it brings may outweigh the rest: that is looked at one by one.
  for (const lines of [ofAMonth, ofSeveral]) {
    for (const { patron } of await lines.where(sql<SqlBool>`h_gross <= h_fees`).execute()) steady.delete(patron)
  }
  return steady
}

/** Payments that may stand at the end of a month or of the one before, or tell whether one that does is a gift once. */
function aroundEnds(db: Kysely<Schema>, book: string, { streams, month }: StandingAsked) {
  const earliest = addMonths(month, -3)
  const lines = (from: Month) =>
    payerPayments(db, book, { streams, since: dayOfMonth(from, 1) }).where('day', '<=', standsUntil(lastDay(month), 1))
  return {
    // One of a month stands into the next; whether it is a gift once is told by the one before it.
    ofAMonth: lines(earliest).where('months', '=', 1),
    // The words are written out, so that the index of these few lines is used.
    ofSeveral: lines(addMonths(earliest, 2 - COVERS_AT_MOST))
      .where(sql<SqlBool>`months > 1`)
      .where(reaches(earliest)),
  }
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
export const OWN_PAYER = sql<string>`coalesce(nullif(patron, ''), nullif(name, ''))`

function payerPayments(db: Kysely<Schema>, book: string, asked: { streams: readonly number[]; since: Day }) {
  return counted(db, book, asked)
    .select([OWN_PAYER.as('patron'), 'counts_in as stream', 'day', 'months', 'currency'])
    .select([sql<number>`gross - fees`.as('native'), sql<number>`h_gross - h_fees`.as('home')])
    .where('kind', '=', 'payment')
    .where(OWN_PAYER, 'is not', null)
}

/** Lines that count in the streams and have a rate, from a day on. */
export function counted(db: Kysely<Schema>, book: string, { streams, since }: { streams: readonly number[]; since: Day }) {
  return db
    .selectFrom('entry')
    .where('book', '=', book)
    .where('day', '>=', since)
    .where('counts_in', 'in', [...streams, -1])
    .where('uncounted', 'is', null)
    .where('h_gross', 'is not', null)
}

/** Fees that are rows of their own, by the stream, currency and key of the payment they are tied to. */
export async function ownFees(db: Kysely<Schema>, book: string, asked: { streams: readonly number[]; since: Day }) {
  // Summed here: grouped by what they are tied to, the database walks the tied lines of all days.
  const rows = await counted(db, book, asked)
    .select(['entry.stream', 'currency', 'tie', 'fees', 'h_fees'])
    .where('kind', '=', 'fee')
    .where('tie', 'is not', null)
    .execute()
  const sums = new Map<string, { native: Minor; home: Minor }>()
  for (const { stream, currency, tie, fees, h_fees: home } of rows) {
    const payment = `${stream} ${currency} ${tie}`
    const sum = sums.get(payment) ?? { native: 0, home: 0 }
    sums.set(payment, { native: sum.native + fees, home: sum.home + (home ?? 0) })
  }
  return sums
}
