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
  /**
   * Agreed with whom it comes from: it comes in the place of single payments of its stream that are drawn of its month, up to its
   * amount, as it may be one of them (docs/decisions/028-agreed-income.md).
   */
  agreed?: true | undefined
}

/** The item alone, without what else is known of it: what is drawn is told by its text. */
export function itemOf({ stream, ahead, amount, chance, months = 1, agreed }: KnownItem): KnownItem {
  return { stream, ahead, amount, chance, ...(months > 1 && { months }), ...(agreed && { agreed }) }
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
  /** What was drawn of single payments where something is agreed. */
  singles?: Singles
}

/** Single payments that were drawn of streams and months of which something is agreed; each is counted once. */
export interface Singles {
  /** The places of streams by month ahead. */
  streams: readonly (readonly number[])[]
  /** By stream and month ahead, what each draw still has of them. */
  drawn: ReadonlyMap<string, Float64Array>
}

/** Room for what is to be remembered of the draws, as far as something is agreed; null where nothing is. */
export function roomForSingles(items: readonly KnownItem[], { draws, horizon }: Pick<Added, 'draws' | 'horizon'>): Singles | null {
  const agreed = items.filter(({ agreed: is, stream, ahead }) => is && stream >= 0 && ahead < horizon)
  if (agreed.length === 0) return null
  const streams = Array.from({ length: horizon }, (_, month) => [
    ...new Set(agreed.flatMap(({ stream, ahead }) => (ahead === month ? [stream] : []))),
  ])
  const keys = streams.flatMap((places, ahead) => places.map((stream) => singleKey(stream, ahead)))
  return { streams, drawn: new Map(keys.map((key) => [key, new Float64Array(draws)])) }
}

/** The name of what is remembered of a stream's month. */
export function singleKey(stream: number, ahead: number): string {
  return `${stream} ${ahead}`
}

const SURE = 1_000

/**
 * Adds to every path what is known of the months ahead. Each item comes or does not, path by path; what is agreed adds
 * only what is more than the single payments that were drawn of its stream and month. As many numbers are rolled for
 * an item of nothing as for any other, so that two questions with as many items have the same chance in them.
 */
export function addKnown(paths: Added, items: readonly KnownItem[], dice: Dice): void {
  const { draws, horizon, totals, told, byStream, singles } = paths
  const streams = byStream.length / draws
  for (const { stream, ahead, amount, chance, months = 1, agreed } of items) {
    if (ahead >= horizon) continue
    const parts = split(amount, months).slice(0, horizon - ahead)
    const own = parts[told - ahead] ?? 0
    const single = agreed ? singles?.drawn.get(singleKey(stream, ahead)) : undefined
    for (let draw = 0; draw < draws; draw += 1) {
      if (chance < SURE && dice.between(1, SURE) > chance) continue
      // Of what is agreed in one month alone, what was drawn of it stands in the total already.
      const there = single ? Math.min(amount, single[draw] ?? 0) : 0
      if (single) single[draw] = (single[draw] ?? 0) - there
      for (let i = 0; i < parts.length; i += 1) {
        const at = draw * horizon + ahead + i
        totals[at] = (totals[at] ?? 0) + (parts[i] ?? 0) - there
      }
      if (own !== 0 && stream >= 0 && stream < streams) {
        byStream[draw * streams + stream] = (byStream[draw * streams + stream] ?? 0) + own - there
      }
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
