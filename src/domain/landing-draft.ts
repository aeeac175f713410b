import { bySight, type DoubleLine, type FoundDouble, type Sight } from './double.ts'
import { platformWords } from './double-words.ts'
import { dayNumber } from './month.ts'

/** Share that may be lost on the way, or gained where it is converted. */
export const LANDING_TOLERANCE = { lost: 0.03, gained: 0.005 } as const

/** A landing that fits, before it is known whether another fits as well. */
export interface LandingDraft extends FoundDouble {
  /** Where it comes from: the arrival may have come from one stream only. */
  from: number
  day: number
}

export type Fit = 'same' | 'less' | 'home'

export const FITS: Readonly<Record<Fit, string>> = {
  same: 'The amount is the same.',
  less: `The amount is the same but for up to ${LANDING_TOLERANCE.lost * 100} %.`,
  home: `At the rates of their days the amounts are the same, give or take ${LANDING_TOLERANCE.lost * 100} %.`,
}

interface Draft {
  counts: readonly DoubleLine[]
  arrival: DoubleLine
  score: number
  reasons: string[]
}

export function draftOf({ counts, arrival, score, reasons }: Draft): LandingDraft {
  const sight = ({ stream, key }: DoubleLine): Sight => ({ stream, key })
  return {
    kind: 'landing',
    counts: counts.map(sight).sort(bySight),
    covered: sight(arrival),
    score,
    reasons,
    from: counts[0]?.stream ?? 0,
    day: dayNumber(arrival.day),
  }
}

/** Says that the arrival names the platform of a line. */
export function namedReason(line: DoubleLine | undefined): string[] {
  return line ? [`The arrival's text says "${platformWords(line.platform)[0] ?? line.platform}".`] : []
}
