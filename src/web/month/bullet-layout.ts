import type { Minor } from '#domain/money.ts'
import type { Target } from '#domain/target.ts'
import type { Group } from './groups.ts'

/** Where things stand along the bullet, in percent of its width. */
export interface BulletLayout {
  segments: { key: string; x: number; width: number; group: Group }[]
  /** What is pledged and not paid yet, after what has come; null where nothing is. */
  pledged: { x: number; width: number } | null
  marks: { level: 'basics' | 'enough' | 'comfortable'; amount: Minor; x: number; anchor: 'start' | 'middle' | 'end' }[]
}

/** The scale runs from 0 to one and a half times enough, or to what arrived where that is more. */
export function bulletTop(target: Target | null, total: Minor): Minor {
  const goal = target ? Math.max(target.enough * 1.5, target.comfortable * 1.1) : 0
  return Math.max(goal, target ? total : total * 1.25, 1)
}

/**
 * Lays one month's groups end to end, each of one value. What a group lost is taken from the end,
 * so that the bar ends at the total; the legend names it.
 */
export function layOutBullet(groups: readonly Group[], target: Target | null, promised: Minor = 0): BulletLayout {
  const total = groups.reduce((sum, group) => sum + (group.values[0] ?? 0), 0)
  const top = bulletTop(target, Math.max(total, 0) + promised)
  const percent = (amount: Minor) => (amount / top) * 100
  const segments: BulletLayout['segments'] = []
  let from = 0
  for (const group of groups) {
    const to = Math.min(from + Math.max(group.values[0] ?? 0, 0), Math.max(total, 0))
    if (to > from) segments.push({ key: group.key, group, x: percent(from), width: percent(to - from) })
    from = to
  }
  const pledged = promised > 0 ? { x: percent(Math.max(total, 0)), width: percent(promised) } : null
  return { segments, pledged, marks: target ? marksOf(target, percent) : [] }
}

function marksOf(target: Target, percent: (amount: Minor) => number): BulletLayout['marks'] {
  const at = (level: 'basics' | 'enough' | 'comfortable', amount: Minor) => {
    const x = percent(amount)
    const anchor = x < 14 ? ('start' as const) : x > 86 ? ('end' as const) : ('middle' as const)
    return { level, amount, x, anchor }
  }
  const marks = [at('enough', target.enough)]
  if (target.bare > 0 && target.bare < target.enough) marks.unshift(at('basics', target.bare))
  if (target.comfortable > target.enough) marks.push(at('comfortable', target.comfortable))
  return marks
}
