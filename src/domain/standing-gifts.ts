import { divideHalfEven, type Minor } from './money.ts'
import { addDays, addMonths, dayOfMonth, lastDay, monthNumber, monthOf, type Day, type Month } from './month.ts'

/** Days that a payment stands beyond the months it covers, for cards that are charged late. */
export const GRACE = 10

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
  const standing = new Map<string, Standing[]>()
  const placeOf = places()
  const first = monthNumber(months[0] ?? '')
  for (const [patron, streams] of seriesOf(payments)) {
    const row = new Gifts(months.length)
    for (const payments of streams.values()) {
      const series: Series = { payments, places: payments.map(placeOf) }
      const ends = lastMonths(series)
      for (let i = 0; i < payments.length; i += 1) {
        const [payment, place] = [payments[i], series.places[i]]
        if (!payment || !place || isOnce(series, i, today)) continue
        const end = Math.min(months.length - 1, (ends[i] ?? 0) - first)
        for (let at = Math.max(0, place.month - first); at <= end; at += 1) row.add(payment, at)
      }
    }
    if (row.any) standing.set(patron, row.months)
  }
  return standing
}

/** Payments by who pays and into which stream, each list in the order of its days. */
function seriesOf(payments: readonly PatronPayment[]): Map<string, Map<number, PatronPayment[]>> {
  const all = new Map<string, Map<number, PatronPayment[]>>()
  for (const payment of payments) {
    let streams = all.get(payment.patron)
    if (!streams) all.set(payment.patron, (streams = new Map()))
    const series = streams.get(payment.stream)
    if (series) series.push(payment)
    else streams.set(payment.stream, [payment])
  }
  for (const streams of all.values()) for (const series of streams.values()) if (!isInOrder(series)) series.sort(byDay)
  return all
}

function isInOrder(series: readonly PatronPayment[]): boolean {
  return series.every(({ day }, i) => i === 0 || day >= (series[i - 1]?.day ?? ''))
}

function byDay(a: PatronPayment, b: PatronPayment): number {
  return a.day < b.day ? -1 : a.day > b.day ? 1 : 0
}

/** A patron's payments into one stream in the order of their days, each with its place. */
interface Series {
  payments: readonly PatronPayment[]
  places: readonly Place[]
}

/** A payment's month, the last day on which it stands, and the last month at whose end it does. */
interface Place {
  month: number
  until: Day
  end: number
}

/** Payments of a month share their days: each place is worked out once. */
function places(): (payment: PatronPayment) => Place {
  const known = new Map<number, Map<Day, Place>>()
  return ({ day, months }) => {
    let days = known.get(months)
    if (!days) known.set(months, (days = new Map()))
    let place = days.get(day)
    if (!place) days.set(day, (place = placeOn(day, months)))
    return place
  }
}

function placeOn(day: Day, months: number): Place {
  const until = standsUntil(day, months)
  const last = monthNumber(monthOf(until))
  return { month: monthNumber(monthOf(day)), until, end: lastDay(monthOf(until)) === until ? last : last - 1 }
}

/** Whether a payment is a gift once: it covers one month, and none of the same patron came shortly before, or after in time. */
function isOnce({ payments, places }: Series, i: number, today: Day): boolean {
  const [own, place] = [payments[i], places[i]]
  if (!own || !place || own.months > 1) return false
  const after = payments[i + 1]
  if (after && after.day <= place.until) return false
  const before = places[i - 1]
  return !(before && own.day <= before.until) && place.until < today
}

/** The last month at whose end each payment stands and is not followed yet. Walked from the end, so that each is looked at once. */
function lastMonths({ payments, places }: Series): number[] {
  const ends = places.map(({ end }) => end)
  /** Of each length the first later month with a payment of it; those of the month itself wait until it is passed. */
  const followers = new Map<number, number>()
  let passed = payments.length - 1
  for (let i = passed; i >= 0; i -= 1) {
    const [own, place] = [payments[i], places[i]]
    if (!own || !place) continue
    for (let later = places[passed]; later && later.month !== place.month; later = places[passed]) {
      followers.set(payments[passed]?.months ?? 1, later.month)
      passed -= 1
    }
    for (const [months, month] of followers) if (months >= own.months) ends[i] = Math.min(ends[i] ?? 0, month - 1)
  }
  return ends
}

/** What one patron gives a month at each end. */
class Gifts {
  readonly months: Map<string, MonthlyGift>[]
  any = false

  constructor(length: number) {
    this.months = Array.from({ length }, () => new Map<string, MonthlyGift>())
  }

  /** In place: a hundred thousand payments would otherwise make as many short-lived objects. */
  add({ stream, currency, months, native, home }: PatronPayment, at: number): void {
    const gifts = this.months[at]
    if (!gifts) return
    this.any = true
    const key = `${stream} ${currency}`
    const known = gifts.get(key)
    if (known) {
      known.native += aMonth(native, months)
      known.home += aMonth(home, months)
    } else gifts.set(key, { native: aMonth(native, months), home: aMonth(home, months) })
  }
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
