import type { Crowd } from '#contract/crowd.ts'
import { median } from '#domain/income.ts'
import type { Minor } from '#domain/money.ts'
import type { Format } from '#web/ui/format.ts'

/** How a month stands beside the stream's own middle one: 0 is nothing, 1 far under it, 3 about it, 5 far over it. */
export type Shade = 0 | 1 | 2 | 3 | 4 | 5

/** Upper ends of the shades, in thousandths of the median. */
const ENDS = [500, 850, 1150, 1500] as const

/** The shade of each month of a stream, by its share of the median of its months that brought anything. */
export function shadesOf(history: readonly Minor[]): Shade[] {
  const usual = median(history.filter((net) => net > 0)) ?? 0
  return history.map((net) => {
    if (net <= 0 || usual <= 0) return 0
    const at = ENDS.findIndex((end) => net * 1000 <= usual * end)
    // One of the five steps by construction.
    return (at < 0 ? 5 : at + 1) as Shade
  })
}

/** How many streams bring money month for month, of the months since any of them brought something. */
export function rhythmSentence({ streams }: Pick<Crowd, 'streams'>, format: Format): string {
  const begun = Math.max(...streams.map(({ history }) => history.length - firstOf(history)), 0)
  if (begun < 2) return 'When money comes can be told from two full months on.'
  const every = streams.filter(({ history }) => history.slice(-begun).every((net) => net > 0)).length
  const rest = `brought money in every one of ${format.count(begun)} months.`
  if (every === 0) return `No stream ${rest}`
  if (every < streams.length) return `${format.count(every)} of ${format.count(streams.length)} streams ${rest}`
  return every === 1 ? `The one stream ${rest}` : `All ${format.count(every)} streams ${rest}`
}

/** Where a stream's months begin to bring anything; past the end where none does. */
function firstOf(history: readonly Minor[]): number {
  const at = history.findIndex((net) => net !== 0)
  return at < 0 ? history.length : at
}
