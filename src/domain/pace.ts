import { median, type DayNet } from './income.ts'
import type { Minor } from './money.ts'
import { addMonths, dayOfMonth, daysInMonth, monthOf, monthRange, type Day, type Month } from './month.ts'

/** Full months that a pace is taken from, at most. */
const BASIS = 12
/** With fewer full months nothing is said of what is usual. */
const ENOUGH_MONTHS = 6

/** All money in minor units of the home currency, of one lens and without whole-month lines. */
export interface PaceQuestion {
  /** Net by day, in any order: the month's own days and those of the 12 months before it. */
  days: readonly DayNet[]
  month: Month
  /** The book's day now; in a month that is over, its last day stands for it. */
  today: Day
  /** First month with any income: months before it are not empty but unknown. Null for an empty book. */
  since: Month | null
  /** What the month needs, or null without a target. */
  enough: Minor | null
}

export interface Pace {
  /** Cumulative net at the end of each day from the first, up to today or the month's end; empty for a month to come. */
  soFar: Minor[]
  /** Median cumulative net at the end of each day of the month, over the last 12 full months before it; null under six. */
  usual: Minor[] | null
  /** The day since which enough has been there: from it on the cumulative net never fell below. */
  reachedOn: Day | null
  /** The day on which enough is usually reached from here (METRICS 20); null once it is reached, past the month's end, or under six. */
  reachDay: Day | null
  /** What usually comes after today up to the end of each day from today on, as medians; empty where no reach day is looked for. */
  more: Minor[]
  /** Full months it is taken from, 0 to 12. */
  basis: number
}

/** Cumulative net by day of a month: of d, the sum of its first d days; a day past its end is its last. */
export type Curve = (day: number) => Minor

/** The curve of each month of some days; a month without any stays at 0. */
export function curves(days: readonly DayNet[]): (month: Month) => Curve {
  const months = new Map<Month, Minor[]>()
  for (const { day, net } of days) {
    const month = monthOf(day)
    const sums = months.get(month) ?? Array.from({ length: daysInMonth(month) + 1 }, () => 0)
    const at = Number(day.slice(8, 10))
    sums[at] = (sums[at] ?? 0) + net
    months.set(month, sums)
  }
  for (const sums of months.values()) for (let d = 1; d < sums.length; d += 1) sums[d] = (sums[d] ?? 0) + (sums[d - 1] ?? 0)
  return (month) => {
    const sums = months.get(month)
    return (day) => sums?.[Math.min(day, sums.length - 1)] ?? 0
  }
}

function firstStaying(soFar: readonly Minor[], enough: Minor): number | undefined {
  const below = soFar.findLastIndex((sum) => sum < enough)
  return below + 1 < soFar.length ? below + 1 : undefined
}

/** Days of the month that have begun by today: all of a month that is over, none of one to come. */
function daysBegun(month: Month, today: Day): number {
  if (monthOf(today) < month) return 0
  return monthOf(today) > month ? daysInMonth(month) : Number(today.slice(8, 10))
}

/** The full months that a month is held against: at most 12, none of them before there was any income. */
export function fullMonths(month: Month, since: Month | null): Month[] {
  if (since === null) return []
  const first = addMonths(month, -BASIS)
  return monthRange(since > first ? since : first, addMonths(month, -1))
}

/**
 * How a month fills up, against what is usual (METRICS 20). The reach day is the first day d from today on with
 * so far + median over the last 12 full months of (cum(d) − cum(today)) ≥ enough, days counted from the month's start, a shorter
 * month's last day standing for later ones. The median of an even count is the mean of the middle two, rounded half to even.
 */
export function pace(question: PaceQuestion): Pace {
  const { month, today, enough } = question
  const curveOf = curves(question.days)
  const length = daysInMonth(month)
  const begun = daysBegun(month, today)
  const own = curveOf(month)
  const soFar = Array.from({ length: begun }, (_, i) => own(i + 1))
  const before = fullMonths(month, question.since).map(curveOf)
  const told = before.length >= ENOUGH_MONTHS
  const usual = told ? Array.from({ length }, (_, i) => median(before.map((curve) => curve(i + 1))) ?? 0) : null
  const result: Pace = { soFar, usual, reachedOn: null, reachDay: null, more: [], basis: before.length }
  if (enough === null || begun === 0) return result
  const reached = firstStaying(soFar, enough)
  if (reached !== undefined) return { ...result, reachedOn: dayOfMonth(month, reached + 1) }
  if (!told || monthOf(today) !== month) return result
  const days = Array.from({ length: length - begun + 1 }, (_, i) => begun + i)
  const more = days.map((day) => median(before.map((curve) => curve(day) - curve(begun))) ?? 0)
  const reach = days[more.findIndex((sum) => own(begun) + sum >= enough)]
  return { ...result, more, reachDay: reach === undefined ? null : dayOfMonth(month, reach) }
}
