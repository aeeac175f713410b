import { bySight, type FoundDouble, type Sight } from './double.ts'
import type { LineIndex } from './double-index.ts'
import { arrivalsOf } from './landing-arrivals.ts'
import type { LandingDraft } from './landing-draft.ts'
import { byPayout } from './landing-payouts.ts'
import { bySums } from './landing-sums.ts'

/**
 * Finds payouts that arrive elsewhere: by the payout's own line, or, where the platform writes none, by the sum of its payments of
 * some days or of a month. Lines that are `free` may be part of one; they are not any more once they are.
 */
export function findLandings(index: LineIndex, free: Uint8Array): FoundDouble[] {
  const places = arrivalsOf(index, free)
  const drafts = [...byPayout(index, free, places), ...bySums(index, free, places)]
  return chosen(index, free, drafts).map(({ counts, arrival, score, reasons }) => {
    const sights = counts.map((at) => sight(index, at)).sort(bySight)
    return { kind: 'landing', counts: sights, covered: sight(index, arrival), score, reasons }
  })
}

function sight({ lines }: LineIndex, at: number): Sight {
  const { stream = 0, key = '' } = lines[at] ?? {}
  return { stream, key }
}

/** The best first; an arrival that two streams fit equally well is left out, and each line lands once. */
function chosen({ streams }: LineIndex, free: Uint8Array, drafts: LandingDraft[]): LandingDraft[] {
  drafts.sort((a, b) => b.score - a.score || a.arrival - b.arrival || (a.counts[0] ?? 0) - (b.counts[0] ?? 0))
  const found: LandingDraft[] = []
  for (const [i, one] of drafts.entries()) {
    if (!free[one.arrival] || one.counts.some((at) => !free[at])) continue
    const from = streams[one.counts[0] ?? 0]
    const isOpen = equals(drafts, i).some(({ counts }) => streams[counts[0] ?? 0] !== from && counts.every((at) => free[at]))
    if (isOpen) continue
    for (const at of [...one.counts, one.arrival]) free[at] = 0
    found.push(one)
  }
  return found
}

/** The others of the same arrival and score: they stand beside it. */
function equals(drafts: readonly LandingDraft[], i: number): LandingDraft[] {
  const isEqual = (j: number) => drafts[j]?.arrival === drafts[i]?.arrival && drafts[j]?.score === drafts[i]?.score
  let [from, to] = [i, i + 1]
  while (isEqual(from - 1)) from--
  while (isEqual(to)) to++
  return drafts.slice(from, to)
}
