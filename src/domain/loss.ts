import type { Band, Paths } from './forecast.ts'
import { MEMORY, type StreamMonths } from './forecast-parts.ts'
import type { ForetellQuestion } from './foretell.ts'
import type { KnownItem } from './known-items.ts'

/** Months and known items of a book, as it is or as it is imagined. */
interface Drawable {
  streams: readonly StreamMonths[]
  known: readonly KnownItem[]
}

/**
 * Whether a book is imagined with less than it has, and so can bring no more: in the months that are drawn from, what is gone had
 * brought no less than it took, all streams together, and nothing that is known came to be more. Items that are known beyond those
 * of the real book are additions, and not looked at.
 */
export function isLoss(real: Pick<ForetellQuestion, 'streams' | 'known'>, imagined: Drawable): boolean {
  const known = real.known ?? []
  return sumOf(imagined.streams) <= sumOf(real.streams) && known.every(({ amount }, i) => (imagined.known[i]?.amount ?? 0) <= amount)
}

function sumOf(streams: readonly StreamMonths[]): number {
  return streams.reduce((all, { net }) => net.slice(-MEMORY).reduce((sum, one) => sum + one, all), 0)
}

/**
 * Paths of what is imagined, where what is lost adds nothing (docs/decisions/019-a-band-that-was-tried.md). Without someone who has
 * fallen silent a past looks calmer than it was, and of the same rows more would come: each path's month with the losses alone is
 * therefore held to what the same path brings in the real book, month by month, and what is added besides comes on top. Sound as long
 * as all three are drawn of the same rows, with the same seed and as many streams.
 */
export function withoutGain(real: Paths, losses: Paths, imagined: Paths): Paths {
  const totals = imagined.totals.map((total, i) => total - Math.max(0, (losses.totals[i] ?? 0) - (real.totals[i] ?? 0)))
  const still = imagined.still.map((is, ahead) => is && Boolean(losses.still[ahead] && real.still[ahead]))
  return { ...imagined, totals, still }
}

/** A band that is no higher than another at any of its ends: percentiles lie between draws, so that fewer ties can move them up. */
export function noHigher(band: Band, than: Band): Band {
  return { low: Math.min(band.low, than.low), middle: Math.min(band.middle, than.middle), high: Math.min(band.high, than.high) }
}
