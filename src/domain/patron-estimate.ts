import { divideHalfEven, type Minor } from './money.ts'
import { dayFromNumber, dayNumber, daysInMonth, monthOf, type Day, type Month } from './month.ts'
import { A_YEAR, type PatronSight } from './patron-sight.ts'

/** One list of patrons of a stream, with the day that it is of. */
export interface PatronList {
  day: Day
  /** What orders lists of one day: the later one holds. */
  order: string
  /** Lists are compared only within a series: the same layout and account, so that a patron has the same key in all of them. */
  series: string
  sights: readonly PatronSight[]
}

/** What lists of patrons let one take for the income of a month, before fees. */
export interface PatronEstimate {
  month: Month
  currency: string
  /** Minor units; below 0 where more was given back than paid. */
  amount: Minor
  /** The days that the lists speak of in this month and this currency. */
  from: Day
  to: Day
}

/**
 * PRODUCT rule 7: what came in between lists of patrons, by month and currency. Three sources, the surer first; a day is told by one only:
 * a payday's own receipts; what was charged in all (lifetime) on one list less that on the list before, shared out over the days between;
 * and, for who has no such sum, the pledges: the mean of what stood at both ends, a week as 1/52 of a year, for each part of a month.
 * One list alone tells no difference, and so nothing, unless it tells of paydays. The order of the lists does not matter.
 */
export function estimatesOf(lists: readonly PatronList[]): PatronEstimate[] {
  const sums = new MonthSums()
  const told = new Set<number>()
  for (const series of bySurety(lists)) {
    const days: number[] = []
    for (const payday of paydaysOf(series)) if (!told.has(payday.number)) sums.addPayday(payday, days)
    const [first, last] = [days.at(0), days.at(-1)]
    // The first payday pays for the week before it.
    if (first !== undefined && last !== undefined) for (let day = first - WEEK + 1; day <= last; day += 1) told.add(day)
    const dated = listsByDay(series)
    const own: number[] = []
    for (const [i, after] of dated.entries()) {
      const before = dated[i - 1]
      if (before) own.push(...sums.addDifference(before, after, told))
    }
    for (const day of own) told.add(day)
  }
  return sums.estimates()
}

const WEEK = 7

/** Series with paydays first, then those that tell what was charged in all, then the longer ones. */
function bySurety(lists: readonly PatronList[]): PatronList[][] {
  const series = [...Map.groupBy(lists, (list) => list.series).values()]
  const surety = (ones: readonly PatronList[]) =>
    ones.some(({ sights }) => sights.some(({ day }) => day !== undefined))
      ? 2
      : Number(ones.some(({ sights }) => sights.some(({ lifetime }) => lifetime !== undefined)))
  const length = (ones: readonly PatronList[]) => {
    const days = ones.map(({ day }) => dayNumber(day))
    return days.reduce((most, day) => Math.max(most, day), days[0] ?? 0) - days.reduce((least, day) => Math.min(least, day), days[0] ?? 0)
  }
  return series.sort((a, b) => surety(b) - surety(a) || length(b) - length(a) || ((a[0]?.series ?? '') < (b[0]?.series ?? '') ? -1 : 1))
}

interface Payday {
  number: number
  currency: string
  amount: Minor
}

/** Each payday as the newest list tells it, by day. */
function paydaysOf(lists: readonly PatronList[]): Payday[] {
  const days = new Map<string, Payday>()
  for (const { sights } of lists.toSorted(byTime)) {
    for (const { key, day, amount, currency } of sights) {
      if (day !== undefined && amount !== null && currency !== '') days.set(key, { number: dayNumber(day), currency, amount })
    }
  }
  return [...days.values()].sort((a, b) => a.number - b.number || (a.currency < b.currency ? -1 : 1))
}

function byTime(a: PatronList, b: PatronList): number {
  return a.day === b.day ? (a.order < b.order ? -1 : 1) : a.day < b.day ? -1 : 1
}

/** The lists that tell of who stood there on a day, one a day: the last of each. */
function listsByDay(lists: readonly PatronList[]): PatronList[] {
  const standing = lists.filter(({ sights }) => sights.every(({ day }) => day === undefined))
  return [...new Map(standing.toSorted(byTime).map((list) => [list.day, list])).values()]
}

