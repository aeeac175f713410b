import type { KnownItem } from './known-items.ts'
import type { Minor } from './money.ts'
import { addDays, isDay, isMonth, lastDay, monthOf, monthsBetween, type Day, type Month } from './month.ts'
import { GRACE_DAYS } from './pledge-standing.ts'

export const SURENESS = ['signed', 'agreed'] as const
/** A word that was written down, or one that was only given. */
export type Sureness = (typeof SURENESS)[number]

/** How probable it is that it comes, in thousandths (docs/decisions/028-agreed-income.md). */
export const AGREED_CHANCE: Readonly<Record<Sureness, number>> = { signed: 950, agreed: 800 }
/** How far a line may be from what was agreed and still be it, in thousandths of that: a bank's fee, a rate that moved. */
const TOLERANCE = 50

/** A line of the ledger, by its stream and its key in it. */
export interface LineName {
  stream: number
  key: string
}

/** Income that is agreed and has not arrived: an invoice, a grant. It is no income before a line of the ledger says so. */
export interface AgreedIncome {
  id: number
  stream: number
  /** The month in which it is due, or the day of it where that is known. */
  due: Month | Day
  /** Minor units of `currency`, as it is to arrive. */
  amount: Minor
  currency: string
  note: string
  sureness: Sureness
  /** The day on which it was entered: a line before it is another's. */
  entered: Day
  /** The line in which it arrived, by the user's word; null while it has not. */
  arrived: LineName | null
}

/** Whether a text is a time at which something can be due. */
export function isDue(text: string): boolean {
  return isMonth(text) || isDay(text)
}

/** The month in which something is due. */
export function dueMonth({ due }: Pick<AgreedIncome, 'due'>): Month {
  return due.slice(0, 7)
}

/** `late`: its month is over and it is still awaited. `missed`: it did not arrive, and is no longer drawn. */
export type AgreedStanding = 'ahead' | 'now' | 'late' | 'missed' | 'arrived'

/** The last day on which something is awaited: ten days after it was due, as a gift is (METRICS 3), and its whole month. */
export function awaitedUntil(item: Pick<AgreedIncome, 'due'>): Day {
  const end = lastDay(dueMonth(item))
  const graceful = addDays(isDay(item.due) ? item.due : end, GRACE_DAYS)
  return graceful > end ? graceful : end
}

/** How something agreed stands on a day. */
export function agreedStanding(item: Pick<AgreedIncome, 'due' | 'arrived'>, today: Day): AgreedStanding {
  const [month, running] = [dueMonth(item), monthOf(today)]
  if (item.arrived) return 'arrived'
  if (month > running) return 'ahead'
  if (month === running) return 'now'
  return today <= awaitedUntil(item) ? 'late' : 'missed'
}

/** Something agreed, with its amount in the home currency at the rate of the day; null where there is none. */
export interface ValuedIncome extends AgreedIncome {
  home: Minor | null
}

/** What agreed income makes known of the months from the running one on (METRICS 9, step 5); `placeOf` finds a stream's place, or −1. */
export function agreedAhead(
  items: readonly ValuedIncome[],
  { today, horizon, placeOf }: { today: Day; horizon: number; placeOf: (stream: number) => number },
): KnownItem[] {
  return items.flatMap((item): KnownItem[] => {
    const standing = agreedStanding(item, today)
    const ahead = standing === 'late' ? 0 : monthsBetween(monthOf(today), dueMonth(item))
    if (standing === 'missed' || standing === 'arrived' || ahead >= horizon || item.home === null) return []
    return [{ stream: placeOf(item.stream), ahead, amount: item.home, chance: AGREED_CHANCE[item.sureness], agreed: true }]
  })
}

/** A line that may be something agreed; `stream` is the one in which it counts. */
export interface ArrivedLine {
  stream: number
  name: LineName
  day: Day
  currency: string
  gross: Minor
  net: Minor
  /** Net in the home currency; null where there is no rate. */
  home: Minor | null
}

/**
 * Lines in which agreed income may have arrived, by its id: of its stream, no older than its entry, and within a twentieth of its
 * amount, before or after fees. The nearest is taken, no line for two, and none that is said to be another's.
 */
export function arrivals(items: readonly ValuedIncome[], lines: readonly ArrivedLine[]): Map<number, ArrivedLine> {
  const keyOf = ({ stream, key }: LineName) => JSON.stringify([stream, key])
  const taken = new Set(items.flatMap(({ arrived }) => (arrived ? [keyOf(arrived)] : [])))
  const found = new Map<number, ArrivedLine>()
  const open = items.filter(({ arrived }) => !arrived).toSorted((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : a.id - b.id))
  for (const item of open) {
    const [nearest] = lines
      .filter((line) => line.stream === item.stream && line.day >= item.entered && !taken.has(keyOf(line.name)))
      .map((line) => ({ line, far: distance(item, line) }))
      .filter(({ far }) => far <= TOLERANCE)
      .toSorted((a, b) => a.far - b.far || (a.line.day < b.line.day ? -1 : 1))
    if (!nearest) continue
    taken.add(keyOf(nearest.line.name))
    found.set(item.id, nearest.line)
  }
  return found
}

/** How far a line is from what was agreed, in thousandths of it. */
function distance(item: ValuedIncome, line: ArrivedLine): number {
  const away = (amount: Minor, from: Minor) => (Math.abs(amount - from) * 1_000) / from
  if (line.currency === item.currency) return Math.min(away(line.gross, item.amount), away(line.net, item.amount))
  return line.home === null || !item.home ? Infinity : away(line.home, item.home)
}
