import type { Minor } from '#domain/money.ts'
import { monthOf } from '#domain/month.ts'
import { q } from '#web/api/client.ts'
import { usePrefetched } from '#web/api/use-prefetched.ts'
import { How } from '#web/figures/how.tsx'
import { useBook, useFormat } from '#web/shell/book.ts'
import { Link } from '#web/shell/link.tsx'
import { to } from '#web/shell/path-builder.ts'
import { Card } from '#web/ui/card.tsx'
import { StackTable } from '#web/ui/stack-table.tsx'
import { ventureTargetsFigure } from './venture-targets-figure.ts'
import { sumSentence, ventureRows, type VentureRow } from './venture-targets.ts'

/** What each venture needs, and their sum beside the book's own line. */
export function VentureTargetsCard({ enough }: { enough: Minor | undefined }) {
  const book = useBook()
  const format = useFormat()
  const ventures = usePrefetched(q('ventures', { book: book.id }))
  const targets = usePrefetched(q('ventureTargets', { book: book.id }))
  const rows = ventureRows(ventures, targets, monthOf(book.today))
  if (rows.length === 0) return null
  return (
    <Card
      title="Targets of ventures"
      className="span-12"
      hint="net, before income tax; what the percentage of a public page is held against"
    >
      <p className="quiet-text">
        {sumSentence(rows, enough, format) ?? 'A venture may have a target of its own: what enough would pay for, line by line.'}
      </p>
      <StackTable
        caption="Targets of ventures"
        rows={rows}
        rowKey={({ venture }) => venture}
        columns={[
          { key: 'name', heading: 'Venture', names: true, cell: ({ name }) => name },
          { key: 'needs', heading: 'Needs', align: 'number', cell: ({ needs }) => (needs === 0 ? '' : format.count(needs)) },
          ...(rows.some(({ after }) => after !== null)
            ? [
                {
                  key: 'after',
                  heading: 'You pay of it, after income tax',
                  align: 'number' as const,
                  cell: ({ after }: VentureRow) => (after === null ? '' : format.exact(after)),
                },
              ]
            : []),
          {
            key: 'enough',
            heading: 'Enough in a month',
            align: 'number',
            cell: (row) => (row.enough === null ? '' : format.exact(row.enough)),
          },
          {
            key: 'change',
            heading: <span className="visually-hidden">Change</span>,
            align: 'number',
            cell: ({ venture, name, needs }) => (
              <Link
                className="button quiet small"
                to={to.needs(venture)}
                aria-label={`${needs === 0 ? 'Set' : 'Change'} what ${name} needs`}
              >
                {needs === 0 ? 'Set' : 'Change'}
              </Link>
            ),
          },
        ]}
      />
      {rows.some((row) => row.enough !== null) && (
        <How figure={() => ventureTargetsFigure({ ventures, targets, month: monthOf(book.today) }, format)} />
      )}
    </Card>
  )
}
