import { useState } from 'react'
import { q } from '#web/api/client.ts'
import { download } from '#web/api/download.ts'
import { usePrefetched } from '#web/api/use-prefetched.ts'
import { useBook } from '#web/shell/book.ts'
import { Button } from '#web/ui/button.tsx'
import { Card } from '#web/ui/card.tsx'
import { Trouble } from '#web/ui/trouble.tsx'
import { DeleteBook } from './delete-book.tsx'
import { RestoreBook } from './restore-book.tsx'

const FILES = { bookFile: 'enough-book.jsonl', ledgerFile: 'ledger.csv' } as const

/** Where the data lies, and the ways to take it along, put it back and end it. */
export function DataCard() {
  const book = useBook()
  const { kept } = usePrefetched(q('about', {}))
  const [state, setState] = useState<{ writing: keyof typeof FILES | null; error: unknown }>({ writing: null, error: null })
  const take = async (route: keyof typeof FILES) => {
    setState({ writing: route, error: null })
    try {
      await download(route, { book: book.id }, FILES[route])
      setState({ writing: null, error: null })
    } catch (error) {
      setState({ writing: null, error })
    }
  }
  return (
    <Card title="Data" className="span-4">
      <div className="stack">
        {kept.lasting ? (
          <p>
            Your data lies in <span className="mono">{kept.where}</span>. Copying that folder while Enough is stopped is a backup; so is the
            book file.
          </p>
        ) : (
          <p>{`Your data is kept ${kept.where}. Export the book file to keep it.`}</p>
        )}
        <div className="data-acts">
          <Button tone="quiet" disabled={state.writing !== null} onClick={() => void take('bookFile')}>
            {state.writing === 'bookFile' ? 'Writing…' : 'Export the book file'}
          </Button>
          <Button tone="quiet" disabled={state.writing !== null} onClick={() => void take('ledgerFile')}>
            {state.writing === 'ledgerFile' ? 'Writing…' : 'Export the ledger as CSV'}
          </Button>
          <RestoreBook />
          <DeleteBook />
        </div>
        <Trouble error={state.error} />
      </div>
    </Card>
  )
}
