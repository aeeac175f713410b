import type { DayNet, MonthNet } from './income.ts'
import { divideHalfEven, type Minor } from './money.ts'
import { lastDay, monthOf, type Day, type Month } from './month.ts'
import { pace } from './pace.ts'
import { targetOf, type Target } from './target.ts'

/** One full month beside what was enough in it; all money net in minor units of the home currency. */
export interface EnoughMonth {
  month: Month
  /** What was paid in it. */
  cash: Minor
  /** What it holds once a yearly payment stands on each of its months. */
  smoothed: Minor
  /** What was enough, or null without a target. */
  enough: Minor | null
  /** Cash: the day since which enough was there; null where it was not, or where what made it enough has no day. */
  reachedOn: Day | null
}

interface Year {
  /** The months to tell of, oldest first, all of them over. */
  months: readonly Month[]
  /** Cash net by day over these months, whole-month lines left out. */
  days: readonly DayNet[]
  cash: readonly MonthNet[]
  smoothed: readonly MonthNet[]
  targets: readonly Target[]
}

/** On which day each month became enough (FEATURES N1). */
export function enoughMonths({ months, days, cash, smoothed, targets }: Year): EnoughMonth[] {
  const [paid, spread] = [sumsOf(cash), sumsOf(smoothed)]
  const own = Map.groupBy(days, ({ day }) => monthOf(day))
  return months.map((month) => {
    const enough = targetOf(targets, month)?.enough ?? null
    const { reachedOn } = pace({ days: own.get(month) ?? [], month, today: lastDay(month), since: null, enough })
    return { month, cash: paid.get(month) ?? 0, smoothed: spread.get(month) ?? 0, enough, reachedOn }
  })
}

function sumsOf(nets: readonly MonthNet[]): Map<Month, Minor> {
  const sums = new Map<Month, Minor>()
  for (const { month, net } of nets) sums.set(month, (sums.get(month) ?? 0) + net)
  return sums
}

/** How a year went without a streak that could break (FEATURES N17), smoothed. */
export interface EnoughCount {
  /** Months with a target that were enough, of all with one. */
  enough: number
  of: number
  /** What the others lacked together. */
  missing: Minor
  /** The least that three months in a row brought a month, to the cent, half to even; null under three months. */
  floor: Minor | null
}

const IN_A_ROW = 3

/** Counts months; a poor one takes nothing from the others. */
export function enoughCount(months: readonly EnoughMonth[]): EnoughCount {
  const held = months.flatMap(({ smoothed, enough }) => (enough === null ? [] : [smoothed - enough]))
  const rows = months.slice(IN_A_ROW - 1).map((_, i) => months.slice(i, i + IN_A_ROW).reduce((sum, { smoothed }) => sum + smoothed, 0))
  return {
    enough: held.filter((over) => over >= 0).length,
    of: held.length,
    missing: held.reduce((sum, over) => sum + Math.max(0, -over), 0),
    floor: rows.length === 0 ? null : Number(divideHalfEven(BigInt(Math.min(...rows)), BigInt(IN_A_ROW))),
  }
}
