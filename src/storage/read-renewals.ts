import { sql, type Kysely, type SqlBool } from 'kysely'
import type { MonthNet } from '#domain/income.ts'
import type { Minor } from '#domain/money.ts'
import { monthOf, type Day, type Month } from '#domain/month.ts'
import type { LongPayment } from '#domain/renewal.ts'
import type { PatronPayment } from '#domain/standing-gifts.ts'
import type { EntryRow } from './entry-row.ts'
import type { Schema } from './schema.ts'
import { netsOf, SPREAD_COLUMNS, type SpreadRow } from './smoothed-row.ts'

/** What is asked of the ledger for the months ahead: part of `Storage`. */
export interface RenewalReads {
  /** Counted payments that cover more than one month, on or after a day and in order of it, with what is tied to them. */
  longPayments(book: string, since: Day): Promise<NamedLongPayment[]>
  /**
   * What lines paid on or after a day, and before another, that cover more than one month bring in each of those months, with what
   * is tied to them, whenever that came: net in the home currency by stream, cent for cent as in the smoothed roll-ups.
   */
  longParts(book: string, days: { since: Day; before: Day }): Promise<MonthNet[]>
  /**
   * What named payers brought by month and stream, on or after a day: net in the home currency, without payments that cover more
   * than one month.
   */
  payerMonths(book: string, since: Day): Promise<PayerMonth[]>
}

/** A long payment with the name shown. */
export interface NamedLongPayment extends LongPayment {
  name: string | null
  /** Whether it stands on a day; one of which only the month is told does not. */
  dated: boolean
}

/** What one payer brought of one stream in one month. */
export interface PayerMonth {
  patron: PatronPayment['patron']
  /** The name last shown in the month. */
  name: string
  stream: number
  month: Month
  net: Minor
}

/** Reads them out of the entries. */
export function renewalReads(db: Kysely<Schema>): RenewalReads {
  return {
    longPayments: (book, since) => longPayments(db, book, since),
    longParts: (book, days) => longParts(db, book, days),
    payerMonths: (book, since) => payerMonths(db, book, since),
  }
}

async function longPayments(db: Kysely<Schema>, book: string, since: Day): Promise<NamedLongPayment[]> {
  const rows = await longLines(db, book, since)
    .select(['entry.stream as keptIn', 'entry.key', 'entry.counts_in as stream', 'entry.day', 'entry.months'])
    .select([
      sql<number>`length(entry.at) > 7`.as('dated'),
      sql<string | null>`coalesce(nullif(entry.patron, ''), nullif(entry.name, ''))`.as('patron'),
      sql<string | null>`coalesce(nullif(entry.name, ''), nullif(entry.patron, ''))`.as('name'),
      sql<number>`entry.h_gross - entry.h_fees`.as('net'),
      sql<number>`entry.h_refunds`.as('back'),
    ])
    .orderBy('entry.day')
    .orderBy('entry.stream')
    .orderBy('entry.key')
    .execute()
  const tied = await tiedSums(db, book, since)
  return rows.map(({ keptIn, key, dated, net, back, ...payment }) => {
    const sums = tied.get(`${keptIn} ${key}`)
    return { ...payment, dated: Boolean(dated), net: net - (sums?.fees ?? 0), back: back + (sums?.refunds ?? 0) }
  })
}

/** The words `months > 1` are written out, so that the index of these few lines is used. */
function longLines(db: Kysely<Schema>, book: string, since: Day) {
  return db
    .selectFrom('entry')
    .where('entry.book', '=', book)
    .where('entry.day', '>=', since)
    .where(sql<SqlBool>`entry.months > 1`)
    .where('entry.kind', '=', 'payment')
    .where('entry.uncounted', 'is', null)
    .where('entry.h_gross', 'is not', null)
}

