import type { MonthPage } from '#contract/income.ts'
import type { Stream } from '#contract/stream.ts'
import { monthOf, type Month } from '#domain/month.ts'

/** The book's newest month with income, for a month that has none and comes after it: old exports begin with an empty month. */
export function newestBefore(page: Pick<MonthPage, 'month' | 'total'>, streams: readonly Pick<Stream, 'lastDay'>[]): Month | undefined {
  if (page.total.entries > 0) return undefined
  const months = streams.flatMap(({ lastDay }) => (lastDay === null ? [] : [monthOf(lastDay)]))
  const newest = months.toSorted().at(-1)
  return newest !== undefined && newest < page.month ? newest : undefined
}
