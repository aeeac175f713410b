import { median } from './income.ts'
import type { Minor } from './money.ts'

/** How far a total hangs on its largest parts (METRICS 7). */
export interface Concentration {
  /** Parts above nothing: the others carry nothing. */
  parts: number
  total: Minor
  /** The largest part's share, 0 to 1; 0 of nothing. */
  top: number
  /** Herfindahl–Hirschman index Σ share², 0 to 1. */
  hhi: number
  /** 1 ÷ HHI: of how many equal parts the total might as well be. 0 of nothing. */
  effective: number
}

/** Parts that bring nothing, or give more back than they bring, carry nothing and are left out. */
export function concentration(amounts: readonly Minor[]): Concentration {
  const shares = sharesOf(amounts)
  const hhi = shares.reduce((sum, share) => sum + share * share, 0)
  const total = amounts.reduce((sum, amount) => sum + Math.max(0, amount), 0)
  return { parts: shares.length, total, top: Math.max(0, ...shares.slice(0, 1)), hhi, effective: hhi > 0 ? 1 / hhi : 0 }
}

/** Each part's share of all that is above nothing, the largest first; they sum to 1. */
export function sharesOf(amounts: readonly Minor[]): number[] {
  const carrying = amounts.filter((amount) => amount > 0).sort((a, b) => b - a)
  const total = carrying.reduce((sum, amount) => sum + amount, 0)
  return carrying.map((amount) => amount / total)
}

/** How many more gifts of the usual size a total needs to be enough; null where no gift tells what is usual. */
export function giftsMissing(gifts: readonly Minor[], total: Minor, enough: Minor): number | null {
  const usual = median(gifts.filter((gift) => gift > 0))
  return usual === null || usual <= 0 ? null : Math.max(0, Math.ceil((enough - total) / usual))
}
