import type { Crowd } from '#contract/crowd.ts'
import { median } from '#domain/income.ts'
import type { Minor } from '#domain/money.ts'
import type { Format } from '#web/ui/format.ts'
import { numberWord } from '#web/ui/number-words.ts'

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

/** How many streams bring money month for month, of the months shown that the book knows. */
export function rhythmSentence({ streams, months, since }: Pick<Crowd, 'streams' | 'months' | 'since'>, format: Format): string {
  const known = months.filter((month) => since !== null && month >= since).length
  if (known < 2) return 'When money comes can be told from two full months on.'
  const every = streams.filter(({ history }) => history.slice(-known).every((net) => net > 0)).length
  const rest = `brought money in every one of ${format.count(known)} months.`
  if (every === 0) return `No stream ${rest}`
  if (every < streams.length) return `${format.count(every)} of ${format.count(streams.length)} streams ${rest}`
  if (every === 1) return `The one stream ${rest}`
  return every === 2 ? `Both streams ${rest}` : `All ${numberWord(every)} streams ${rest}`
}
