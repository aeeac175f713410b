import type { StreamMonths } from './forecast-parts.ts'
import type { Minor } from './money.ts'

/** A stream with all that its full months brought. */
export interface PastStream extends StreamMonths {
  /** No longer open: nothing more is expected of it. */
  archived: boolean
  /** The part of each month that is known beside the draws, such as payments of a year. */
  yearly: readonly Minor[]
}

/**
 * Streams as they are drawn: without what is known (METRICS 9, step 5). An archived one keeps its place and brings nothing more, in
 * past months neither, so that nobody is told of chances that only it had.
 */
export function drawnStreams(streams: readonly PastStream[]): StreamMonths[] {
  return streams.map(({ kind, net, yearly, archived }) => {
    return { kind, net: net.map((sum, i) => (archived ? 0 : sum - (yearly[i] ?? 0))) }
  })
}
