/** How long one patron stayed, in months; `ended` false where the patron is still there. */
export interface Stay {
  months: number
  ended: boolean
}

/** From one month on: the share still there, 0 to 1, and how many were observed up to it. */
export interface SurvivalStep {
  month: number
  left: number
  /** Between these the true share lies in 8 of 10 cases, by Greenwood's variance. */
  low: number
  high: number
  atRisk: number
  /** How many of those left then. */
  gone: number
}

/** A normal deviate is within this many standard deviations in 8 of 10 cases. */
const EIGHT_OF_TEN = 1.2816
/** Fewer than these under observation draw no line. */
const AT_RISK = 5

/**
 * Who stays, by Kaplan and Meier (1958): S(t) = Π over months t_i ≤ t with an end of (1 − d_i ÷ n_i); whoever is still there counts
 * as observed up to the months so far. Steps come at months with an end, while at least five are at risk (METRICS 5). The band is
 * S ± 1.28 · S · √Σ d_i ÷ (n_i · (n_i − d_i)), within 0 and 1 (Greenwood 1926).
 */
export function survival(stays: readonly Stay[]): SurvivalStep[] {
  const ends = [...new Set(stays.filter(({ ended }) => ended).map(({ months }) => months))].sort((a, b) => a - b)
  const steps: SurvivalStep[] = []
  let [left, sum] = [1, 0]
  for (const month of ends) {
    const observed = atRisk(stays, month)
    if (observed < AT_RISK) break
    const gone = stays.filter((stay) => stay.ended && stay.months === month).length
    left *= 1 - gone / observed
    // Where everybody left nothing is left that could vary.
    if (gone < observed) sum += gone / (observed * (observed - gone))
    const wide = EIGHT_OF_TEN * left * Math.sqrt(sum)
    steps.push({ month, left, low: Math.max(0, left - wide), high: Math.min(1, left + wide), atRisk: observed, gone })
  }
  return steps
}

/** How many are under observation at a month. */
export function atRisk(stays: readonly Stay[], month: number): number {
  return stays.filter((stay) => stay.months >= month).length
}

/** The last month that the line is drawn to: as long as five are at risk. */
export function drawnTo(stays: readonly Stay[]): number {
  const longest = stays.map(({ months }) => months).sort((a, b) => b - a)
  return longest[AT_RISK - 1] ?? 0
}
