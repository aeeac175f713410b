import { lazy, Suspense } from 'react'
import type { IncomeByMonth } from '#contract/income.ts'
import { monthOf } from '#domain/month.ts'
import { lensTag } from '#web/lens/lens.ts'
import { to, type MonthView } from '#web/shell/path-builder.ts'
import { useRouter } from '#web/shell/router-context.ts'
import { Card } from '#web/ui/card.tsx'
import { ChartFigure } from '#web/ui/chart-figure.tsx'
import type { Format } from '#web/ui/format.ts'
import { Legend } from '#web/ui/legend.tsx'
import { Segmented } from '#web/ui/segmented.tsx'
import { useNarrow } from '#web/ui/use-narrow.ts'
import { groupRows, type Ranks } from './groups.ts'
import { monthsSummary } from './months-words.ts'
import { viewOf, type MonthChoice } from './queries.ts'
import { spanChoices, usualSpan, type Span } from './span.ts'

/** Recharts is two thirds of what the page loads, so it comes after everything else is shown. */
const MonthsChart = lazy(async () => ({ default: (await import('./months-chart.tsx')).MonthsChart }))
/** Closed until somebody asks. */
const MonthsTable = lazy(async () => ({ default: (await import('./months-table.tsx')).MonthsTable }))

interface MonthsFigureProps {
  months: IncomeByMonth
  /** Streams of which all is an estimate from lists of patrons. */
  estimated: ReadonlySet<number>
  choice: MonthChoice
  ranks: Ranks
  format: Format
  /** The month as the address has it; undefined while the running month is shown at its plain address. */
  addressMonth: string | undefined
}

/** The part of a bar that is put aside for tax: an outline on top of it, and no hue. */
const FOR_TAX = { key: 'tax', hue: { fill: 'none', edge: 'var(--ink)' }, name: 'outlined: put aside for tax' }

const GROUPINGS = [
  { value: 'venture', label: 'Venture' },
  { value: 'stream', label: 'Stream' },
  { value: 'kind', label: 'Kind' },
] as const

/** The months one after the other, stacked, under the line of what was enough in each. */
export function MonthsFigure({ months, estimated, choice, ranks, format, addressMonth }: MonthsFigureProps) {
  const { navigate } = useRouter()
  const { lens, by, span: asked } = choice
  const usual = usualSpan(useNarrow())
  const span = asked ?? usual
  const shown = fromFirst(lastOf(months, span))
  const rows = shown.streams.map((row) => (estimated.has(row.stream) ? { ...row, estimated: true } : row))
  const groups = groupRows(rows, choice.by, ranks)
  const look = (view: MonthView) => void navigate(({ search }) => to.month(addressMonth, { ...viewOf(search), ...view }), { replace: true })
  const running = monthOf(months.today)
  // What could be counted on was whole before its month began; only money that arrives is ever unfinished.
  const unfinished = lens === 'dependable' ? '' : running
  if (shown.untold.length === shown.months.length) {
    return (
      <Card className="span-8 months" title="Income by month" tools={<span className="hint">{lensTag(lens)}</span>}>
        <p>{monthsSummary(shown, groups, format)}</p>
      </Card>
    )
  }
  const taxed = shown.aside?.some((amount) => amount > 0) ?? false
  return (
    <ChartFigure
      className="span-8 months"
      title="Income by month"
      tools={
        <>
          <span className="hint">{lensTag(lens)}</span>
          <Segmented label="Stacked by" options={GROUPINGS} value={by} onChange={(value) => look({ by: value })} />
          <Segmented label="Months shown" options={spanChoices(usual, span)} value={span} onChange={(value) => look({ span: value })} />
        </>
      }
      summary={`${monthsSummary(shown, groups, format)}${groups.some((group) => group.estimated) ? ' What is estimated from patron lists is hatched.' : ''}`}
      before={<Legend items={[...groups.map(({ key, hue, name }) => ({ key, hue, name })), ...(taxed ? [FOR_TAX] : [])]} />}
      table={
        <Suspense fallback={null}>
          <MonthsTable months={shown} groups={groups} choice={choice} format={format} />
        </Suspense>
      }
    >
      <Suspense fallback={<div className="months-waiting" />}>
        <MonthsChart
          months={shown.months}
          groups={groups}
          enough={shown.enough}
          aside={shown.aside}
          untold={shown.untold}
          running={unfinished}
          format={format}
          onChoose={(month) => void navigate(to.month(month === running ? undefined : month, { lens, by, ...(asked && { span: asked }) }))}
        />
      </Suspense>
    </ChartFigure>
  )
}

/** Leaves out the months before the first with any entry, so that an early book is not a wide empty chart; at least six stay. */
function fromFirst(months: IncomeByMonth): IncomeByMonth {
  const { firstMonth } = months
  const first = firstMonth === null ? -1 : months.months.findIndex((month) => month >= firstMonth)
  return without(months, Math.min(first, months.months.length - 6))
}

/** The last months of those that were read: a narrow screen shows fewer. */
function lastOf(months: IncomeByMonth, span: Span): IncomeByMonth {
  return span === 'all' ? months : without(months, months.months.length - Number(span))
}

function without(months: IncomeByMonth, cut: number): IncomeByMonth {
  if (cut <= 0) return months
  return {
    ...months,
    months: months.months.slice(cut),
    enough: months.enough.slice(cut),
    aside: months.aside && months.aside.slice(cut),
    untold: months.untold.filter((month) => !months.months.slice(0, cut).includes(month)),
    streams: months.streams.map((stream) => ({ ...stream, net: stream.net.slice(cut) })),
  }
}
