import { dependable, type Dependable } from './dependable.ts'
import { dice } from './dice.ts'
import { chanceAhead, ofTen } from './chance.ts'
import { BAND_MONTHS, bandAhead, drawPaths, seedOfData, type Band } from './forecast.ts'
import type { StreamMonths } from './forecast-parts.ts'
import type { KnownItem } from './known-items.ts'
import type { Minor } from './money.ts'
import type { Month } from './month.ts'

/** With fewer full months nothing is said (METRICS 9, step 6). */
export const LEAST_MONTHS = 3

/** What is asked of a book at one time; a plain object, so that it can be sent elsewhere and is known by its text. */
export interface ForetellQuestion {
  /** Streams with their full months, all of the same length and beginning with `first`, the newest before the running month. */
  streams: StreamMonths[]
  first: Month
  /** What is known of the months ahead, and so is in no stream's `net`; 0 is the running month. */
  known?: KnownItem[]
  /** What is enough in the month after the running one; null without a target. */
  enough: Minor | null
  /** By how much the record of past promises widens or narrows the bands, in thousandths. */
  recalibration: number
  /** Months to look ahead, the running one included; at least 2. */
  horizon: number
}

/** What can be said of the months to come. */
export type Foretold =
  /** Nothing, of so few full months. */
  | { say: 'nothing'; months: number }
  /** Only what the poorest and the richest month brought. */
  | { say: 'range'; months: number; low: Minor; high: Minor }
  | {
      say: 'band'
      months: number
      /** What can be counted on in the month after the running one. */
      next: Dependable
      /** In how many of 10 draws that month is enough; null without a target. */
      ofTen: number | null
      /** Bands of the months ahead, the running one first. */
      ahead: Band[]
    }

/** The running month is drawn too, as if nothing of it were known: the one after it is what is asked for. */
export const NEXT = 1

/** Says what can be said of the months to come. The same data have the same draws, whatever is enough. */
export function foretell(question: ForetellQuestion): Foretold {
  const { streams, enough, horizon } = question
  const months = streams[0]?.net.length ?? 0
  if (months < LEAST_MONTHS) return { say: 'nothing', months }
  const paths = months < BAND_MONTHS ? null : drawPaths({ ...question, told: NEXT }, dice(seedOfData(question)))
  if (!paths) {
    const totals = Array.from({ length: months }, (_, i) => streams.reduce((sum, { net }) => sum + (net[i] ?? 0), 0))
    return { say: 'range', months, low: Math.min(...totals), high: Math.max(...totals) }
  }
  return {
    say: 'band',
    months,
    next: dependable(paths),
    ofTen: enough === null ? null : ofTen(chanceAhead(paths, NEXT, enough)),
    ahead: Array.from({ length: horizon }, (_, ahead) => bandAhead(paths, ahead)),
  }
}
