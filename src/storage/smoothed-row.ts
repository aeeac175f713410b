import type { Month } from '#domain/month.ts'
import { smoothed, smoothedIn, type SmoothPart, type Spread } from '#domain/smooth.ts'
import { homeOf, nativeOf, type EntryRow } from './entry-row.ts'

/** What of a row tells how it is spread. */
export type SpreadRow = Pick<EntryRow, 'month' | 'months' | 'spread'> & Parameters<typeof nativeOf>[0] & Parameters<typeof homeOf>[0]

/** A line's part of each of its months, by the very function that their roll-ups are made by. */
export function partsOf(row: SpreadRow): SmoothPart[] {
  return smoothed(lineOf(row), spreadOf(row))
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
