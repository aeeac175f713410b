import { Card } from '#web/ui/card.tsx'
import type { Format } from '#web/ui/format.ts'
import { plural } from '#web/ui/number-words.ts'
import { StackTable } from '#web/ui/stack-table.tsx'
import type { GivingYear } from './years.ts'

/** One year of giving: its sums, and each venture's part of it. */
export function YearCard({ year: { year, rows, totals }, format }: { year: GivingYear; format: Format }) {
  const fees = totals.filter((total) => total.fees > 0)
  const most = (currency: string) => Math.max(1, ...rows.filter((row) => row.currency === currency).map(({ given }) => given))
  return (
    <Card
      title={year}
      hint={plural(
        totals.reduce((sum, { payments }) => sum + payments, 0),
        'payment',
      )}
    >
      <p className="carried">
        <strong>{format.list(totals.map(({ given, currency }) => format.money(given, { currency })))}</strong>
        {fees.length > 0 && (
          <span>{` given; fees took ${format.list(fees.map((total) => format.money(total.fees, { currency: total.currency })))} of it`}</span>
        )}
      </p>
      <StackTable
        caption={`Given in ${year}`}
        rows={rows}
        rowKey={({ address, currency }) => `${address} ${currency}`}
        columns={[
          { key: 'title', heading: 'Venture', names: true, cell: ({ title }) => <bdi>{title}</bdi> },
          {
            key: 'bar',
            heading: <span className="visually-hidden">Compared</span>,
            cell: ({ given, currency }) => (
              <span className="giving-bar" aria-hidden="true">
                <i style={{ width: `${(given / most(currency)) * 100}%` }} />
              </span>
            ),
          },
          { key: 'given', heading: 'Given', align: 'number', cell: ({ given, currency }) => format.exact(given, currency) },
          { key: 'fees', heading: 'Fees', align: 'number', cell: (row) => (row.fees > 0 ? format.exact(row.fees, row.currency) : '') },
        ]}
      />
    </Card>
  )
}
