import { sql, type Kysely, type SqlBool } from 'kysely'
import type { MonthNet } from '#domain/income.ts'
import { net as netOf, type Minor } from '#domain/money.ts'
import type { Day, Month } from '#domain/month.ts'
import type { LongPayment } from '#domain/renewal.ts'
import type { PatronPayment } from '#domain/standing-gifts.ts'
import type { EntryRow } from './entry-row.ts'
import type { Schema } from './schema.ts'
import { partsOf } from './smoothed-row.ts'

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

/** The words `months > 1` are written out, so that the index of these few lines is used. */
async function longPayments(db: Kysely<Schema>, book: string, since: Day): Promise<NamedLongPayment[]> {
  const rows = await db
    .selectFrom('entry')
    .leftJoin('entry as tied', (join) =>
      join
        .onRef('tied.book', '=', 'entry.book')
        .onRef('tied.stream', '=', 'entry.stream')
        .onRef('tied.tie', '=', 'entry.key')
        .on('tied.uncounted', 'is', null),
    )
    .select(['entry.counts_in as stream', 'entry.day', 'entry.months'])
    .select([
      sql<number>`length(entry.at) > 7`.as('dated'),
      sql<string | null>`coalesce(nullif(entry.patron, ''), nullif(entry.name, ''))`.as('patron'),
      sql<string | null>`coalesce(nullif(entry.name, ''), nullif(entry.patron, ''))`.as('name'),
      sql<number>`entry.h_gross - entry.h_fees - coalesce(sum(tied.h_fees), 0)`.as('net'),
      sql<number>`entry.h_refunds + coalesce(sum(tied.h_refunds), 0)`.as('back'),
    ])
    .where('entry.book', '=', book)
    .where('entry.day', '>=', since)
    .where(sql<SqlBool>`entry.months > 1`)
    .where('entry.kind', '=', 'payment')
    .where('entry.uncounted', 'is', null)
    .where('entry.h_gross', 'is not', null)
    .groupBy(['entry.stream', 'entry.key'])
    .orderBy('entry.day')
    .orderBy('entry.stream')
    .orderBy('entry.key')
    .execute()
  return rows.map((row) => ({ ...row, dated: Boolean(row.dated), net: Number(row.net), back: Number(row.back) }))
}

async function longParts(db: Kysely<Schema>, book: string, days: { since: Day; before: Day }): Promise<MonthNet[]> {
  const long = db
    .selectFrom('entry')
    .where('entry.book', '=', book)
    .where('entry.day', '>=', days.since)
    .where('entry.day', '<', days.before)
    .where(sql<SqlBool>`entry.months > 1`)
  const own = await long.selectAll('entry').where('entry.uncounted', 'is', null).where('entry.h_gross', 'is not', null).execute()
  const tied = await long
    .innerJoin('entry as tied', (join) =>
      join.onRef('tied.book', '=', 'entry.book').onRef('tied.stream', '=', 'entry.stream').onRef('tied.tie', '=', 'entry.key'),
    )
    .selectAll('tied')
    .where('tied.uncounted', 'is', null)
    .where('tied.h_gross', 'is not', null)
    .where('tied.spread', 'is not', null)
    .execute()
  return summed([...own, ...tied])
}

/** The parts of lines by stream and month. */
function summed(rows: readonly EntryRow[]): MonthNet[] {
  const sums = new Map<string, MonthNet>()
  for (const row of rows) {
    for (const { month, home } of partsOf(row)) {
      const key = `${row.counts_in} ${month}`
      const sum = sums.get(key) ?? { stream: row.counts_in, month, net: 0 }
      sums.set(key, { ...sum, net: sum.net + (home ? netOf(home) : 0) })
    }
  }
  return [...sums.values()]
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
