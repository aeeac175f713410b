import { lazy, Suspense } from 'react'
import type { StreamHistory } from '#contract/stream.ts'
import type { Venture } from '#contract/venture.ts'
import type { ViewLens } from '#domain/income.ts'
import { monthOf } from '#domain/month.ts'
import { spanChoices, usualSpan, type Span } from '#web/month/span.ts'
import { FigureOpener } from '#web/figures/figure-opener.tsx'
import { lensTag } from '#web/lens/lens.ts'
import { useBook, useFormat } from '#web/shell/book.ts'
import { Link } from '#web/shell/link.tsx'
import { to } from '#web/shell/path-builder.ts'
import { useRouter } from '#web/shell/router-context.ts'
import { ChartFigure } from '#web/ui/chart-figure.tsx'
import { DataTable } from '#web/ui/data-table.tsx'
import type { Format } from '#web/ui/format.ts'
import { hueOf, ranksById } from '#web/ui/hues.ts'
import { Segmented } from '#web/ui/segmented.tsx'
import { useNarrow } from '#web/ui/use-narrow.ts'
import { monthsShown, type HistoryMonth } from './history.ts'
import { streamSpan } from './queries.ts'
import '#web/month/month.css'

/** The chart of the Month page, with one group: it comes after everything else is shown. */
const MonthsChart = lazy(async () => ({ default: (await import('#web/month/months-chart.tsx')).MonthsChart }))

interface StreamFigureProps {
  history: StreamHistory
  lens: ViewLens
  /** The span that the address asks for, if it does. */
  asked: Span | undefined
  ventures: readonly Venture[]
}

/** Net of the stream by month; a press leads to the month's entries. */
export function StreamFigure({ history, lens, asked, ventures }: StreamFigureProps) {
  const book = useBook()
  const format = useFormat()
  const { navigate } = useRouter()
  const { stream } = history
  const running = monthOf(book.today)
  const screen = usualSpan(useNarrow())
  const span = asked ?? streamSpan(stream.lastDay, book.today, screen)
  const months = monthsShown(history, span, running)
  const hue = hueOf(ranksById(ventures.map(({ id }) => id)).get(stream.venture) ?? -1)
  const counted = lens === 'dependable'
  const untold = counted ? months.map(({ month }) => month).filter((month) => month < (history.since ?? '9999')) : []
  return (
    <ChartFigure
      className="span-12 months"
      title="Net by month"
      summary={
        counted
          ? 'Its part of what could be counted on, month by month, by the months before each.'
          : summaryOf(months, { running, estimated: stream.estimated }, format)
      }
      tools={
        <>
          <span className="hint">{lensTag(lens)}</span>
          <Segmented
            label="Months shown"
            options={spanChoices(screen, span)}
            value={span}
            onChange={(next) => void navigate(to.stream(stream.id, { lens, span: next }), { replace: true })}
          />
        </>
      }
      table={
        counted ? <CountedTable {...{ months, untold, stream: stream.id }} /> : <MonthsTable {...{ months, lens, stream: stream.id }} />
      }
    >
      {months.every(({ net }) => net === 0) ? (
        <p className="quiet-text">
          {counted || history.unconverted.length === 0 ? (
            nothingText(counted, history.since)
          ) : (
            <>
              What was paid has no rate to {book.homeCurrency}, so there is nothing to draw.{' '}
              <Link to={to.settings()}>Add a rate of your own</Link>.
            </>
          )}
        </p>
      ) : (
        <Suspense fallback={<div className="months-waiting" />}>
          <MonthsChart
            months={months.map(({ month }) => month)}
            groups={[
              {
                key: 'stream',
                name: stream.name,
                hue,
                values: months.map(({ net }) => net),
                ...(stream.estimated && { estimated: months.map(({ net }) => net) }),
              },
            ]}
            enough={null}
            untold={untold}
            // What could be counted on was whole before its month began.
            running={counted ? '' : running}
            format={format}
            onChoose={(month) => void navigate(to.ledger({ stream: stream.id, month }))}
          />
        </Suspense>
      )}
    </ChartFigure>
  )
}

function nothingText(counted: boolean, since: string | null): string {
  if (!counted) return 'Nothing was paid in these months.'
  return since === null ? 'What can be counted on takes six full months to say.' : 'Nothing could be counted on from here in these months.'
}

/** The months in which a part can be told, without gross, fees and entries: it is drawn from nets. */
function CountedTable({ months, untold, stream }: { months: readonly HistoryMonth[]; untold: readonly string[]; stream: number }) {
  const format = useFormat()
  return (
    <DataTable
      caption="Its part of what could be counted on"
      rows={months.toReversed()}
      rowKey={({ month }) => month}
      columns={[
        { key: 'month', heading: 'Month', names: true, cell: ({ month }) => format.shortMonth(month) },
        {
          key: 'net',
          heading: 'Dependable, net',
          align: 'number',
          cell: ({ month, net }) =>
            untold.includes(month) ? (
              'too early'
            ) : (
              <FigureOpener asked={{ lens: 'dependable', from: month, to: month, stream }}>{format.exact(net)}</FigureOpener>
            ),
        },
      ]}
    />
  )
}

function summaryOf(
  months: readonly HistoryMonth[],
  { running, estimated = false }: { running: string; estimated: boolean | undefined },
  format: Format,
): string {
  const full = months.filter(({ month }) => month < running)
  const best = full.toSorted((a, b) => b.net - a.net)[0]
  const isRunning = months.some(({ month, net }) => month === running && net !== 0)
  const hatched = estimated ? ' All of it is hatched: an estimate from patron lists.' : isRunning ? ' The hatched month is not over.' : ''
  if (!best || best.net <= 0) return `${format.count(months.length)} months, net.${hatched}`
  return `The best of ${format.count(full.length)} full months was ${format.month(best.month)} with ${format.money(best.net)}.${hatched}`
}

function MonthsTable({ months, stream, lens }: { months: readonly HistoryMonth[]; stream: number; lens: ViewLens }) {
  const format = useFormat()
  const money = (pick: (month: HistoryMonth) => number) => (month: HistoryMonth) => format.exact(pick(month))
  return (
    <DataTable
      caption="Gross, fees, refunds and net by month"
      rows={months.toReversed()}
      rowKey={({ month }) => month}
      columns={[
        {
          key: 'month',
          heading: 'Month',
          names: true,
          cell: ({ month }) => <Link to={to.ledger({ stream, month })}>{format.shortMonth(month)}</Link>,
        },
        { key: 'gross', heading: 'Gross', align: 'number', cell: money(({ gross }) => gross) },
        { key: 'fees', heading: 'Fees', align: 'number', cell: money(({ fees }) => fees) },
        { key: 'refunds', heading: 'Refunds', align: 'number', cell: money(({ refunds }) => refunds) },
        {
          key: 'net',
          heading: `Net, ${lens}`,
          align: 'number',
          cell: ({ month, net }) => <FigureOpener asked={{ lens, from: month, to: month, stream }}>{format.exact(net)}</FigureOpener>,
        },
        { key: 'entries', heading: 'Entries', align: 'number', cell: ({ entries }) => format.count(entries) },
      ]}
    />
  )
}
