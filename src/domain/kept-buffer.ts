import { divideHalfEven, type Minor } from './money.ts'
import type { Day } from './month.ts'

/** Money that is kept for poorer months, as its owner said on a day. */
export interface KeptBuffer {
  amount: Minor
  /** What is never to be spent of it. */
  least: Minor
  /** The day on which the amount was there. */
  day: Day
}

/**
 * For how many months what is kept makes up for what cannot be counted on: buffer ÷ (enough − dependable); null where what can be
 * counted on is enough by itself (METRICS 11).
 */
export function monthsOfEnough(buffer: Minor, { enough, dependable }: { enough: Minor; dependable: Minor }): number | null {
  return dependable >= enough ? null : buffer / (enough - dependable)
}

/** Marks that a buffer is held against: six weeks, three and six months of enough. */
export function bufferMarks(enough: Minor): { sixWeeks: Minor; threeMonths: Minor; sixMonths: Minor } {
  return { sixWeeks: Number(divideHalfEven(BigInt(enough) * 18n, 13n)), threeMonths: enough * 3, sixMonths: enough * 6 }
}

/** What days off take from the buffer: enough ÷ 21.75 for each (METRICS 11). */
export function costOfDays(days: number, enough: Minor): Minor {
  return Number(divideHalfEven(BigInt(enough) * BigInt(days) * 100n, 2_175n))
}
