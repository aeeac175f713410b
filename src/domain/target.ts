import type { Minor } from './money.ts'
import type { Month } from './month.ts'

/** What a month needs before income tax, in minor units of the home currency; bare ≤ enough ≤ comfortable. */
export interface Levels {
  bare: Minor
  enough: Minor
  comfortable: Minor
}

/** Levels that hold from a month on, until the next target. */
export interface Target extends Levels {
  from: Month
}

/** The first target holds for all that is known: what is enough was no less true before it was said. */
export const SINCE_ALWAYS: Month = '1999-01'

/** The target in force in a month, or null before the first one. The list may stand in any order. */
export function targetOf(targets: readonly Target[], month: Month): Target | null {
  let best: Target | null = null
  for (const target of targets) if (target.from <= month && (!best || target.from > best.from)) best = target
  return best
}

/** Levels from one figure: basics at three quarters, comfortable at a quarter more, for a person who said only what is enough. */
export function levelsAround(enough: Minor): Levels {
  return { bare: Math.trunc((enough * 3) / 4), enough, comfortable: Math.trunc((enough * 5) / 4) }
}
