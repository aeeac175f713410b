/** How long one patron stayed, in months; `ended` false where the patron is still there. */
export interface Stay {
  months: number
  ended: boolean
}

/** From one month on: the share still there, 0 to 1, and how many were observed up to it. */
export interface SurvivalStep {
  month: number
  left: number
  atRisk: number
}

/** Fewer than these under observation draw no line. */
const AT_RISK = 5

/**
 * Who stays, by Kaplan and Meier (1958): S(t) = Π over months t_i ≤ t with an end of (1 − d_i ÷ n_i); whoever is still there counts
 * as observed up to the months so far. Steps come at months with an end, while at least five are at risk (METRICS 5).
 */
export function survival(stays: readonly Stay[]): SurvivalStep[] {
  const ends = [...new Set(stays.filter(({ ended }) => ended).map(({ months }) => months))].sort((a, b) => a - b)
  const steps: SurvivalStep[] = []
  let left = 1
  for (const month of ends) {
    const observed = atRisk(stays, month)
    if (observed < AT_RISK) break
    left *= 1 - stays.filter((stay) => stay.ended && stay.months === month).length / observed
    steps.push({ month, left, atRisk: observed })
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
