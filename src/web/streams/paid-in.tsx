import type { StreamHistory } from '#contract/stream.ts'
import { How } from '#web/figures/how.tsx'
import { useFormat } from '#web/shell/book.ts'
import { Link } from '#web/shell/link.tsx'
import { to } from '#web/shell/path-builder.ts'
import { Card } from '#web/ui/card.tsx'
import { DataTable } from '#web/ui/data-table.tsx'
import { paidInFigure } from './paid-in-figure.ts'

/** What the stream was paid in, before it was converted; nothing where all of it came in the home currency. */
export function PaidIn({ history: { native, currency, unconverted, stream } }: { history: StreamHistory }) {
  const format = useFormat()
  const [only, ...others] = native
  if (!only || (others.length === 0 && only.currency === currency)) return null
  return (
    <Card title="Paid in" hint="cash, net, in all">
      <DataTable
        caption="Net by original currency"
        rows={native.toSorted((a, b) => b.entries - a.entries)}
        rowKey={(row) => row.currency}
        columns={[
          { key: 'currency', heading: 'Currency', names: true, cell: (row) => row.currency },
          { key: 'entries', heading: 'Entries', align: 'number', cell: (row) => format.count(row.entries) },
          { key: 'net', heading: 'Net', align: 'number', cell: (row) => format.exact(row.net, row.currency) },
        ]}
      />
      <How figure={() => paidInFigure({ native, stream }, format)} />
      {unconverted.length > 0 && (
        <p className="hint">
          {`${format.list(unconverted.map(({ net, currency: code }) => format.exact(net, code)))} has no rate and is in no total. `}
          <Link to={to.ledger({ stream: stream.id, unconverted: true })}>Show these entries</Link>
        </p>
      )}
    </Card>
  )
}
