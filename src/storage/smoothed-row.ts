import { smoothed, type SmoothPart, type Spread } from '#domain/smooth.ts'
import { homeOf, nativeOf, type EntryRow } from './entry-row.ts'

/** A line's part of each of its months, by the very function that their roll-ups are made by. */
export function partsOf(row: EntryRow): SmoothPart[] {
  const spread = row.spread === null ? null : (JSON.parse(row.spread) as Spread) // only ever written from a Spread
  return smoothed({ month: row.month, months: row.months, native: nativeOf(row), home: homeOf(row) }, spread)
}
