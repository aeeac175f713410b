import type { PublicVenture } from '#contract/public.ts'
import { ChartFigure } from '#web/ui/chart-figure.tsx'
import { DataTable } from '#web/ui/data-table.tsx'
import type { Format } from '#web/ui/format.ts'
import { YearsChart } from './years-chart.tsx'
import { yearMonths, yearsSentence, type YearMonth } from './years.ts'

/** Two years, month by month; only beside exact money. */
export function YearsFigure({ venture, format }: { venture: PublicVenture; format: Format }) {
  const months = yearMonths(venture)
  return (
    <ChartFigure
      title={months.length > 12 ? 'Two years' : 'Month by month'}
      tools={<span className="hint">smoothed, net</span>}
      summary={yearsSentence(months, format)}
      table={<YearsTable months={months} format={format} />}
    >
      <YearsChart months={months} format={format} />
    </ChartFigure>
  )
}

function YearsTable({ months, format }: { months: readonly YearMonth[]; format: Format }) {
  return (
    <DataTable
      caption="Smoothed net by month, and what was enough"
      rows={months.toReversed()}
      rowKey={({ month }) => month}
      columns={[
        { key: 'month', heading: 'Month', names: true, cell: ({ month, running }) => `${format.month(month)}${running ? ', so far' : ''}` },
        { key: 'net', heading: 'Net', align: 'number', cell: ({ net }) => format.exact(net) },
        { key: 'enough', heading: 'Enough', align: 'number', cell: ({ enough }) => (enough === null ? '' : format.exact(enough)) },
      ]}
    />
  )
}
