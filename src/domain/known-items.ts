import type { Dice } from './dice.ts'
import { split, type Minor } from './money.ts'

/** Money of a month ahead that is known about, so that it is not drawn from the past (METRICS 9, step 5). */
export interface KnownItem {
  /** The place of its stream in the question; −1 for none of them. */
  stream: number
  /** The month ahead, 0 for the next one. */
  ahead: number
  /** Minor units of the home currency. */
  amount: Minor
  /** How probable it is that it comes, in thousandths. */
  chance: number
  /** Months over which its amount is spread, from `ahead` on; 1 where absent. It comes in all of them or in none. */
  months?: number
}

/** The item alone, without what else is known of it: what is drawn is told by its text. */
export function itemOf({ stream, ahead, amount, chance, months = 1 }: KnownItem): KnownItem {
  return { stream, ahead, amount, chance, ...(months > 1 && { months }) }
}

/** Patrons who begin with the month ahead `from` and leave as others do. */
export interface Joining {
  patrons: number
  /** What each gives a month, net, in minor units. */
  each: Minor
  from: number
  /** How probable it is that one leaves in a month, in thousandths. */
  leaving: number
}

/** Paths as far as they are added to: see `Paths`. */
interface Added {
  draws: number
  horizon: number
  totals: Float64Array
  told: number
  byStream: Float64Array
}

const SURE = 1_000

/**
 * Adds to every path what is known of the months ahead. Each item comes or does not, path by path. As many numbers are rolled for
 * an item of nothing as for any other, so that two questions with as many items have the same chance in them.
 */
export function addKnown(paths: Added, items: readonly KnownItem[], dice: Dice): void {
  const { draws, horizon, totals, told, byStream } = paths
  const streams = byStream.length / draws
  for (const { stream, ahead, amount, chance, months = 1 } of items) {
    if (ahead >= horizon) continue
    const parts = split(amount, months).slice(0, horizon - ahead)
    const own = parts[told - ahead] ?? 0
    for (let draw = 0; draw < draws; draw += 1) {
      if (chance < SURE && dice.between(1, SURE) > chance) continue
      for (let i = 0; i < parts.length; i += 1) {
        const at = draw * horizon + ahead + i
        totals[at] = (totals[at] ?? 0) + (parts[i] ?? 0)
      }
      if (own !== 0 && stream >= 0 && stream < streams) byStream[draw * streams + stream] = (byStream[draw * streams + stream] ?? 0) + own
    }
  }
}

/** Adds patrons who come; each stays or leaves month by month, and whoever left stays away. */
export function addJoining({ draws, horizon, totals }: Added, { patrons, each, from, leaving }: Joining, dice: Dice): void {
  for (let draw = 0; draw < draws; draw += 1) {
    let staying = patrons
    for (let ahead = from; ahead < horizon; ahead += 1) {
      if (ahead > from) for (let one = staying; one > 0; one -= 1) if (dice.between(1, SURE) <= leaving) staying -= 1
      totals[draw * horizon + ahead] = (totals[draw * horizon + ahead] ?? 0) + staying * each
    }
  }
}
