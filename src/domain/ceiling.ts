import { quantile } from './forecast.ts'
import { bringing, perHour, RATE_MONTHS, type MonthWork } from './hourly-rate.ts'
import { median } from './income.ts'
import type { Minor } from './money.ts'

/** No more work of a stream is thought to be there than in all but the busiest tenth of its months (FEATURES N12). */
const DEMAND = 0.9
/** Fewer months tell no rate. */
const LEAST_MONTHS = 3

/** What one stream is paid for hours, month by month, oldest first; null for a month of which the time is not known. */
export interface BoundWork {
  stream: number
  venture: number
  months: readonly (MonthWork | null)[]
  /** The same money in all months, whether their time is known or not. */
  net: readonly Minor[]
}

/** What hours of one stream bring when as many go to it as there is work for, or as are left. */
export interface Filled {
  stream: number
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
  /** The best paid first; one whose usual hour brings nothing is given none. */
  filled: Filled[]
  /** Streams that are paid for hours of which too few are known: a usual month of each, taken as it is. */
  unrated: { stream: number; venture: number; net: Minor }[]
  /** Sustainable minutes for which there is no work. */
  spare: number
  total: Minor
}

/**
 * The most that a usual month can bring with so many minutes of paid work: what takes no hours, and those minutes given to the best
 * paid work first, each stream up to the work that there is, and the streams of a venture together up to the work that the venture
 * has (FEATURES N12). `free` holds for each stream its months without the part that takes hours; of each the median counts. Since
 * the limits lie within each other, giving to the best paid first brings the most.
 */
export function ceiling(free: readonly (readonly Minor[])[], work: readonly BoundWork[], sustainable: number): Ceiling {
  const freeSum = free.reduce((sum, months) => sum + (median(months) ?? 0), 0)
  const room = new Map([...Map.groupBy(work, ({ venture }) => venture)].map(([venture, own]) => [venture, demandOf(together(own))]))
  let left = sustainable
  const filled = work
    .flatMap((one) => {
      const rate = rateOf(one)
      return rate === null ? [] : [{ stream: one.stream, venture: one.venture, rate, demand: demandOf(minutesOf(one)) }]
    })
    .toSorted((a, b) => b.rate - a.rate || a.stream - b.stream)
    .map((one): Filled => {
      const open = room.get(one.venture) ?? 0
      const minutes = one.rate > 0 ? Math.min(left, one.demand, open) : 0
      left -= minutes
      room.set(one.venture, open - minutes)
      return { ...one, minutes, net: bringing(one.rate, minutes) }
    })
  const unrated = work
    .filter((one) => rateOf(one) === null)
    .map(({ stream, venture, net }) => ({ stream, venture, net: Math.max(0, median(net) ?? 0) }))
    .filter(({ net }) => net > 0)
  const total = [...filled, ...unrated].reduce((sum, { net }) => sum + net, freeSum)
  return { free: freeSum, filled, unrated, spare: left, total }
}

function worked({ months }: BoundWork): MonthWork[] {
  return months.filter((month) => month !== null).filter(({ minutes }) => minutes > 0)
}

function minutesOf(work: BoundWork): number[] {
  return work.months.map((month) => month?.minutes ?? 0)
}

/** Minutes of several streams, month by month. */
function together(work: readonly BoundWork[]): number[] {
  const rows = work.map(minutesOf)
  const length = Math.max(0, ...rows.map((row) => row.length))
  return Array.from({ length }, (_, i) => rows.reduce((sum, row) => sum + (row[i] ?? 0), 0))
}

/** The median of what an hour brought in the last six months of work; null of too few. */
function rateOf(work: BoundWork): Minor | null {
  const months = worked(work).slice(-RATE_MONTHS)
  return months.length < LEAST_MONTHS ? null : median(months.map(({ net, minutes }) => perHour(net, minutes)))
}

/** What nine in ten of the months with any work stayed under. */
function demandOf(minutes: readonly number[]): number {
  const some = minutes.filter((one) => one > 0)
  return some.length === 0
    ? 0
    : quantile(
        some.toSorted((a, b) => a - b),
        DEMAND,
      )
}

/** METRICS 15: minutes of basic work that patronage pays for, patronage ÷ (enough ÷ sustainable minutes), rounded down; `enough` is above 0. */
export function fundedMinutes(patronage: Minor, enough: Minor, sustainable: number): number {
  return Number((BigInt(Math.max(0, patronage)) * BigInt(sustainable)) / BigInt(enough))
}
