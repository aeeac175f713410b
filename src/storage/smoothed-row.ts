import { net, split, type Minor } from '#domain/money.ts'
import { addMonths, type Month } from '#domain/month.ts'
import { smoothed, smoothedIn, type SmoothPart, type Spread } from '#domain/smooth.ts'
import { homeOf, nativeOf, type EntryRow } from './entry-row.ts'

/** What of a row tells how it is spread. */
export type SpreadRow = Pick<EntryRow, 'month' | 'months' | 'spread'> & Parameters<typeof nativeOf>[0] & Parameters<typeof homeOf>[0]

/** The columns of those that an index of long lines holds, beside its day. */
export const SPREAD_COLUMNS = [
  'entry.months',
  'entry.gross',
  'entry.fees',
  'entry.refunds',
  'entry.tax',
  'entry.h_gross',
  'entry.h_fees',
  'entry.h_refunds',
  'entry.h_tax',
] as const

/** A line's part of each of its months, by the very function that their roll-ups are made by. */
export function partsOf(row: SpreadRow): SmoothPart[] {
  return smoothed(lineOf(row), spreadOf(row))
}

/** The same net in the home currency: of a line that is tied to none, without working out the rest. Nothing where it has no rate. */
export function netsOf(row: SpreadRow): { month: Month; net: Minor }[] {
  const home = homeOf(row)
  if (!home) return []
  if (row.spread !== null) return partsOf(row).map((part) => ({ month: part.month, net: part.home ? net(part.home) : 0 }))
  const [gross, fees, refunds] = [split(home.gross, row.months), split(home.fees, row.months), split(home.refunds, row.months)]
  return gross.map((part, i) => ({ month: addMonths(row.month, i), net: part - (fees[i] ?? 0) - (refunds[i] ?? 0) }))
}

/** A line's part of one month, by the same. */
export function partIn(row: SpreadRow, month: Month): SmoothPart | undefined {
  return smoothedIn(lineOf(row), spreadOf(row), month)
}

function lineOf(row: SpreadRow) {
  return { month: row.month, months: row.months, native: nativeOf(row), home: homeOf(row) }
}

function spreadOf({ spread }: SpreadRow): Spread | null {
  return spread === null ? null : (JSON.parse(spread) as Spread) // only ever written from a Spread
}
