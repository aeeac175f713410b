import { sql } from 'kysely'
import type { Spread } from '#domain/smooth.ts'
import { settleDoubles } from './double-settle.ts'
import { homeOf, type EntryRow } from './entry-row.ts'
import { settleEstimates } from './patron-estimates.ts'
import { BATCH, type Session } from './session.ts'
import { settleCoverage } from './settle-coverage.ts'
import { settleRoutes } from './settle-routes.ts'

/**
 * Settles what hangs together in the streams that were touched: which lines a fuller report covers, which are second sights of
 * others, over which months a tied fee or refund is spread, what lists of patrons let one estimate. Then the roll-ups are written.
 * Running it twice changes nothing more.
 */
export async function settle(session: Session): Promise<void> {
  for (const stream of session.unsettled) await settleCoverage(session, stream)
  // A double changes lines of other streams too: those are unsettled from then on.
  await settleDoubles(session)
  for (const stream of session.unsettled) await settleRoutes(session, stream)
  for (const stream of session.unsettled) await settleTies(session, stream)
  await settleEstimates(session)
  session.unsettled.clear()
  await session.rollups.flush(session.driver, session.transaction, session.book)
}

/** Spreads tied lines anew, the payments some at a time: there may be as many as there are lines. */
async function settleTies(session: Session, stream: number): Promise<void> {
  for (let after: string | undefined = ''; after !== undefined;) {
    const payments = await unsettledPayments(session, stream, after)
    const parents = await rowsWhere(session, { stream, column: 'key', values: payments })
    const children = await rowsWhere(session, { stream, column: 'tie', values: payments })
    const byKey = new Map(parents.map((row) => [row.key, row]))
    for (const family of families(children)) await spreadFamily(session, family, byKey.get(family[0]?.tie ?? ''))
    after = payments.length < BATCH ? undefined : payments.at(-1)
  }
}

/**
 * The next payments, by key, whose tied lines must be spread anew: they, or a line tied to them, changed at this revision, or they
 * are gone. A line paid in its payment's own and only month needs no spread: most fees, left out here because they are many.
 */
async function unsettledPayments(session: Session, stream: number, after: string): Promise<string[]> {
  const revision = session.placing.revision
  const rows = await session.transaction
    .selectFrom('entry as c')
    .leftJoin('entry as p', (join) => join.onRef('p.book', '=', 'c.book').onRef('p.stream', '=', 'c.stream').onRef('p.key', '=', 'c.tie'))
    .select('c.tie')
    .distinct()
    .where('c.book', '=', session.book)
    .where('c.stream', '=', stream)
    .where('c.tie', '>', after)
    .where(sql<boolean>`(c.revision = ${revision} or p.revision = ${revision} or (p.key is null and c.spread is not null))`)
    .where(sql<boolean>`(c.spread is not null or p.months <> 1 or c.months <> 1 or p.month <> c.month)`)
    .orderBy('c.tie')
    .limit(BATCH)
    .execute()
  return rows.flatMap(({ tie }) => (tie === null ? [] : [tie]))
}

async function rowsWhere(
  session: Session,
  { stream, column, values }: { stream: number; column: 'key' | 'tie'; values: readonly string[] },
): Promise<EntryRow[]> {
  if (values.length === 0) return []
  return session.transaction
    .selectFrom('entry')
    .selectAll()
    .where('book', '=', session.book)
    .where('stream', '=', stream)
    .where(column, 'in', values)
    .orderBy('day')
    .orderBy('key')
    .execute()
}

function families(children: readonly EntryRow[]): EntryRow[][] {
  return [...Map.groupBy(children, (row) => row.tie).values()]
}

/** Spreads the lines tied to one payment, in the order of their days: each refund takes back what earlier ones left. */
async function spreadFamily(session: Session, family: readonly EntryRow[], payment: EntryRow | undefined): Promise<void> {
  const taken = { native: 0, home: 0 }
  for (const row of family) {
    const spread = payment ? spreadOf(row, payment, taken) : null
    if (row.uncounted === null) {
      taken.native += row.refunds
      taken.home += row.h_refunds ?? 0
    }
    const text = spread ? JSON.stringify(spread) : null
    if (text === row.spread) continue
    session.rollups.countSmoothed(row, -1)
    session.rollups.countSmoothed({ ...row, spread: text }, 1)
    session.changed = true
    await session.transaction
      .updateTable('entry')
      .set({ spread: text })
      .where('book', '=', session.book)
      .where('stream', '=', row.stream)
      .where('key', '=', row.key)
      .execute()
  }
}

function spreadOf(row: EntryRow, payment: EntryRow, taken: { native: number; home: number }): Spread | null {
  if (payment.month === row.month && payment.months === 1 && row.months === 1) return null
  const spread: Spread = { from: payment.month, months: payment.months }
  if (row.refunds === 0) return spread
  const paid = homeOf(payment)
  return {
    ...spread,
    back: {
      native: { of: payment.gross, taken: taken.native },
      home: paid && row.h_refunds !== null ? { of: paid.gross, taken: taken.home } : null,
    },
  }
}
