import { useQuery } from '@tanstack/react-query'
import type { Outlook } from '#contract/outlook.ts'
import type { Band } from '#domain/forecast.ts'
import type { Foretold } from '#domain/foretell.ts'
import { addMonths, type Month } from '#domain/month.ts'
import { targetOf } from '#domain/target.ts'
import { q } from '#web/api/client.ts'
import { How } from '#web/figures/how.tsx'
import { useBook, useFormat } from '#web/shell/book.ts'
import { Card } from '#web/ui/card.tsx'
import { ChartFigure } from '#web/ui/chart-figure.tsx'
import { DataTable } from '#web/ui/data-table.tsx'
import type { Format } from '#web/ui/format.ts'
import { useNarrow } from '#web/ui/use-narrow.ts'
import { countOnFigure } from './count-on-figure.ts'
import { lowHeading, lowText } from './chance-words.ts'
import { basisText, countOnSentences, fromWhom, MONTHS_AHEAD, nextMonth, questionOf } from './count-on-words.ts'
import { foretellInWorker } from './foretelling.ts'
import { PromiseRecord, RECORD_TITLE } from './promise-record.tsx'
import { SilentHint } from './silent-note.tsx'
import { layOutYear, placeAmounts } from './year-layout.ts'
import './outlook.css'

const TITLE = 'What you can count on next month'
const NONE: Foretold = { say: 'nothing', months: 0 }

/** What can be counted on, with the year ahead beside it; before there is enough to tell, the words for that. */
export function CountOn() {
  const book = useBook()
  const format = useFormat()
  const { data: outlook } = useQuery(q('outlook', { book: book.id }))
  const question = outlook && questionOf(outlook)
  const { data, error } = useQuery({
    queryKey: ['foretold', question],
    queryFn: () => (question ? foretellInWorker(question) : NONE),
    enabled: outlook !== undefined,
    staleTime: Infinity,
  })
  if (error) throw error
  return (
    <>
      {outlook && data ? (
        <Told told={data} outlook={outlook} format={format} />
      ) : (
        <Card className="count-on is-waiting" title={TITLE}>
          <p className="hint">Drawing what may come.</p>
        </Card>
      )}
      {outlook ? (
        <PromiseRecord outlook={outlook} format={format} />
      ) : (
        <Card className="promise-record is-waiting" title={RECORD_TITLE}>
          {null}
        </Card>
      )}
    </>
  )
}

interface ToldProps {
  told: Foretold
  outlook: Outlook
  format: Format
}

function Told({ told, outlook, format }: ToldProps) {
  const [answer, ...more] = countOnSentences(told, outlook, format)
  if (told.say !== 'band') {
    return (
      <Card className="count-on" title={TITLE}>
        <p>{[answer, ...more].join(' ')}</p>
      </Card>
    )
  }
  const months = Array.from({ length: MONTHS_AHEAD }, (_, i) => addMonths(nextMonth(outlook), i))
  // The running month is drawn on the way to the next one; this page tells it from what it has brought.
  const ahead = told.ahead.slice(1)
  return (
    <ChartFigure
      className="count-on"
      title={TITLE}
      tools={<span className="hint">dependable, net, in every lens</span>}
      summary={`Each bar is where 8 of 10 draws of that month end; its line is the middle. ${basisText(told, format)}`}
      before={
        <div className="count-on-words">
          <p className="count-on-answer">{answer}</p>
          <p>{[...more, fromWhom(told, outlook, format)].join(' ')}</p>
          <SilentHint outlook={outlook} format={format} />
        </div>
      }
      after={<How figure={() => countOnFigure({ told, outlook, months }, format)} />}
      table={<YearTable months={months} ahead={ahead} format={format} />}
    >
      <YearPicture months={months} ahead={ahead} outlook={outlook} format={format} />
    </ChartFigure>
  )
}

interface YearProps {
  months: readonly Month[]
  ahead: readonly Band[]
  format: Format
}

function YearTable({ months, ahead, format }: YearProps) {
  const rows = months.map((month, i) => ({ month, band: ahead[i] }))
  const amount = (value: number | undefined) => (value === undefined ? '' : format.exact(value))
  return (
    <DataTable
      caption="The year ahead, dependable, middle and high"
      columns={[
        { key: 'month', heading: 'Month', cell: (row: (typeof rows)[number]) => format.month(row.month), names: true },
        { key: 'low', heading: lowHeading(ahead.map(({ low }) => low)), align: 'number', cell: (row) => amount(row.band?.low) },
        { key: 'middle', heading: 'Middle', align: 'number', cell: (row) => amount(row.band?.middle) },
        { key: 'high', heading: '1 in 10 is more', align: 'number', cell: (row) => amount(row.band?.high) },
      ]}
      rows={rows}
      rowKey={(row) => row.month}
    />
  )
}

/** Height of the plot in CSS pixels. */
const PLOT = 150

function YearPicture({ months, ahead, outlook, format }: YearProps & { outlook: Outlook }) {
  const enough = targetOf(outlook.targets, nextMonth(outlook))?.enough ?? null
  const narrow = useNarrow()
  const layout = layOutYear({ months, ahead, enough, narrow })
  const { bars, enough: line } = layout
  const [first, last] = [ahead[0], ahead.at(-1)]
  const ends = first && { low: format.money(first.low, { round: 'down' }), high: format.money(first.high) }
  const amounts = ends ? placeAmounts(layout, { ...ends, narrow, plot: PLOT }) : []
  const label =
    first && last
      ? `The year ahead: ${lowText(first.low, format.month(months[0] ?? ''), format)}, and ${lowText(last.low, format.month(months.at(-1) ?? ''), format)}.`
      : ''
  return (
    <svg className="year-picture" width="100%" height={PLOT + 40} role="img" aria-label={label}>
      <svg x="0" y="16" width="100%" height={PLOT} className="inset-plot">
        <line className="nothing-line" x1="0" x2="100%" y1={`${layout.nothing}%`} y2={`${layout.nothing}%`} />
        {bars.map(({ month, x, width, top, height, middle }) => (
          <g key={month}>
            <rect className="likely-band" x={`${x}%`} y={`${top}%`} width={`${width}%`} height={`${height}%`} />
            <line className="middle-line" x1={`${x}%`} x2={`${x + width}%`} y1={`${middle}%`} y2={`${middle}%`} />
          </g>
        ))}
        {amounts.map(({ text, x, y }) => (
          <text key={y} x={`${x}%`} y={y}>
            {text}
          </text>
        ))}
        {line !== null && (
          <>
            <line className="enough-line" x1="0" x2="100%" y1={`${line}%`} y2={`${line}%`} />
            <text className="enough-text" x="100%" y={`${line}%`} dy="-5" textAnchor="end">
              enough
            </text>
          </>
        )}
      </svg>
      {bars.map(({ month, x, width }) => (
        <text key={month} x={`${x + width / 2}%`} y={PLOT + 34} textAnchor="middle">
          {format.narrowMonth(month)}
        </text>
      ))}
    </svg>
  )
}
