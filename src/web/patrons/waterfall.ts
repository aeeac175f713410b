import type { Crowd } from '#contract/crowd.ts'
import type { Minor } from '#domain/money.ts'

/** One bar: the sum it starts from and the one it ends at. The first and the last stand on 0. */
export interface Bar<Key extends string> {
  key: Key | 'start' | 'end' | 'small'
  from: Minor
  to: Minor
  /** Patrons; 0 for joined bars, where one may be in several. */
  patrons: number
}

/** A signed step, or at an end of them what they lead from or to. */
interface Sum {
  net: Minor
  patrons: number
}

const ORDER = ['new', 'returned', 'more', 'less', 'gone', 'fx'] as const
export type Fall = Bar<(typeof ORDER)[number]>

export const MOVE_NAMES: Record<Exclude<Fall['key'], 'start' | 'end'>, string> = {
  new: 'New',
  returned: 'Came back',
  more: 'Give more',
  less: 'Give less',
  gone: 'Left',
  fx: 'Exchange rates',
  small: 'Small changes',
}

/** From what patrons gave a month to what they give. */
export function waterfall(movement: Crowd['movement']): Fall[] {
  return barsOf(
    movement,
    ORDER.map((key) => ({ key, ...movement[key] })),
  )
}

/** From the start by each step to the end; steps under 2 % of the larger end are joined, so that no bar is too thin to be seen. */
export function barsOf<Key extends string>({ start, end }: { start: Sum; end: Sum }, steps: readonly (Sum & { key: Key })[]): Bar<Key>[] {
  const least = Math.max(start.net, end.net) / 50
  const changes = steps.filter(({ net }) => net !== 0)
  const small = changes.filter(({ net }) => Math.abs(net) < least)
  const joined = small.length > 1
  const told = joined ? changes.filter((change) => !small.includes(change)) : changes
  const rest = { key: 'small' as const, net: small.reduce((sum, { net }) => sum + net, 0), patrons: 0 }
  let level = start.net
  const bars: Bar<Key>[] = [{ key: 'start', from: 0, to: level, patrons: start.patrons }]
  for (const { key, net, patrons } of joined ? [...told, rest] : told) bars.push({ key, from: level, to: (level += net), patrons })
  return [...bars, { key: 'end', from: 0, to: end.net, patrons: end.patrons }]
}
