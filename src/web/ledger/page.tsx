import { useState } from 'react'
import type { Entry } from '#contract/entry.ts'
import { q } from '#web/api/client.ts'
import { download } from '#web/api/download.ts'
import { usePrefetched } from '#web/api/use-prefetched.ts'
import { useBook } from '#web/shell/book.ts'
import { Link } from '#web/shell/link.tsx'
import { PageHeading } from '#web/shell/page-heading.tsx'
import { to } from '#web/shell/path-builder.ts'
import { useRouter } from '#web/shell/router-context.ts'
import { Button } from '#web/ui/button.tsx'
import { EmptyState } from '#web/ui/empty-state.tsx'
import { Trouble } from '#web/ui/trouble.tsx'
import { EntryDialog } from './entry-dialog.tsx'
import { Filters } from './filters.tsx'
import { LedgerGrid } from './ledger-grid.tsx'
import { Sums } from './sums.tsx'
import { isFiltered, pageParams, readView, type View } from './view.ts'
import '#web/styles/parts.css'
import './ledger.css'

/** Every line of the book: found, sorted, opened, changed. */
export function LedgerPage() {
  const book = useBook()
  const { address, navigate } = useRouter()
  const view = readView(address.search)
  const first = usePrefetched(q('entries', pageParams(book.id, view, 0)))
  const streams = usePrefetched(q('streams', { book: book.id }))
  const [open, setOpen] = useState<Entry | null>(null)
  const look = (next: View) => void navigate(to.ledger(next), { replace: true })
  const empty = first.matching === 0
  return (
    <>
      <div className="heading-row">
        <div>
          <PageHeading title="Ledger" lead="Every line, as its source tells it and as you changed it." />
        </div>
        <div className="actions">
          <Link className="button quiet" to={to.doubles()}>
            Doubles
          </Link>
          <CsvButton book={book.id} />
        </div>
      </div>
      {empty && !isFiltered(view) ? (
        <EmptyLedger />
      ) : (
        <>
          <Filters view={view} streams={streams} onChange={look} />
          <Sums page={first} view={view} />
          {empty ? (
            <EmptyState title="No line matches." actions={<Link to={to.ledger()}>Show all lines</Link>}>
              Take off a filter, or search for less.
            </EmptyState>
          ) : (
            <LedgerGrid book={book.id} view={view} matching={first.matching} onView={look} onOpen={setOpen} />
          )}
        </>
      )}
      <EntryDialog entry={open} onClose={() => setOpen(null)} />
    </>
  )
}

function EmptyLedger() {
  return (
    <EmptyState
      title="No entries yet."
      actions={
        <>
          <Link className="button" to={to.import()}>
            Import files
          </Link>
          <Link className="button quiet" to={to.addIncome()}>
            Add income
          </Link>
        </>
      }
    >
      Every payment, fee and refund stands here once a file is imported or an income is typed in.
    </EmptyState>
  )
}

function CsvButton({ book }: { book: string }) {
  const [state, setState] = useState<{ loading: boolean; error: unknown }>({ loading: false, error: null })
  const take = async () => {
    setState({ loading: true, error: null })
    try {
      await download('ledgerFile', { book }, 'ledger.csv')
      setState({ loading: false, error: null })
    } catch (error) {
      setState({ loading: false, error })
    }
  }
  return (
    <div className="stack">
      <Button tone="quiet" disabled={state.loading} onClick={() => void take()}>
        {state.loading ? 'Writing the CSV…' : 'Download as CSV'}
      </Button>
      <Trouble error={state.error} />
    </div>
  )
}
