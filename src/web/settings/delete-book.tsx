import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { q, send } from '#web/api/client.ts'
import { useBook, useFormat } from '#web/shell/book.ts'
import { to } from '#web/shell/path-builder.ts'
import { useRouter } from '#web/shell/router-context.ts'
import { Button } from '#web/ui/button.tsx'
import { Confirm } from '#web/ui/confirm.tsx'
import { plural } from '#web/ui/number-words.ts'
import { TextField } from '#web/ui/text-field.tsx'

const WORD = 'delete'

/** Ends the book, after its owner has written that this is meant. */
export function DeleteBook() {
  const book = useBook()
  const format = useFormat()
  const { navigate } = useRouter()
  const [open, setOpen] = useState(false)
  const [word, setWord] = useState('')
  const client = useQueryClient()
  const [state, setState] = useState<{ pending: boolean; error: unknown }>({ pending: false, error: null })
  const end = async () => {
    setState({ pending: true, error: null })
    try {
      await send('deleteBook', { params: { book: book.id } })
      // Only the list of books is read anew: whatever else this page shows is no longer there to be asked for.
      await client.fetchQuery({ ...q('books', {}), staleTime: 0 })
      await navigate(to.month(), { book: 'main' })
    } catch (error) {
      setState({ pending: false, error })
    }
  }
  return (
    <>
      <Button
        tone="quiet"
        onClick={() => {
          setWord('')
          setOpen(true)
        }}
      >
        Delete the book
      </Button>
      <Confirm
        title="Delete the book?"
        open={open}
        act="Delete it for good"
        pending={state.pending}
        disabled={word.trim().toLowerCase() !== WORD}
        error={state.error}
        onConfirm={() => void end()}
        onClose={() => setOpen(false)}
      >
        <p>
          {`${plural(book.entries, 'entry', { written: format.count(book.entries), many: 'entries' })} of “${book.name}” go, with every import, target and rate. There is no undo: export the book file first.`}
        </p>
        <TextField label={`Write “${WORD}” to go on`} value={word} onChange={setWord} />
      </Confirm>
    </>
  )
}
