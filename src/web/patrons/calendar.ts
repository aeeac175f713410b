import { median } from '#domain/income.ts'
import type { Minor } from '#domain/money.ts'

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
