import type { Minor } from './money.ts'
import type { Month } from './month.ts'
import type { Levels } from './target.ts'

/** How urgent a need is: without `bare` nothing goes on, `enough` makes it sustainable, `comfortable` is what comes after. */
export type NeedLevel = 'bare' | 'enough' | 'comfortable'

/** One thing that a month's money is for; minor units of the book's home currency, at least 1. */
export interface Need {
  text: string
  amount: Minor
  level: NeedLevel
}

/** What a month of one venture needs, from a month on, until its next target. The needs stand in their order of priority. */
export interface VentureTarget {
  venture: number
  from: Month
  needs: Need[]
}

/** The three levels that needs add up to: each level holds all that is more urgent. */
export function levelsOf(needs: readonly Need[]): Levels {
  const sum = (levels: readonly NeedLevel[]): Minor =>
    needs.reduce((total, { amount, level }) => (levels.includes(level) ? total + amount : total), 0)
  return { bare: sum(['bare']), enough: sum(['bare', 'enough']), comfortable: sum(['bare', 'enough', 'comfortable']) }
}

/** The target in force for a venture in a month, or null before its first one. The list may stand in any order. */
export function ventureTargetOf<T extends VentureTarget>(targets: readonly T[], venture: number, month: Month): T | null {
  let best: T | null = null
  for (const target of targets) {
    if (target.venture === venture && target.from <= month && (!best || target.from > best.from)) best = target
  }
  return best
}
