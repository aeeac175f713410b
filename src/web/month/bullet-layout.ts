import type { Minor } from '#domain/money.ts'
import type { Target } from '#domain/target.ts'
import type { Group } from './groups.ts'

/** Where things stand along the bullet, in percent of its width. */
export interface BulletLayout {
  segments: { key: string; x: number; width: number; group: Group }[]
  /** What is pledged and not paid yet, after what has come; null where nothing is. */
  pledged: { x: number; width: number } | null
  /** Where the month will likely end, from the low end of its band to the high one; null where nothing is said. */
  likely: { x: number; width: number } | null
  /** What of the money that is there is put aside for tax: the end of the bar; null where nothing is. */
  aside: { x: number; width: number } | null
  /** Where the words of two levels would lie on each other, those of the second stand a row lower. */
  marks: { level: 'basics' | 'enough' | 'comfortable'; amount: Minor; x: number; anchor: 'start' | 'middle' | 'end'; row: number }[]
}

/** The scale runs from 0 to one and a half times enough, or to what arrived where that is more. */
export function bulletTop(target: Target | null, total: Minor): Minor {
  const goal = target ? Math.max(target.enough * 1.5, target.comfortable * 1.1) : 0
  return Math.max(goal, target ? total : total * 1.25, 1)
}

/** What is laid beside the groups: money that is not there yet, and what of the money there is not one's own. */
export interface Beside {
  promised?: Minor
  aside?: Minor
  /** What the month will likely come to. */
  band?: { low: Minor; high: Minor } | null
  /** On a phone words take a larger part of the width. */
  narrow?: boolean
}

/**
 * Lays one month's groups end to end, each of one value. What a group lost is taken from the end,
 * so that the bar ends at the total; the legend names it.
 */
export function layOutBullet(groups: readonly Group[], target: Target | null, beside: Beside = {}): BulletLayout {
  const { promised = 0, band = null, aside = 0, narrow = false } = beside
  const total = groups.reduce((sum, group) => sum + (group.values[0] ?? 0), 0)
  const top = bulletTop(target, Math.max(Math.max(total, 0) + promised, band?.high ?? 0))
  const percent = (amount: Minor) => (amount / top) * 100
  const segments: BulletLayout['segments'] = []
  let from = 0
  for (const group of groups) {
    const to = Math.min(from + Math.max(group.values[0] ?? 0, 0), Math.max(total, 0))
    if (to > from) segments.push({ key: group.key, group, x: percent(from), width: percent(to - from) })
    from = to
  }
  const pledged = promised > 0 ? { x: percent(Math.max(total, 0)), width: percent(promised) } : null
  const likely = band ? { x: percent(Math.max(0, band.low)), width: percent(Math.max(0, band.high) - Math.max(0, band.low)) } : null
  const taxed = Math.min(aside, Math.max(total, 0))
  const owed = taxed > 0 ? { x: percent(total - taxed), width: percent(taxed) } : null
  return { segments, pledged, likely, aside: owed, marks: target ? marksOf(target, percent, narrow) : [] }
}

/** How wide the words of a level are at most, in percent of the width; on a phone they are told without their amounts. */
const WORDS = { wide: { basics: 21, comfortable: 28 }, narrow: { basics: 17, comfortable: 32 } }
/** How much of its words lies before a mark, by how they are anchored. */
const BEFORE = { start: 0, middle: 0.5, end: 1 }

function marksOf(target: Target, percent: (amount: Minor) => number, narrow: boolean): BulletLayout['marks'] {
  const at = (level: 'basics' | 'enough' | 'comfortable', amount: Minor) => {
    const x = percent(amount)
    const anchor = x < 14 ? ('start' as const) : x > 86 ? ('end' as const) : ('middle' as const)
    return { level, amount, x, anchor, row: 0 }
  }
  const marks = [at('enough', target.enough)]
  if (target.bare > 0 && target.bare < target.enough) marks.unshift(at('basics', target.bare))
  if (target.comfortable > target.enough) {
    const [mark, basics] = [at('comfortable', target.comfortable), marks.find(({ level }) => level === 'basics')]
    const words = WORDS[narrow ? 'narrow' : 'wide']
    const ends = basics ? basics.x + words.basics * (1 - BEFORE[basics.anchor]) : -Infinity
    marks.push({ ...mark, row: mark.x - words.comfortable * BEFORE[mark.anchor] < ends ? 1 : 0 })
  }
  return marks
}