/** Fees and refunds of long payments that are lines of their own, by the stream and key of the payment. */
async function tiedSums(db: Kysely<Schema>, book: string, since: Day): Promise<Map<string, { fees: Minor; refunds: Minor }>> {
  const rows = await longLines(db, book, since)
    .innerJoin('entry as tied', (join) =>
      join
        .onRef('tied.book', '=', 'entry.book')
        .onRef('tied.stream', '=', 'entry.stream')
        .onRef('tied.tie', '=', 'entry.key')
        .on('tied.uncounted', 'is', null),
    )
    .select(['entry.stream', 'entry.key', 'tied.h_fees as fees', 'tied.h_refunds as refunds'])
    .execute()
  const sums = new Map<string, { fees: Minor; refunds: Minor }>()
  for (const { stream, key, fees, refunds } of rows) {
    const sum = sums.get(`${stream} ${key}`) ?? { fees: 0, refunds: 0 }
    sums.set(`${stream} ${key}`, { fees: sum.fees + (fees ?? 0), refunds: sum.refunds + (refunds ?? 0) })
  }
  return sums
}

async function longParts(db: Kysely<Schema>, book: string, days: { since: Day; before: Day }): Promise<MonthNet[]> {
  const long = db
    .selectFrom('entry')
    .where('entry.book', '=', book)
    .where('entry.day', '>=', days.since)
    .where('entry.day', '<', days.before)
    .where(sql<SqlBool>`entry.months > 1`)
  const own = await long
    .select(['entry.counts_in', 'entry.day', 'entry.spread', ...SPREAD_COLUMNS])
    .where('entry.uncounted', 'is', null)
    .where('entry.h_gross', 'is not', null)
    .execute()
  const tied = await long
    .innerJoin('entry as tied', (join) =>
      join.onRef('tied.book', '=', 'entry.book').onRef('tied.stream', '=', 'entry.stream').onRef('tied.tie', '=', 'entry.key'),
    )
    .selectAll('tied')
    .where('tied.uncounted', 'is', null)
    .where('tied.h_gross', 'is not', null)
    .where('tied.spread', 'is not', null)
    .execute()
  return summed([...own.map((row) => ({ ...row, month: monthOf(row.day) })), ...tied])
}

/** The parts of lines by stream and month. */
function summed(rows: readonly (SpreadRow & Pick<EntryRow, 'counts_in'>)[]): MonthNet[] {
  const streams = new Map<number, Map<Month, MonthNet>>()
  for (const row of rows) {
    let months = streams.get(row.counts_in)
    if (!months) streams.set(row.counts_in, (months = new Map()))
    for (const { month, net } of netsOf(row)) {
      const sum = months.get(month)
      if (sum) sum.net += net
      else months.set(month, { stream: row.counts_in, month, net })
    }
  }
  return [...streams.values()].flatMap((months) => [...months.values()])
}

async function payerMonths(db: Kysely<Schema>, book: string, since: Day): Promise<PayerMonth[]> {
  const payer = sql<string>`coalesce(nullif(entry.patron, ''), nullif(paid.patron, ''), nullif(entry.name, ''), nullif(paid.name, ''))`
  const shown = sql<string>`max(coalesce(nullif(entry.name, ''), nullif(paid.name, ''), nullif(entry.patron, ''), paid.patron))`
  const rows = await db
    .selectFrom('entry')
    .leftJoin('entry as paid', (join) =>
      join.onRef('paid.book', '=', 'entry.book').onRef('paid.stream', '=', 'entry.stream').onRef('paid.key', '=', 'entry.tie'),
    )
    .select([payer.as('patron'), shown.as('name'), 'entry.counts_in as stream', 'entry.month'])
    .select(sql<number>`sum(entry.h_gross - entry.h_fees - entry.h_refunds)`.as('net'))
    .where('entry.book', '=', book)
    .where('entry.day', '>=', since)
    .where('entry.uncounted', 'is', null)
    .where('entry.h_gross', 'is not', null)
    .where(sql<SqlBool>`coalesce(paid.months, entry.months) = 1`)
    .where(sql<SqlBool>`${payer} is not null`)
    .groupBy([payer, 'entry.counts_in', 'entry.month'])
    .orderBy('entry.month')
    .execute()
  return rows.map((row) => ({ ...row, net: Number(row.net) }))
}
