import type { Time } from '#contract/time.ts'
import { BarRows, type BarRow } from '#web/patrons/bar-rows.tsx'
import { How } from '#web/figures/how.tsx'
import { streamTitle } from '#web/streams/stream-title.ts'
import { Card } from '#web/ui/card.tsx'
import { ChartFigure } from '#web/ui/chart-figure.tsx'
import { DataTable } from '#web/ui/data-table.tsx'
import type { Format } from '#web/ui/format.ts'
import { hueOf, OTHER, ranksById } from '#web/ui/hues.ts'
import { ceilingFigure } from './ceiling-figure.ts'
import { HoursForm } from './plan-forms.tsx'
import { ceilingSentence, freeSentence, hourCount } from './words.ts'

interface CeilingCardProps {
  time: Time
  format: Format
}

const TITLE = 'How far can your hours carry?'

/** The most that a usual month can bring with the hours there are, beside enough. */
export function CeilingCard({ time, format }: CeilingCardProps) {
  const { ceiling, enough } = time
  const sentence = ceilingSentence(time, format)
  const form = <HoursForm plan={time.plan} usual={time.usual} month={time.month} />
  if (!ceiling) {
    return (
      <Card className="span-6" title={TITLE}>
        <p className="answer">
          {sentence} {freeSentence(time, format)}
        </p>
        {form}
      </Card>
    )
  }
  return (
    <ChartFigure
      className="span-6"
      title={TITLE}
      tools={<span className="hint">a usual month, smoothed, net</span>}
      summary={sentence}
      summaryHidden
      before={
        <p className="answer">
          {sentence} {freeSentence(time, format)}
        </p>
      }
      after={
        <>
          {form}
          <How figure={() => ceilingFigure({ ...time, ceiling }, format)} />
        </>
      }
      table={<CeilingTable ceiling={ceiling} format={format} />}
    >
      <BarRows says={sentence} rows={barsOf(time, ceiling, format)} enough={enough} />
      {enough !== null && <p className="hint">The green line is enough: {format.money(enough)}.</p>}
    </ChartFigure>
  )
}

type Ceiling = NonNullable<Time['ceiling']>

/** What takes no hours first, then each stream where the one before ends, the best paid first; one that brings nothing has no bar. */
function barsOf({ ventures }: Time, ceiling: Ceiling, format: Format): BarRow[] {
  const ranks = ranksById(ventures.map(({ venture }) => venture))
  const parts = [
    { key: 'free', label: 'Takes no hours', net: ceiling.free, hue: OTHER },
    ...[...ceiling.filled, ...ceiling.unrated]
      .filter(({ net }) => net > 0)
      .map((one) => ({ key: String(one.stream), label: streamTitle(one), net: one.net, hue: hueOf(ranks.get(one.venture) ?? -1) })),
  ]
  let from = 0
  return parts.map(({ key, label, net, hue }) => {
    const bar = { key, label, from, to: from + net, value: format.money(net), hue }
    from += net
    return bar
  })
}

function CeilingTable({ ceiling, format }: { ceiling: Ceiling; format: Format }) {
  const rows = [
    { key: 'free', name: 'Takes no hours', rate: '', work: '', minutes: '', net: ceiling.free },
    ...ceiling.filled.map((one) => ({
      key: String(one.stream),
      name: streamTitle(one),
      rate: format.exact(one.rate),
      work: hourCount(one.demand, format),
      minutes: hourCount(one.minutes, format),
      net: one.net,
    })),
    ...ceiling.unrated.map((one) => ({
      key: String(one.stream),
      name: streamTitle(one),
      rate: '',
      work: '',
      minutes: 'as it is',
      net: one.net,
    })),
    { key: 'total', name: 'Together', rate: '', work: '', minutes: '', net: ceiling.total },
  ]
  return (
    <DataTable
      caption="What a usual month can bring, fully booked"
      rows={rows}
      rowKey={({ key }) => key}
      columns={[
        { key: 'name', heading: 'What', names: true, cell: ({ name }) => <bdi>{name}</bdi> },
        { key: 'rate', heading: 'An hour', align: 'number', cell: ({ rate }) => rate },
        { key: 'work', heading: 'Work for, hours', align: 'number', cell: ({ work }) => work },
        { key: 'minutes', heading: 'Given, hours', align: 'number', cell: ({ minutes }) => minutes },
        { key: 'net', heading: 'Net', align: 'number', cell: ({ net }) => format.exact(net) },
      ]}
    />
  )
}
