import { bySight, sightName, type FoundDouble } from './double.ts'
import type { PairQuestion } from './double-flow.ts'
import { freeOf } from './double-index.ts'
import { arrivalsOf } from './landing-arrivals.ts'
import type { LandingDraft } from './landing-draft.ts'
import { byPayout } from './landing-payouts.ts'
import { bySums } from './landing-sums.ts'

/**
 * Finds payouts that arrive elsewhere: by the payout's own line, or, where the platform writes none, by the sum of its payments of
 * some days or of a month. Other amounts than the payout's own need the platform's name in the arrival's text.
 */
export function findLandings({ index, taken }: Pick<PairQuestion, 'index' | 'taken'>): FoundDouble[] {
  const free = freeOf(index, taken)
  const places = arrivalsOf(index, free)
  return chosen([...byPayout(index, free, places), ...bySums(index, free, places)])
}

/** The best first; an arrival that two streams fit equally well is left out, and each line lands once. */
function chosen(drafts: readonly LandingDraft[]): FoundDouble[] {
  const gone = new Set<string>()
  const found: FoundDouble[] = []
  const sorted = drafts.toSorted(
    (a, b) =>
      b.score - a.score || a.day - b.day || bySight(a.covered, b.covered) || bySight(a.counts[0] ?? a.covered, b.counts[0] ?? b.covered),
  )
  const rivals = Map.groupBy(sorted, ({ covered, score }) => `${sightName(covered)} ${score}`)
  for (const one of sorted) {
    const { from: _, day: __, ...double } = one
    const names = [...one.counts, one.covered].map(sightName)
    const equal = rivals.get(`${sightName(one.covered)} ${one.score}`) ?? []
    const isOpen = equal.some((other) => other.from !== one.from && !other.counts.some((sight) => gone.has(sightName(sight))))
    if (isOpen || names.some((name) => gone.has(name))) continue
    for (const name of names) gone.add(name)
    found.push(double)
  }
  return found
}
