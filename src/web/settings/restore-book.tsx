import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { send } from '#web/api/client.ts'
import { spool } from '#web/api/spool.ts'
import { useBook, useFormat } from '#web/shell/book.ts'
import { to } from '#web/shell/path-builder.ts'
import { useRouter } from '#web/shell/router-context.ts'
import { Confirm } from '#web/ui/confirm.tsx'
import { FileButton } from '#web/ui/file-button.tsx'
import { plural } from '#web/ui/number-words.ts'
import { Progress } from '#web/ui/progress.tsx'
import { toast } from '#web/ui/toast.tsx'

/** Puts a book file in the place of one's own book, after saying what goes. */
export function RestoreBook() {
  const book = useBook()
  const format = useFormat()
  const { navigate } = useRouter()
  const [file, setFile] = useState<File | null>(null)
  const [share, setShare] = useState<number | undefined>()
  const restore = useMutation({
    mutationFn: async (chosen: File) => {
      const { file: spooled } = await spool(chosen, setShare)
      setShare(undefined)
      return send('restoreBook', { body: { file: spooled, replace: true } })
    },
  })
  const replace = async () => {
    if (!file) return
    const restored = await restore.mutateAsync(file)
    setFile(null)
    await navigate(to.month(), { book: 'main' })
    toast({
      text: `The book is restored: ${plural(restored.entries, 'entry', { written: format.count(restored.entries), many: 'entries' })}.`,
    })
  }
  return (
    <>
      <FileButton
        onFiles={([first]) => {
          restore.reset()
          setFile(first ?? null)
        }}
      >
        Restore a book file
      </FileButton>
      <Confirm
        title="Replace your book?"
        open={file !== null}
        act={restore.isPending ? 'Restoring…' : 'Replace it'}
        pending={restore.isPending}
        error={restore.error}
        onConfirm={() => void replace().catch(() => {})}
        onClose={() => setFile(null)}
      >
        <p>
          {`${file?.name ?? ''} takes the place of your book. `}
          {book.example
            ? 'The example stays as it is.'
            : `All that is in it now goes: ${plural(book.entries, 'entry', { written: format.count(book.entries), many: 'entries' })}, targets, rates and settings. Export the book file first if you may need them.`}
        </p>
        {restore.isPending && <Progress label={share === undefined ? 'Restoring…' : 'Taking the file…'} share={share} />}
      </Confirm>
    </>
  )
}
