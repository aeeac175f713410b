import { dice, seedOf } from './dice.ts'
import type { DayNet } from './income.ts'
import type { Minor } from './money.ts'
import { addDays, daysInMonth, monthOf, type Day, type Month } from './month.ts'
import { GRACE_DAYS } from './pledge-standing.ts'
import { renewals, type LongPayment } from './renewal.ts'

/** Something that is due in a running month, and on which of its days it is awaited. */
export interface DueItem {
  stream: number | null
  patron: string | null
  /** Minor units of the home currency. */
  amount: Minor
  /** How probable it is that it comes, in thousandths. */
  chance: number
  /** Days of the month, both included; it is awaited on none where `until` is before `from`. */
  from: number
  until: number
}

interface Waiting {
  /** The last day on which it is awaited at the longest. */
  until: Day
  /** The day since which it is known. */
  since?: Day
  /** The day on which it came. */
  came?: Day | undefined
}

/**
 * On which days of the running month something is awaited: since it is known and until it comes. On the month's last day nothing is,
 * as after it nothing comes in the month.
 */
export function awaited(running: Month, { until: longest, since, came }: Waiting): Pick<DueItem, 'from' | 'until'> {
  const last = daysInMonth(running) - 1
  const place = (day: Day) => (monthOf(day) < running ? 1 : monthOf(day) > running ? last : Number(day.slice(8)))
  const until = Math.min(last, place(longest))
  return { from: since === undefined ? 1 : place(since), until: came === undefined ? until : Math.min(until, place(came) - 1) }
}

/** Ten days after it was due a payment is awaited no longer (METRICS 3). */
export function graceful(due: Day): Day {
  return addDays(due, GRACE_DAYS)
}

/** Long payments that are due again in the running month; of those that came in it each settles what its patron was due. */
export function renewalsDue(payments: readonly LongPayment[], running: Month): DueItem[] {
  const keyOf = ({ stream, patron }: { stream: number; patron: string | null }) => JSON.stringify([stream, patron])
  const came = Map.groupBy(
    payments.filter(({ day }) => monthOf(day) === running),
    keyOf,
  )
  return renewals(payments, { running, horizon: 1 }).due.map(({ stream, patron, amount, chance, day }) => {
    return {
      stream,
      patron,
      amount,
      chance,
      ...awaited(running, { until: graceful(day), came: came.get(keyOf({ stream, patron }))?.shift()?.day }),
    }
  })
}

/**
 * The newest money of each month up to an amount, by day: what is to be taken from months that are looked back on where so much is
 * agreed of their stream, as it may be one of its usual payments. What comes then is the larger of the two.
 */
export function newestOf(days: readonly DayNet[], amount: Minor): DayNet[] {
  const left = new Map<Month, Minor>()
  return days
    .filter(({ net }) => net > 0)
    .toSorted((a, b) => (a.day < b.day ? 1 : -1))
    .flatMap(({ day, net }) => {
      const most = left.get(monthOf(day)) ?? amount
      const part = Math.min(most, net)
      left.set(monthOf(day), most - part)
      return part === 0 ? [] : [{ day, net: part }]
    })
}

/** So many items are drawn, the largest; those under them come as their mean: of many small sums together that is near enough. */
const DRAWN = 16
const SURE = 1_000

/**
 * What is awaited on a day of the month, in each of some draws: every item comes or does not, and on all days the same ones do. The
 * same items have the same draws. Null on a day on which nothing is awaited; else the answer holds until the next day is asked for,
 * and only what differs between the two is summed anew.
 */
export function dueDraws(items: readonly DueItem[], draws: number): (day: number) => Float64Array | null {
  const sorted = items.toSorted((a, b) => b.amount - a.amount)
  const chance = dice(seedOf(JSON.stringify(sorted.map(({ amount, chance: sure }) => [amount, sure]))))
  const counted = sorted.map((item, i) => {
    if (i >= DRAWN) return { item, mean: Math.trunc((item.amount * item.chance) / SURE), comes: null, on: false }
    const comes = new Float64Array(draws)
    for (let draw = 0; draw < draws; draw += 1) if (chance.between(1, SURE) <= item.chance) comes[draw] = item.amount
    return { item, mean: 0, comes, on: false }
  })
  const sums = new Float64Array(draws)
  return (day) => {
    let mean = 0
    for (const one of counted) {
      const on = one.item.from <= day && day <= one.item.until
      if (on === one.on) continue
      one.on = on
      const sign = on ? 1 : -1
      mean += sign * one.mean
      if (one.comes) for (let i = 0; i < draws; i += 1) sums[i]! += sign * one.comes[i]!
    }
    if (mean !== 0) for (let i = 0; i < draws; i += 1) sums[i]! += mean
    return counted.some(({ on }) => on) ? sums : null
  }
}
