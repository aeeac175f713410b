import { divideHalfEven, type Minor } from './money.ts'
import { addDays, addMonths, dayOfMonth, lastDay, monthNumber, monthOf, type Day, type Month } from './month.ts'

/** Days that a payment stands beyond the months it covers, for cards that are charged late. */
const GRACE = 10

/** What one patron paid into one stream on one day for so many months, after fees; refunds do not change it (METRICS 3). */
export interface PatronPayment {
  patron: string
  stream: number
  day: Day
  /** Months it covers, at least 1. */
  months: number
  /** Of the two amounts in minor units. */
  currency: string
  native: Minor
  home: Minor
}

/** What one patron gives a month, by where and in what money it comes: the key is stream and currency. */
export type Standing = ReadonlyMap<string, MonthlyGift>

/** A month's part of what stands, in minor units of its own and of the home currency. */
export interface MonthlyGift {
  native: Minor
  home: Minor
}

/** The last day on which a payment stands: its day, the months it covers, and ten days of grace. */
export function standsUntil(day: Day, months: number): Day {
  return addDays(dayOfMonth(addMonths(monthOf(day), months), Number(day.slice(8))), GRACE)
}

/**
 * What each patron gives a month at the end of each month (METRICS 3): of every payment that stands there, the part of a month.
 * A payment is followed, not joined, by one of a later month that covers as long. A lone payment of one month is a gift once, and
 * stands nowhere; while it is too young to be followed it is taken to be a first one. `months` runs without gaps, oldest first;
 * the answer holds for each patron one standing a month, empty where nothing stands.
 */
export function standings(payments: readonly PatronPayment[], months: readonly Month[], today: Day): Map<string, Standing[]> {
  const standing = new Map<string, Map<string, MonthlyGift>[]>()
  const placeOf = places()
  const first = monthNumber(months[0] ?? '')
  for (const series of Map.groupBy(payments, ({ patron, stream }) => `${stream} ${patron}`).values()) {
    const placed = series.map((payment): Placed => ({ payment, ...placeOf(payment) }))
    placed.sort((a, b) => (a.payment.day < b.payment.day ? -1 : a.payment.day > b.payment.day ? 1 : 0))
    const ends = lastMonths(placed)
    for (const [i, { payment, month }] of placed.entries()) {
      if (isOnce(placed, i, today)) continue
      const end = Math.min(months.length - 1, (ends[i] ?? 0) - first)
      for (let at = Math.max(0, month - first); at <= end; at += 1) addTo(standing, payment, { at, length: months.length })
    }
  }
  return standing
}

/** A payment with its month, the last day on which it stands, and the last month at whose end it does. */
interface Placed extends Place {
  payment: PatronPayment
}

interface Place {
  month: number
  until: Day
  end: number
}

/** Payments of a month share their days: each place is worked out once. */
function places(): (payment: PatronPayment) => Place {
  const known = new Map<string, Place>()
  return ({ day, months }) => {
    const key = `${day} ${months}`
    const found = known.get(key) ?? placeOn(day, months)
    known.set(key, found)
    return found
  }
}

function placeOn(day: Day, months: number): Place {
  const until = standsUntil(day, months)
  const last = monthNumber(monthOf(until))
  return { month: monthNumber(monthOf(day)), until, end: lastDay(monthOf(until)) === until ? last : last - 1 }
}

/** Whether a payment is a gift once: it covers one month, and none of the same patron came shortly before, or after in time. */
function isOnce(placed: readonly Placed[], i: number, today: Day): boolean {
  const [before, own, after] = [placed[i - 1], placed[i], placed[i + 1]]
  if (!own || own.payment.months > 1) return false
  const followed = after !== undefined && after.payment.day <= own.until
  const following = before !== undefined && own.payment.day <= before.until
  return !followed && !following && own.until < today
}

/** The last month at whose end each payment stands and is not followed yet. Walked from the end, so that each is looked at once. */
function lastMonths(placed: readonly Placed[]): number[] {
  const ends = placed.map(({ end }) => end)
  /** Of each length the first later month with a payment of it; those of the month itself wait until it is passed. */
  const followers = new Map<number, number>()
  let waiting: Placed[] = []
  for (let i = placed.length - 1; i >= 0; i -= 1) {
    const own = placed[i]
    if (!own) continue
    if (waiting[0]?.month !== own.month) {
      for (const { payment, month } of waiting) followers.set(payment.months, month)
      waiting = []
    }
    waiting.push(own)
    for (const [months, month] of followers) if (months >= own.payment.months) ends[i] = Math.min(ends[i] ?? 0, month - 1)
  }
  return ends
}

function addTo(standing: Map<string, Map<string, MonthlyGift>[]>, payment: PatronPayment, place: { at: number; length: number }): void {
  const { patron, stream, currency, months } = payment
  const row = standing.get(patron) ?? Array.from({ length: place.length }, () => new Map<string, MonthlyGift>())
  standing.set(patron, row)
  const gifts = row[place.at]
  if (!gifts) return
  const key = `${stream} ${currency}`
  const known = gifts.get(key) ?? { native: 0, home: 0 }
  gifts.set(key, { native: known.native + aMonth(payment.native, months), home: known.home + aMonth(payment.home, months) })
}

/** A month's part of an amount, rounded half to even. */
function aMonth(amount: Minor, months: number): Minor {
  if (months === 1) return amount
  return Number(divideHalfEven(BigInt(amount), BigInt(months)))
}

/** What a standing comes to a month, in minor units of the home currency. */
export function monthlyOf(standing: Standing | undefined): Minor {
  let sum = 0
  for (const { home } of standing?.values() ?? []) sum += home
  return sum
}

/** Whether the patron gives: something stands that is worth more than nothing. */
export function gives(standing: Standing | undefined): boolean {
  return monthlyOf(standing) > 0
}
