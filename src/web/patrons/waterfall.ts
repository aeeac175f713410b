import type { Crowd } from '#contract/crowd.ts'
import type { Minor } from '#domain/money.ts'

/** One bar: the sum it starts from and the one it ends at. The first and the last stand on 0. */
export interface Fall {
  key: 'start' | 'end' | 'new' | 'returned' | 'more' | 'less' | 'gone' | 'fx' | 'small'
  from: Minor
  to: Minor
  /** Patrons; 0 for joined bars, where one may be in several. */
  patrons: number
}

const ORDER = ['new', 'returned', 'more', 'less', 'gone', 'fx'] as const

/** From what stood to what stands; changes under 2 % of the larger of both are joined, so that no bar is too thin to be seen. */
export function waterfall(movement: Crowd['movement']): Fall[] {
  const { start, end } = movement
  const least = Math.max(start.net, end.net) / 50
  const changes = ORDER.map((key) => ({ key, ...movement[key] })).filter(({ net }) => net !== 0)
  const small = changes.filter(({ net }) => Math.abs(net) < least)
  const joined = small.length > 1
  const steps = joined ? changes.filter((change) => !small.includes(change)) : changes
  const rest = { key: 'small' as const, net: small.reduce((sum, { net }) => sum + net, 0), patrons: 0 }
  let level = start.net
  const falls: Fall[] = [{ key: 'start', from: 0, to: level, patrons: start.patrons }]
  for (const { key, net, patrons } of joined ? [...steps, rest] : steps) falls.push({ key, from: level, to: (level += net), patrons })
  return [...falls, { key: 'end', from: 0, to: end.net, patrons: end.patrons }]
}
