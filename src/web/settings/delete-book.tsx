import { useState } from 'react'
import { useSend } from '#web/api/use-send.ts'
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
  const remove = useSend('deleteBook')
  const end = async () => {
    await remove.mutateAsync({ params: { book: book.id } })
    await navigate(to.month(), { book: 'main' })
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
        pending={remove.isPending}
        disabled={word.trim().toLowerCase() !== WORD}
        error={remove.error}
        onConfirm={() => void end().catch(() => {})}
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
