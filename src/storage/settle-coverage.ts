import { sql, type ExpressionBuilder } from 'kysely'
import type { EntryRow } from './entry-row.ts'
import { batches, type Session } from './session.ts'
import type { Schema } from './schema.ts'

/** How many lines are looked at at once, so that a stream of any size takes the memory of a small one. */
const PAGE = 1000

/**
 * PRODUCT rule 6 within one stream: a line of a report that yields is covered where a report of higher standing tells the same
 * payment reference; or, where that report carries no reference of its kind, by the days that the report spans. Only lines of which this
 * changes are read whole.
 */
export async function settleCoverage(session: Session, stream: number): Promise<void> {
  const reports = await coveringReports(session, stream)
  for (let after: string | undefined = ''; after !== undefined;) {
    const page = await yieldingLines(session, { stream, after, isSpanned: reports.length > 0 })
    const isCovered = (line: YieldingLine) => Boolean(Number(line.told)) || reports.some((report) => spansLine(report, line))
    const changing = page.filter((line) => isCovered(line) !== (line.uncounted === 'covered'))
    await setUncounted(session, { stream, lines: changing.filter(isCovered), uncounted: 'covered' })
    await setUncounted(session, { stream, lines: changing.filter((line) => !isCovered(line)), uncounted: null })
    after = page.length < PAGE ? undefined : page.at(-1)?.key
  }
}

interface YieldingLine extends Pick<EntryRow, 'key' | 'at' | 'ref' | 'uncounted'> {
  /** Whether a report of higher standing tells its reference. */
  told: unknown
}

interface YieldingQuestion {
  stream: number
  after: string
  /** Whether a report may cover lines by its days: then more than references decides. */
  isSpanned: boolean
}

/** Lines that yield and may be covered or no longer be, by key; where references alone decide, only those that change. */
async function yieldingLines(session: Session, { stream, after, isSpanned }: YieldingQuestion): Promise<YieldingLine[]> {
  return session.transaction
    .selectFrom('entry as y')
    .select(['y.key', 'y.at', 'y.ref', 'y.uncounted'])
    .select((eb) => isTold(eb).as('told'))
    .where('y.book', '=', session.book)
    .where('y.stream', '=', stream)
    .where(sql<boolean>`y.yields > 0`) // in the words of the index
    .where('y.key', '>', after)
    .where((eb) => {
      const [counts, covered] = [
        eb.or([eb('y.uncounted', 'is', null), eb('y.uncounted', '=', 'double')]),
        eb('y.uncounted', '=', 'covered'),
      ]
      if (isSpanned) return eb.or([counts, covered])
      return eb.or([eb.and([counts, isTold(eb)]), eb.and([covered, eb.not(isTold(eb))])])
    })
    .orderBy('y.key')
    .limit(PAGE)
    .execute()
}

function isTold(eb: ExpressionBuilder<Schema & { y: Schema['entry'] }, 'y'>) {
  return eb.exists(
    eb
      .selectFrom('entry as p')
      .select('p.key')
      .whereRef('p.book', '=', 'y.book')
      .whereRef('p.stream', '=', 'y.stream')
      .whereRef('p.ref', '=', 'y.ref')
      .where('p.ref', 'is not', null)
      .whereRef('p.yields', '<', 'y.yields'),
  )
}

interface Uncounting {
  stream: number
  lines: readonly Pick<EntryRow, 'key'>[]
  uncounted: 'covered' | null
}

async function setUncounted(session: Session, { stream, lines, uncounted }: Uncounting): Promise<void> {
  const { transaction, book, placing, rollups } = session
  for (const batch of batches(lines)) {
    const keys = batch.map(({ key }) => key)
    const rows = await transaction
      .selectFrom('entry')
      .selectAll()
      .where('book', '=', book)
      .where('stream', '=', stream)
      .where('key', 'in', keys)
      .execute()
    for (const row of rows) {
      rollups.count(row, -1)
      rollups.count({ ...row, uncounted }, 1)
    }
    await transaction
      .updateTable('entry')
      .set({ uncounted, revision: placing.revision })
      .where('book', '=', book)
      .where('stream', '=', stream)
      .where('key', 'in', keys)
      .execute()
    session.changed = true
  }
}

interface Report {
  from: string
  to: string
  refs: string[]
}

function spansLine(report: Report, line: Pick<EntryRow, 'at' | 'ref'>): boolean {
  // The report's span and this day are both taken from the source's own clock, not from the book's zone.
  const day = line.at.slice(0, 10)
  if (day < report.from || day > report.to) return false
  return line.ref === null || !report.refs.some((prefix) => line.ref?.startsWith(prefix))
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
