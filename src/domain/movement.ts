import { divideHalfEven, type Minor } from './money.ts'
import { gives, monthlyOf, type MonthlyGift, type Standing } from './standing-gifts.ts'
import type { Stay } from './survival.ts'

export const MOVES = ['new', 'returned', 'more', 'less', 'gone', 'fx'] as const
/** Why what patrons give a month changed; `fx` is the change of rates alone. */
export type Move = (typeof MOVES)[number]

/** One step from what stood to what stands: signed minor units, and how many patrons it is. */
export interface MoveSum {
  net: Minor
  patrons: number
}

/** How what patrons give a month changed within one (METRICS 4): start + every move = end, exactly. */
export interface Movement extends Record<Move, MoveSum> {
  start: MoveSum
  end: MoveSum
}

/** The change from one month's end, `at − 1`, to the next, over all patrons. `at` is at least 1. */
export function movementAt(patrons: Iterable<readonly Standing[]>, at: number): Movement {
  const none = (): MoveSum => ({ net: 0, patrons: 0 })
  const sums: Movement = { start: none(), new: none(), returned: none(), more: none(), less: none(), gone: none(), fx: none(), end: none() }
  for (const row of patrons) {
    const [before, after] = [row[at - 1], row[at]]
    const [was, is] = [gives(before), gives(after)]
    if (was) add(sums.start, monthlyOf(before))
    if (is) add(sums.end, monthlyOf(after))
    if (!was && is) add(row.slice(0, at).some(gives) ? sums.returned : sums.new, monthlyOf(after))
    else if (was && !is) add(sums.gone, -monthlyOf(before))
    else if (was && is) addChange(sums, before ?? new Map(), after ?? new Map())
  }
  return sums
}

function add(sum: MoveSum, net: Minor): void {
  sum.net += net
  sum.patrons += 1
}

/** Of one who stays: what the same money is worth by other rates, and what is more or less of it. */
function addChange(sums: Movement, before: Standing, after: Standing): void {
  let fx = 0
  for (const [key, gift] of before) fx += rateChange(gift, after.get(key))
  const moved = monthlyOf(after) - monthlyOf(before) - fx
  if (fx !== 0) add(sums.fx, fx)
  if (moved !== 0) add(moved > 0 ? sums.more : sums.less, moved)
}

/** What the earlier gift is worth at the later one's rate, less what it was worth; nothing where there is no later one. */
function rateChange(before: MonthlyGift, after: MonthlyGift | undefined): Minor {
  if (!after || after.native <= 0) return 0
  return Number(divideHalfEven(BigInt(after.home) * BigInt(before.native), BigInt(after.native))) - before.home
}

/** Gained for each that was lost: (new + more) ÷ (gone + less), money that came back counted as gained; null where nothing was lost. */
export function quickRatio(movements: readonly Movement[]): { gained: Minor; lost: Minor; ratio: number | null } {
  const sum = (moves: readonly Move[]) => movements.reduce((all, one) => all + moves.reduce((part, move) => part + one[move].net, 0), 0)
  const [gained, lost] = [sum(['new', 'more', 'returned']), -sum(['gone', 'less'])]
  return { gained, lost, ratio: lost > 0 ? gained / lost : null }
}

/** Lost of what stood at the start, 0 to 1: gross (gone + less), and net of what grew or came back. Null where nothing stood. */
export function churnRates({ start, ...moves }: Movement): { gross: number; net: number } | null {
  if (start.net <= 0) return null
  const gross = -(moves.gone.net + moves.less.net)
  return { gross: gross / start.net, net: (gross - moves.more.net - moves.returned.net) / start.net }
}

/** How many were there when a month began, and how many of them no longer were at its end. */
export interface Loss {
  there: number
  gone: number
}

/** How often patrons left: months of one patron, how many of them ended with the patron gone, and both of each month, oldest first. */
export function losses(patrons: Iterable<readonly Standing[]>): { gone: number; patronMonths: number; months: Loss[] } {
  const months: Loss[] = []
  for (const row of patrons) {
    for (let at = 1; at < row.length; at += 1) {
      const month = (months[at - 1] ??= { there: 0, gone: 0 })
      if (!gives(row[at - 1])) continue
      month.there += 1
      if (!gives(row[at])) month.gone += 1
    }
  }
  const sum = (of: (month: Loss) => number) => months.reduce((all, month) => all + of(month), 0)
  return { gone: sum(({ gone }) => gone), patronMonths: sum(({ there }) => there), months }
}

/** How long each patron's first time lasted, of those who began within the months: whoever was there before began nobody knows when. */
export function staysOf(patrons: Iterable<readonly Standing[]>): Stay[] {
  const stays: Stay[] = []
  for (const row of patrons) {
    const from = row.findIndex(gives)
    if (from < 1) continue
    const end = row.findIndex((standing, at) => at > from && !gives(standing))
    stays.push({ months: (end < 0 ? row.length : end) - from, ended: end >= 0 })
  }
  return stays
}

/** Patrons who began in the same month: how many they were, and how many of them gave so many months later, 0 first. */
export interface Cohort {
  /** The place of the month among those that are looked at. */
  at: number
  still: number[]
}

/**
 * Who of those that began in one month is there after so many (METRICS 5), up to the last month; who came back counts again. Months in
 * which nobody began are left out, and so is whoever was there before the first one.
 */
export function cohortsOf(patrons: Iterable<readonly Standing[]>): Cohort[] {
  const cohorts = new Map<number, number[]>()
  for (const row of patrons) {
    const at = row.findIndex(gives)
    if (at < 1) continue
    const still = cohorts.get(at) ?? row.slice(at).map(() => 0)
    cohorts.set(
      at,
      row.slice(at).map((standing, after) => (still[after] ?? 0) + (gives(standing) ? 1 : 0)),
    )
  }
  return [...cohorts].map(([at, still]) => ({ at, still })).sort((a, b) => a.at - b.at)
}
