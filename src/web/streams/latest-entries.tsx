import type { Entry } from '#contract/entry.ts'
import type { Stream } from '#contract/stream.ts'
import { q } from '#web/api/client.ts'
import { usePrefetched } from '#web/api/use-prefetched.ts'
import { lineKind, uncountedWords } from '#web/ledger/entry-words.ts'
import { useBook, useFormat } from '#web/shell/book.ts'
import { Link } from '#web/shell/link.tsx'
import { to } from '#web/shell/path-builder.ts'
import { Card } from '#web/ui/card.tsx'
import type { Column } from '#web/ui/data-table.tsx'
import { EmptyState } from '#web/ui/empty-state.tsx'
import { StackTable } from '#web/ui/stack-table.tsx'
import { latestParams } from './queries.ts'

/** The newest entries of a stream, and the way to all of them. */
export function LatestEntries({ stream }: { stream: Stream }) {
  const book = useBook()
  const format = useFormat()
  const { entries, matching } = usePrefetched(q('entries', latestParams(book, stream.id)))
  const foreign = entries.some(({ currency }) => currency !== book.homeCurrency)
  const original: Column<Entry> = {
    key: 'original',
    heading: 'Original',
    align: 'number',
    cell: (entry) => <Counted entry={entry}>{format.exact(entry.net, entry.currency)}</Counted>,
  }
  return (
    <Card
      className="span-8"
      title="Latest entries"
      tools={<Link to={to.ledger({ stream: stream.id })}>{`All ${format.count(matching)} in the ledger`}</Link>}
    >
      {entries.length === 0 ? (
        <EmptyState title="No entries yet." actions={<Link to={to.addIncome()}>Add income</Link>}>
          Import a file or type an income in.
        </EmptyState>
      ) : (
        <StackTable
          caption="Latest entries"
          rows={entries}
          rowKey={(entry) => entry.id}
          columns={[
            { key: 'day', heading: 'Day', names: true, cell: (entry) => format.day(entry.day) },
            { key: 'name', heading: 'Name', cell: ({ name, patron }) => <bdi>{name ?? patron}</bdi> },
            { key: 'kind', heading: 'Kind', cell: (entry) => (entry.uncounted ? uncountedWords(entry.uncounted) : lineKind(entry)) },
            ...(foreign ? [original] : []),
            {
              key: 'net',
              heading: 'Net',
              align: 'number',
              cell: (entry) => <Counted entry={entry}>{entry.home ? format.exact(entry.home.net) : 'no rate'}</Counted>,
            },
          ]}
        />
      )}
    </Card>
  )
}

/** An amount; struck through where it does not count, for the reason that its kind says. */
function Counted({ entry, children }: { entry: Entry; children: string }) {
  return entry.uncounted ? <s className="quiet-text">{children}</s> : children
}
