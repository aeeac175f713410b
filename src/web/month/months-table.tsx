import type { IncomeByMonth } from '#contract/income.ts'
import { FigureOpener } from '#web/figures/figure-opener.tsx'
import { Link } from '#web/shell/link.tsx'
import { to } from '#web/shell/path-builder.ts'
import { DataTable } from '#web/ui/data-table.tsx'
import type { Format } from '#web/ui/format.ts'
import { partOf, totalAt, type Group } from './groups.ts'
import type { MonthChoice } from './queries.ts'

interface MonthsTableProps {
  months: IncomeByMonth
  groups: readonly Group[]
  choice: MonthChoice
  format: Format
}

/** The months of the chart in figures, the newest first. */
export function MonthsTable({ months, groups, choice, format }: MonthsTableProps) {
  const { lens, by, span } = choice
  const rows = months.months.map((month, i) => ({ month, i })).toReversed()
  type Row = (typeof rows)[number]
  return (
    <DataTable
      caption={`Net by month and ${choice.by}, ${lens}`}
      columns={[
        {
          key: 'month',
          heading: 'Month',
          names: true,
          cell: ({ month }: Row) => <Link to={to.month(month, { lens, by, ...(span && { span }) })}>{format.shortMonth(month)}</Link>,
        },
        ...groups.map((group) => ({
          key: group.key,
          heading: group.name,
          align: 'number' as const,
          cell: ({ i, month }: Row) =>
            !months.untold.includes(month) && (
              <FigureOpener asked={{ lens, from: month, to: month, ...partOf(group) }}>{format.exact(group.values[i] ?? 0)}</FigureOpener>
            ),
        })),
        {
          key: 'total',
          heading: 'Total',
          align: 'number',
          cell: ({ i, month }: Row) =>
            months.untold.includes(month) ? (
              'too early'
            ) : (
              <FigureOpener asked={{ lens, from: month, to: month }}>{format.exact(totalAt(groups, i))}</FigureOpener>
            ),
        },
        ...(months.aside
          ? [{ key: 'aside', heading: 'For tax', align: 'number' as const, cell: ({ i }: Row) => format.exact(months.aside?.[i] ?? 0) }]
          : []),
        {
          key: 'enough',
          heading: 'Enough',
          align: 'number',
          cell: ({ i }: Row) => {
            const enough = months.enough[i]
            return typeof enough === 'number' ? format.exact(enough) : ''
          },
        },
      ]}
      rows={rows}
      rowKey={({ month }) => month}
    />
  )
}
