import type { Crowd } from '#contract/crowd.ts'
import { median } from '#domain/income.ts'
import type { DerivedFigure } from '#web/figures/derived-figure.ts'
import { lensTag, netHeading } from '#web/lens/lens.ts'
import type { Format } from '#web/ui/format.ts'
import { rhythmSentence } from './calendar.ts'
import { streamName } from './stops.ts'

/** When money comes, opened: every month of every stream, and the middle month that its shades are held against. */
export function calendarFigure(crowd: Pick<Crowd, 'months' | 'streams' | 'lens' | 'since'>, format: Format): DerivedFigure {
  const { months, streams, lens } = crowd
  const brought = (history: readonly number[]) => history.filter((net) => net > 0)
  return {
    title: `When money comes, ${format.month(months[0] ?? '')} to ${format.month(months.at(-1) ?? '')}, ${lensTag(lens)}`,
    figure: rhythmSentence(crowd, format),
    formula: `A stream brings money in every month where none of the months that the book knows is 0 or less. Shade: net of the month ÷ the median of the stream’s months that brought anything, in five steps: to ${format.percent(0.5)}, ${format.percent(0.85)}, ${format.percent(1.15)}, ${format.percent(1.5)} and over.`,
    inputs: streams.map((stream) => {
      const own = brought(stream.history)
      const middle = own.length === 0 ? 'brought nothing' : `${format.exact(median(own) ?? 0)}, the median of ${format.count(own.length)}`
      return { label: streamName(stream), value: middle }
    }),
    leftOut: ['The running month.', 'Money that has no rate.', 'Months before the last twelve.'],
    rows: {
      columns: [
        { heading: 'Stream', kind: 'text' },
        { heading: 'Month', kind: 'month' },
        { heading: netHeading(lens), kind: 'amount' },
      ],
      rows: streams.flatMap((stream) => months.map((month, i) => [streamName(stream), month, stream.history[i] ?? 0])),
    },
  }
}
