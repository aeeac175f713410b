import { useState } from 'react'
import type { Stream } from '#contract/stream.ts'
import { q } from '#web/api/client.ts'
import { usePrefetched } from '#web/api/use-prefetched.ts'
import { useBook, useFormat } from '#web/shell/book.ts'
import { Link } from '#web/shell/link.tsx'
import { to } from '#web/shell/path-builder.ts'
import { StreamForm } from '#web/streams/stream-form.tsx'
import { kindWord } from '#web/streams/stream-kinds.ts'
import { streamTitle } from '#web/streams/stream-title.ts'
import { Button } from '#web/ui/button.tsx'
import { Card } from '#web/ui/card.tsx'
import type { Column } from '#web/ui/data-table.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { EmptyState } from '#web/ui/empty-state.tsx'
import { StackTable } from '#web/ui/stack-table.tsx'

const state: Column<Stream> = { key: 'archived', heading: 'State', cell: ({ archived }) => (archived ? 'archived' : '') }

/** Every source of income: renamed, moved to another venture, put away. */
export function StreamsCard() {
  const book = useBook()
  const format = useFormat()
  const streams = usePrefetched(q('streams', { book: book.id }))
  const ventures = usePrefetched(q('ventures', { book: book.id }))
  const [open, setOpen] = useState<Stream | null>(null)
  const sorted = streams.toSorted(
    (a, b) => Number(a.archived) - Number(b.archived) || a.ventureName.localeCompare(b.ventureName) || a.id - b.id,
  )
  return (
    <Card title="Streams" className="span-12" hint="where their money comes from">
      {streams.length === 0 ? (
        <EmptyState title="No streams yet." actions={<Link to={to.import()}>Import files</Link>}>
          Importing a file or adding an income makes the first.
        </EmptyState>
      ) : (
        <StackTable
          caption="Streams"
          rows={sorted}
          rowKey={({ id }) => id}
          columns={[
            { key: 'name', heading: 'Name', names: true, cell: (stream) => <Link to={to.stream(stream.id)}>{stream.name}</Link> },
            { key: 'venture', heading: 'Venture', cell: ({ ventureName }) => <bdi>{ventureName}</bdi> },
            { key: 'platform', heading: 'Files from', cell: ({ platformName }) => platformName },
            { key: 'kind', heading: 'Paid for', cell: ({ kind }) => kindWord(kind) },
            { key: 'entries', heading: 'Entries', align: 'number', cell: ({ entries }) => format.count(entries) },
            ...(streams.some(({ archived }) => archived) ? [state] : []),
            {
              key: 'change',
              heading: <span className="visually-hidden">Change</span>,
              align: 'number',
              cell: (stream) => (
                <Button tone="quiet" className="small" aria-label={`Change ${streamTitle(stream)}`} onClick={() => setOpen(stream)}>
                  Change
                </Button>
              ),
            },
          ]}
        />
      )}
      <Dialog title={`Change ${open?.name ?? ''}`} open={open !== null} onClose={() => setOpen(null)}>
        {open && <StreamForm stream={open} ventures={ventures} onDone={() => setOpen(null)} />}
      </Dialog>
    </Card>
  )
}