/** What one patron's two rows come to: money charged between them, or twice what stood in a year between them. */
interface Between {
  charged: Map<string, bigint>
  standing: Map<string, bigint>
}

function between(before: PatronList, after: PatronList): Between {
  const [charged, standing] = [new Map<string, bigint>(), new Map<string, bigint>()]
  const earlier = new Map(before.sights.map((sight) => [sight.key, sight]))
  const addStanding = ({ status, amount, currency, every }: PatronSight) => {
    if (status === 'active' && amount !== null) plus(standing, currency, BigInt(amount) * BigInt(A_YEAR[every]))
  }
  for (const sight of after.sights) {
    const old = earlier.get(sight.key)
    earlier.delete(sight.key)
    const sum = chargedBetween(old, sight, before.day)
    if (sum !== undefined) plus(charged, sight.currency, BigInt(sum))
    else {
      if (old) addStanding(old)
      addStanding(sight)
    }
  }
  for (const gone of earlier.values()) addStanding(gone)
  return { charged, standing }
}

/** What was charged since the list before; undefined where the rows do not tell it. Who came since then had paid nothing before. */
function chargedBetween(old: PatronSight | undefined, { lifetime, currency, since }: PatronSight, before: Day): Minor | undefined {
  if (lifetime === undefined) return undefined
  if (!old) return since !== undefined && since > before ? lifetime : undefined
  return old.lifetime === undefined || old.currency !== currency ? undefined : lifetime - old.lifetime
}

function plus(sums: Map<string, bigint>, currency: string, amount: bigint): void {
  sums.set(currency, (sums.get(currency) ?? 0n) + amount)
}

interface MonthSum {
  month: Month
  currency: string
  amount: bigint
  /** Parts of 1 ÷ (24 × days of the month), rounded once. */
  parts: bigint
  from: number
  to: number
}

class MonthSums {
  private readonly sums = new Map<string, MonthSum>()

  /** Counts a payday in its month and notes its day. */
  addPayday({ number, currency, amount }: Payday, days: number[]): void {
    this.of(number, currency).amount += BigInt(amount)
    days.push(number)
  }

  /** Counts what lies between two lists, on the days that nothing surer has told; answers those days. */
  addDifference(before: PatronList, after: PatronList, told: ReadonlySet<number>): number[] {
    const { charged, standing } = between(before, after)
    const [first, last] = [dayNumber(before.day) + 1, dayNumber(after.day)]
    const days: number[] = []
    for (let day = first; day <= last; day += 1) {
      if (told.has(day)) continue
      days.push(day)
      // Shares of the whole by the day that each ends on: they sum to it, whatever is rounded.
      const share = (sum: bigint, to: number) => divideHalfEven(sum * BigInt(to - first + 1), BigInt(last - first + 1))
      for (const [currency, sum] of charged) this.of(day, currency).amount += share(sum, day) - share(sum, day - 1)
      for (const [currency, sum] of standing) this.of(day, currency).parts += sum
    }
    return days
  }

  estimates(): PatronEstimate[] {
    const all = [...this.sums.values()].map(({ month, currency, amount, parts, from, to }) => ({
      month,
      currency,
      amount: Number(amount + divideHalfEven(parts, BigInt(24 * daysInMonth(month)))),
      from: dayFromNumber(from),
      to: dayFromNumber(to),
    }))
    const telling = all.filter(({ amount }) => amount !== 0)
    return telling.sort((a, b) => (a.month === b.month ? (a.currency < b.currency ? -1 : 1) : a.month < b.month ? -1 : 1))
  }

  private of(day: number, currency: string): MonthSum {
    const month = monthOf(dayFromNumber(day))
    const name = `${month} ${currency}`
    const known = this.sums.get(name)
    const sum = known ?? { month, currency, amount: 0n, parts: 0n, from: day, to: day }
    if (!known) this.sums.set(name, sum)
    sum.from = Math.min(sum.from, day)
    sum.to = Math.max(sum.to, day)
    return sum
  }
}
