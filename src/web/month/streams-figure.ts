import type { MonthPage } from '#contract/income.ts'
import { lastDay, type Month } from '#domain/month.ts'
import type { Cell, DerivedFigure } from '#web/figures/derived-figure.ts'
import { lensTag, netHeading } from '#web/lens/lens.ts'
import type { Format } from '#web/ui/format.ts'
import { asleepText, changeText, isAsleep } from './sentence.ts'
import { streamLabel } from './stream-label.ts'

type Told = Pick<MonthPage, 'month' | 'today' | 'running' | 'lens' | 'streams'>
type Stream = MonthPage['streams'][number]

/** How far each stream stands from its usual, opened: the six months that it is held against, and their median. */
export function streamsFigure({ month, today, running, lens, streams }: Told, format: Format): DerivedFigure {
  const compared = streams.filter(({ before }) => before.length > 0)
  const until = running ? `by the ${format.ordinal(today)}` : `by the ${format.ordinal(lastDay(month))}`
  return {
    title: `Streams in ${format.month(month)} against their usual, ${lensTag(lens)}`,
    figure: `${format.count(compared.length)} of ${format.count(streams.length)} compared`,
    formula: `Change = (what came ${until} − usual) ÷ usual. Usual is the median of what the stream had brought ${running ? 'by the same day' : 'in all'} in each of the six months before; of six it is the mean of the middle two. Under half a percent it is as usual; where the usual is nothing or a loss, or the change is more than tenfold, the usual stands in its place.`,
    inputs: [
      { label: 'Months before', value: format.count(Math.max(0, ...compared.map(({ before }) => before.length))) },
      ...(running ? [{ label: 'Counted', value: until }] : []),
    ],
    leftOut: [
      `Streams that brought nothing yet six months ago: ${format.count(streams.length - compared.length)}.`,
      'Monthly sums without a day, while the month runs.',
      'Money that has no rate.',
    ],
    rows: {
      columns: [
        { heading: 'Stream', kind: 'text' },
        { heading: 'What', kind: 'text' },
        { heading: 'Month', kind: 'month' },
        { heading: netHeading(lens), kind: 'amount' },
        { heading: 'Change', kind: 'text' },
      ],
      rows: compared.flatMap((stream) => rowsOf(stream, { month, until, format })),
    },
  }
}

function rowsOf(stream: Stream, { month, until, format }: { month: Month; until: string; format: Format }): Cell[][] {
  const { before, net, usual, history, ventureName } = stream
  const name = [ventureName, streamLabel(stream)].filter((word) => word !== '').join(' · ')
  const change = isAsleep(history) ? asleepText(stream, month, format) : changeText(net, usual, format)
  return [
    ...before.map(({ month: one, net: sum }): Cell[] => [name, until, one, sum, null]),
    [name, 'usual: their median', null, usual, null],
    [name, until, month, net, change],
  ]
}
