import { bandAhead, type Band, type Paths } from './forecast.ts'
import type { Minor } from './money.ts'
import { splitLike } from './smooth.ts'

/** Paths are near the tenth percentile from the fifth to the fifteenth, in hundredths. */
const NEAR = { from: 5, to: 15 }

export interface Dependable extends Band {
  /** What each stream brings of `low`, in the order of the question: their sum is `low`. */
  byStream: Minor[]
}

/**
 * What can be counted on in the month that is told by stream: the tenth percentile of the draws, parted by the streams' mean contribution in the draws
 * near it (FEATURES N4). Where those streams come to nothing together, nothing is parted.
 */
export function dependable(paths: Paths): Dependable {
  const { draws, told, byStream: made } = paths
  const band = bandAhead(paths, told)
  const streams = made.length / draws
  const sums = Float64Array.from({ length: draws }, (_, draw) =>
    made.subarray(draw * streams, (draw + 1) * streams).reduce((sum, one) => sum + one, 0),
  )
  const near = Array.from({ length: draws }, (_, draw) => draw)
    .sort((a, b) => (sums[a] ?? 0) - (sums[b] ?? 0) || a - b)
    .slice(Math.trunc((draws * NEAR.from) / 100), Math.trunc((draws * NEAR.to) / 100))
  // What a stream costs in such a month is no part of what the others bring, nor what it brings a part of a loss.
  const side = band.low < 0 ? -1 : 1
  const parts = Array.from({ length: streams }, (_, s) => {
    return Math.max(0, near.reduce((sum, draw) => sum + (made[draw * streams + s] ?? 0), 0) * side)
  })
  const byStream = parts.some((part) => part > 0) ? splitLike(band.low, parts) : parts
  return { ...band, byStream }
}
