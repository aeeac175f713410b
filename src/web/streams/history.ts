import type { StreamHistory } from '#contract/stream.ts'
import { addMonths, monthRange, type Month } from '#domain/month.ts'
import type { Span } from '#web/month/span.ts'

export type HistoryMonth = StreamHistory['months'][number]

const NOTHING = { gross: 0, fees: 0, refunds: 0, tax: 0, net: 0, entries: 0 }

/**
 * The months to show, oldest first, without gaps: up to the running month, or further where Smoothed reaches further and all are
 * asked for. At least six, so that a young stream is not one wide bar.
 */
export function monthsShown({ months }: Pick<StreamHistory, 'months'>, span: Span, running: Month): HistoryMonth[] {
  const known = new Map(months.map((month) => [month.month, month]))
  const names = months.map(({ month }) => month).sort()
  const first = names[0] ?? running
  const last = span === 'all' ? maxOf(names.at(-1) ?? running, running) : running
  const earliest = span === 'all' ? first : maxOf(first, addMonths(running, 1 - Number(span)))
  const from = earliest > addMonths(last, -5) ? addMonths(last, -5) : earliest
  return monthRange(from, last).map((month) => known.get(month) ?? { month, ...NOTHING })
}

const maxOf = (a: Month, b: Month): Month => (a > b ? a : b)

/** Sums of the months from..to, both included. */
export function sumsBetween(months: readonly HistoryMonth[], from: Month, to: Month): Omit<HistoryMonth, 'month'> {
  const sums = { ...NOTHING }
  for (const { month, gross, fees, refunds, tax, net, entries } of months) {
    if (month < from || month > to) continue
    sums.gross += gross
    sums.fees += fees
    sums.refunds += refunds
    sums.tax += tax
    sums.net += net
    sums.entries += entries
  }
  return sums
}
