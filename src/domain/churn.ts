import { WHOLE, type BasisPoints } from './basis-points.ts'

/** The 90th percentile of a standard normal: the two ends of an interval of 80 %. */
const Z80 = 1.2815515655446004
/** What is assumed to be lost in a month where nothing else is said, 5 %: ours, and no measured figure (METRICS 4). */
export const USUAL_LEAVING: BasisPoints = 500
/** The most that can be assumed. */
export const MOST_LEAVING: BasisPoints = 5_000
/** The assumption is as strong as so many months of one patron. */
export const ASSUMED_MONTHS = 10
/** Patron-months under which no lifetime is told: 24 patron-years. */
const LIFETIME_FROM = 24 * 12

/** Both ends of a range, low first. */
export interface Range {
  low: number
  high: number
}

/**
 * Wilson's score interval of 80 % for a share k of n, 0 to 1; n must be above 0.
 * https://en.wikipedia.org/wiki/Binomial_proportion_confidence_interval#Wilson_score_interval
 */
export function wilson80(k: number, n: number): Range {
  const share = k / n
  const square = Z80 * Z80
  const middle = share + square / (2 * n)
  const half = Z80 * Math.sqrt((share * (1 - share)) / n + square / (4 * n * n))
  const whole = 1 + square / n
  return { low: Math.max(0, (middle - half) / whole), high: Math.min(1, (middle + half) / whole) }
}

/**
 * Share of patrons lost in a month, 0 to 1, pulled towards an assumed share where little is known: (gone + 0.5) ÷ (patron-months + 10)
 * for 5 %.
 */
export function pooledHazard(gone: number, patronMonths: number, assumed: BasisPoints = USUAL_LEAVING): number {
  return (gone + (ASSUMED_MONTHS * assumed) / WHOLE) / (patronMonths + ASSUMED_MONTHS)
}

/** How many months a patron stays, as a range: 1 ÷ each end of the loss a month. Null under 24 patron-years, or where nobody left. */
export function lifetimeRange(gone: number, patronMonths: number): Range | null {
  if (patronMonths < LIFETIME_FROM || gone === 0) return null
  const { low, high } = wilson80(gone, patronMonths)
  return { low: 1 / high, high: 1 / low }
}
