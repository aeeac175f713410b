import { sql } from 'kysely'
import type { Spread } from '#domain/smooth.ts'
import { settleDoubles } from './double-settle.ts'
import { homeOf, type EntryRow } from './entry-row.ts'
import { settleEstimates } from './patron-estimates.ts'
import { batches, type Session } from './session.ts'
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

/**
 * PRODUCT rule 6 within one stream: a line of a report that yields is covered where a fuller report tells the same payment
 * reference; or, where that report carries no reference of its kind, by the days that the report spans.
 */
async function settleCoverage(session: Session, stream: number): Promise<void> {
  const { transaction, book } = session
  const yielding = await transaction
    .selectFrom('entry as y')
    .selectAll('y')
    .select((eb) =>
      eb
        .exists(
          eb
            .selectFrom('entry as p')
            .select('p.key')
            .whereRef('p.book', '=', 'y.book')
            .whereRef('p.stream', '=', 'y.stream')
            .whereRef('p.ref', '=', 'y.ref')
            .where('p.ref', 'is not', null)
            .where('p.yields', '=', 0),
        )
        .as('told'),
    )
    .where('y.book', '=', book)
    .where('y.stream', '=', stream)
    .where('y.yields', '=', 1)
    .execute()
  if (yielding.length === 0) return
  const reports = await coveringReports(session, stream)
  for (const { told, ...row } of yielding) {
    if (row.uncounted === 'deleted' || row.uncounted === 'transfer') continue
    const covered = Boolean(Number(told)) || reports.some((report) => spansLine(report, row))
    const uncounted = covered ? 'covered' : null
    if (uncounted === row.uncounted || (!covered && row.uncounted === 'double')) continue
    const changed: EntryRow = { ...row, uncounted, revision: session.placing.revision }
    session.rollups.count(row, -1)
    session.rollups.count(changed, 1)
    session.changed = true
    await transaction
      .updateTable('entry')
      .set({ uncounted, revision: changed.revision })
      .where('book', '=', book)
      .where('stream', '=', stream)
      .where('key', '=', row.key)
      .execute()
  }
}

interface Report {
  from: string
  to: string
  refs: string[]
}

function spansLine(report: Report, row: EntryRow): boolean {
  // The report's span and this day are both taken from the source's own clock, not from the book's zone.
  const day = row.at.slice(0, 10)
  if (day < report.from || day > report.to) return false
  return row.ref === null || !report.refs.some((prefix) => row.ref?.startsWith(prefix))
}

async function coveringReports(session: Session, stream: number): Promise<Report[]> {
  const rows = await session.transaction
    .selectFrom('import')
    .innerJoin('import_source', (join) =>
      join.onRef('import_source.book', '=', 'import.book').onRef('import_source.import', '=', 'import.id'),
    )
    .select(['span_from', 'span_to', 'covers'])
    .distinct()
    .where('import.book', '=', session.book)
    .where('import_source.stream', '=', stream)
    .where('covers', 'is not', null)
    .execute()
  return rows.flatMap(({ span_from, span_to, covers }) =>
    span_from !== null && span_to !== null && covers !== null
      ? [{ from: span_from, to: span_to, refs: JSON.parse(covers) as string[] }] // written as a list of texts
      : [],
  )
}

/**
 * Payments whose tied lines must be spread anew: they, or a line tied to them, changed at this revision, or they are gone.
 * A line paid in its payment's own and only month needs no spread: most fees, left out here because they are many.
 */
async function unsettledPayments(session: Session, stream: number): Promise<string[]> {
  const revision = session.placing.revision
  const rows = await session.transaction
    .selectFrom('entry as c')
    .leftJoin('entry as p', (join) => join.onRef('p.book', '=', 'c.book').onRef('p.stream', '=', 'c.stream').onRef('p.key', '=', 'c.tie'))
    .select('c.tie')
    .distinct()
    .where('c.book', '=', session.book)
    .where('c.stream', '=', stream)
    .where('c.tie', 'is not', null)
    .where(sql<boolean>`(c.revision = ${revision} or p.revision = ${revision} or (p.key is null and c.spread is not null))`)
    .where(sql<boolean>`(c.spread is not null or p.months <> 1 or c.months <> 1 or p.month <> c.month)`)
    .execute()
  return rows.flatMap(({ tie }) => (tie === null ? [] : [tie]))
}

async function settleTies(session: Session, stream: number): Promise<void> {
  const payments = await unsettledPayments(session, stream)
  for (const batch of batches(payments)) {
    const parents = await rowsWhere(session, { stream, column: 'key', values: batch })
    const children = await rowsWhere(session, { stream, column: 'tie', values: batch })
    const byKey = new Map(parents.map((row) => [row.key, row]))
    for (const family of families(children)) await spreadFamily(session, family, byKey.get(family[0]?.tie ?? ''))
  }
}

async function rowsWhere(
  session: Session,
  { stream, column, values }: { stream: number; column: 'key' | 'tie'; values: readonly string[] },
): Promise<EntryRow[]> {
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
