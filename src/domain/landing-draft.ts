import type { LineIndex } from './double-index.ts'
import { platformWords } from './double-words.ts'

/** Share that may be lost on the way, or gained where it is converted. */
export const LANDING_TOLERANCE = { lost: 0.03, gained: 0.005 } as const

/** A landing that fits, before it is known whether another fits as well; lines are told by position in the index. */
export interface LandingDraft {
  counts: readonly number[]
  arrival: number
  score: number
  reasons: readonly string[]
}

export type Fit = 'same' | 'less' | 'home'

export const FITS: Readonly<Record<Fit, string>> = {
  same: 'The amount is the same.',
  less: `The amount is the same but for up to ${LANDING_TOLERANCE.lost * 100} %.`,
  home: `At the rates of their days the amounts are the same, give or take ${LANDING_TOLERANCE.lost * 100} %.`,
}

/** Says that the arrival names the platform of a line. */
export function namedReason({ lines }: LineIndex, at: number | undefined): string[] {
  const platform = lines[at ?? -1]?.platform
  return platform === undefined ? [] : [`The arrival's text says "${platformWords(platform)[0] ?? platform}".`]
}
