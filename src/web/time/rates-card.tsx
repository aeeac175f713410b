import type { Time } from '#contract/time.ts'
import { How } from '#web/figures/how.tsx'
import { Card } from '#web/ui/card.tsx'
import { ChartFigure } from '#web/ui/chart-figure.tsx'
import { DataTable } from '#web/ui/data-table.tsx'
import type { Format } from '#web/ui/format.ts'
import { hueOf, ranksById } from '#web/ui/hues.ts'
import { RateRows } from './rate-rows.tsx'
import { neededRate, ratesFigure } from './rates-figure.ts'
import { rateSentence, ratesTag, spanWords } from './rate-words.ts'
import { hourCount } from './words.ts'

interface RatesCardProps {
  time: Time
  format: Format
}

const TITLE = 'What an hour really brings'

/** Net by all hours of each venture, its care of the business and what is never paid included. */
export function RatesCard({ time, format }: RatesCardProps) {
  const rated = time.ventures.filter(({ rate }) => rate !== null).toSorted((a, b) => (b.rate?.rate ?? 0) - (a.rate?.rate ?? 0))
  const sentence = rateSentence(time, format)
  if (rated.length === 0) {
    return (
      <Card className="span-6" title={TITLE}>
        <p className="answer">{sentence}</p>
      </Card>
    )
  }
  const ranks = ranksById(time.ventures.map(({ venture }) => venture))
  const rows = rated.flatMap(({ venture, name, rate }) => {
    if (!rate) return []
    const { low, high } = rate.range ?? { low: rate.rate, high: rate.rate }
    return [
      {
        key: venture,
        name,
        rate: rate.rate,
        low,
        high,
        value: format.money(rate.rate),
        span: spanWords(rate, format),
        hue: hueOf(ranks.get(venture) ?? -1),
      },
    ]
  })
  const needed = neededRate(time)
  return (
    <ChartFigure
      className="span-6"
      title={TITLE}
      tools={<span className="hint">{ratesTag(time, format)}</span>}
      summary={sentence}
      summaryHidden
      before={<p className="answer">{sentence}</p>}
      after={
        <>
          {needed !== null && (
            <p className="hint">
              The green line is enough: {format.money(needed)} an hour, if {hourCount(time.ceiling?.sustainable ?? 0, format)} paid hours
              had to bring all of it.
            </p>
          )}
          <How figure={() => ratesFigure(time, format)} />
        </>
      }
      table={<RatesTable time={time} format={format} />}
    >
      <RateRows says={sentence} rows={rows} enough={needed} />
    </ChartFigure>
  )
}

function RatesTable({ time, format }: RatesCardProps) {
  const taxed = time.ventures.some(({ rate }) => rate !== null && rate.afterTax !== null)
  const afterTax = ({ rate }: Time['ventures'][number]) => (rate && rate.afterTax !== null ? format.exact(rate.afterTax) : '')
  return (
    <DataTable
      caption="What an hour of each venture brings"
      rows={time.ventures}
      rowKey={({ venture }) => venture}
      columns={[
        { key: 'name', heading: 'Venture', names: true, cell: ({ name }) => <bdi>{name}</bdi> },
        { key: 'net', heading: 'Net of a mean month', align: 'number', cell: ({ net }) => format.exact(net) },
        { key: 'hours', heading: 'Hours of one', align: 'number', cell: ({ minutes }) => hourCount(minutes, format) },
        { key: 'rate', heading: 'An hour', align: 'number', cell: ({ rate }) => (rate ? format.exact(rate.rate) : '') },
        ...(taxed ? [{ key: 'after', heading: 'After tax', align: 'number' as const, cell: afterTax }] : []),
        { key: 'low', heading: 'Least', align: 'number', cell: ({ rate }) => (rate?.range ? format.exact(rate.range.low) : '') },
        { key: 'high', heading: 'Most', align: 'number', cell: ({ rate }) => (rate?.range ? format.exact(rate.range.high) : '') },
      ]}
    />
  )
}
