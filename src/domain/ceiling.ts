import { quantile } from './forecast.ts'
import { bringing, perHour, RATE_MONTHS, type MonthWork } from './hourly-rate.ts'
import { median } from './income.ts'
import type { Minor } from './money.ts'

/** No more work of a venture is thought to be there than in all but the busiest tenth of its months (FEATURES N12). */
const DEMAND = 0.9
/** Fewer months tell no rate. */
const LEAST_MONTHS = 3

/** What one venture is paid for hours, month by month, oldest first; null for a month of which the time is not known. */
export interface BoundWork {
  venture: number
  months: readonly (MonthWork | null)[]
  /** The same money in all months, whether their time is known or not. */
  net: readonly Minor[]
}

/** What hours of one venture bring when as many go to it as there is work for, or as are left. */
export interface Filled {
  venture: number
  rate: Minor
  /** Minutes a month that there is work for. */
  demand: number
  minutes: number
  net: Minor
}

export interface Ceiling {
  /** A usual month of what takes no hours. */
  free: Minor
  /** The best paid first. */
  filled: Filled[]
  /** Ventures that are paid for hours of which too few are known: a usual month of each, taken as it is. */
  unrated: { venture: number; net: Minor }[]
  /** Sustainable minutes for which there is no work. */
  spare: number
  total: Minor
}

/**
 * The most that a usual month can bring with so many minutes of paid work: what takes no hours, and those minutes given to the best
 * paid work first, each venture up to the work that there is (FEATURES N12). `free` holds for each stream its months without the part
 * that takes hours; of each the median counts.
 */
export function ceiling(free: readonly (readonly Minor[])[], work: readonly BoundWork[], sustainable: number): Ceiling {
  const freeSum = free.reduce((sum, months) => sum + (median(months) ?? 0), 0)
  const rated = work.flatMap((one) => {
    const rate = rateOf(one)
    return rate === null || rate <= 0 ? [] : [{ venture: one.venture, rate, demand: demandOf(one) }]
  })
  let left = sustainable
  const filled = rated
    .toSorted((a, b) => b.rate - a.rate || a.venture - b.venture)
    .map((one): Filled => {
      const minutes = Math.min(left, one.demand)
      left -= minutes
      return { ...one, minutes, net: bringing(one.rate, minutes) }
    })
  const unrated = work
    .filter((one) => rateOf(one) === null)
    .map(({ venture, net }) => ({ venture, net: Math.max(0, median(net) ?? 0) }))
    .filter(({ net }) => net > 0)
  const total = [...filled, ...unrated].reduce((sum, { net }) => sum + net, freeSum)
  return { free: freeSum, filled, unrated, spare: left, total }
}

function worked({ months }: BoundWork): MonthWork[] {
  return months.filter((month) => month !== null).filter(({ minutes }) => minutes > 0)
}

/** The median of what an hour brought in the last six months of work; null of too few. */
function rateOf(work: BoundWork): Minor | null {
  const months = worked(work).slice(-RATE_MONTHS)
  return months.length < LEAST_MONTHS ? null : median(months.map(({ net, minutes }) => perHour(net, minutes)))
}

function demandOf(work: BoundWork): number {
  return quantile(
    worked(work)
      .map(({ minutes }) => minutes)
      .toSorted((a, b) => a - b),
    DEMAND,
  )
}

/** METRICS 15: minutes of basic work that patronage pays for, patronage ÷ (enough ÷ sustainable minutes), rounded down; `enough` is above 0. */
export function fundedMinutes(patronage: Minor, enough: Minor, sustainable: number): number {
  return Number((BigInt(Math.max(0, patronage)) * BigInt(sustainable)) / BigInt(enough))
}
