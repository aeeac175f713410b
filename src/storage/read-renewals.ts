import { sql, type Kysely, type SqlBool } from 'kysely'
import type { PatronPayment } from '#domain/standing-gifts.ts'
import type { Day, Month } from '#domain/month.ts'
import type { Minor } from '#domain/money.ts'
import type { LongPayment } from '#domain/renewal.ts'
import type { Schema } from './schema.ts'

/** What is asked of the ledger for the months ahead: part of `Storage`. */
export interface RenewalReads {
  /** Counted payments that cover more than one month, on or after a day and in order of it, with what is tied to them. */
  longPayments(book: string, since: Day): Promise<NamedLongPayment[]>
  /**
   * What named payers brought by month and stream, on or after a day: net in the home currency, without payments that cover more
   * than one month.
   */
  payerMonths(book: string, since: Day): Promise<PayerMonth[]>
}

/** A long payment with the name shown. */
export interface NamedLongPayment extends LongPayment {
  name: string | null
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
  return rows.map((row) => ({ ...row, net: Number(row.net), back: Number(row.back) }))
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
