import { median } from './income.ts'
import type { Minor } from './money.ts'
import type { PatronShare } from './patron-groups.ts'

/** Gifts of at least `from` and less than `to`, in minor units; the last step has no end. */
export interface GiftStep {
  from: Minor
  to: Minor | null
  patrons: number
  net: Minor
}

/** Bounds of the steps in whole units of the currency: 1, 2, 5, and again with zeros. */
const MANTISSAS = [1, 2, 5]

/**
 * How many give how much: steps of 1, 2, 5, 10, 20 … whole units, from the one that holds the smallest gift to the one of the
 * largest, empty ones between them too. `unit` is a whole unit in minor units: 100 for EUR, 1 for JPY. Below one unit is one step.
 */
export function giftSteps(gifts: readonly Minor[], unit: Minor): GiftStep[] {
  const given = gifts.filter((gift) => gift > 0)
  const largest = Math.max(0, ...given)
  const bounds: Minor[] = [0]
  for (let power = unit; (bounds.at(-1) ?? 0) <= largest; power *= 10) for (const mantissa of MANTISSAS) bounds.push(mantissa * power)
  const steps = bounds.slice(0, -1).map((from, i): GiftStep => {
    const to = bounds[i + 1] ?? null
    const inside = given.filter((gift) => gift >= from && (to === null || gift < to))
    return { from, to, patrons: inside.length, net: inside.reduce((sum, gift) => sum + gift, 0) }
  })
  const first = steps.findIndex(({ patrons }) => patrons > 0)
  return first < 0 ? [] : steps.slice(first, steps.findLastIndex(({ patrons }) => patrons > 0) + 1)
}

/** How many gifts the smallest 80 % are, and what share of the money they bring, 0 to 1 (METRICS 17). */
export function smallestGifts(gifts: readonly Minor[]): { patrons: number; share: number } {
  const given = gifts.filter((gift) => gift > 0).sort((a, b) => a - b)
  const patrons = Math.floor((given.length * 4) / 5)
  const sum = (some: readonly Minor[]) => some.reduce((all, gift) => all + gift, 0)
  return { patrons, share: given.length === 0 ? 0 : sum(given.slice(0, patrons)) / sum(given) }
}

/** What patrons of one kind bring. */
export interface KindShare {
  kind: PatronShare['kind']
  patrons: number
  net: Minor
  /** The middle gift, in minor units; null of nobody. */
  usual: Minor | null
}

/** People, organisations, and those of whom nothing is said, with heads and money; who brings nothing is left out. */
export function kindShares(patrons: readonly PatronShare[]): KindShare[] {
  return (['person', 'organisation', 'unknown'] as const).map((kind) => {
    const nets = patrons.filter((patron) => patron.kind === kind && patron.net > 0).map(({ net }) => net)
    return { kind, patrons: nets.length, net: nets.reduce((sum, net) => sum + net, 0), usual: median(nets) }
  })
}
