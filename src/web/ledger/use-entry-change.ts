import type { Edit, Entry } from '#contract/entry.ts'
import { useSend } from '#web/api/use-send.ts'
import { useBook, useFormat } from '#web/shell/book.ts'
import { toast } from '#web/ui/toast.tsx'
import { undeleted } from './edit-form.ts'

/** Ways to change a line; each is told in a sentence with its undo, which puts the earlier changes back. */
export function useEntryChange(entry: Entry) {
  const book = useBook()
  const format = useFormat()
  const send = useSend('editEntry')
  const what = `${format.exact(entry.net, entry.currency)} of ${format.day(entry.day)}`
  const put = async (edit: Edit | null, words: string) => {
    const params = { book: book.id, entry: entry.id }
    await send.mutateAsync({ params, body: { edit } })
    const undo = async () => {
      await send.mutateAsync({ params, body: { edit: entry.edit } })
    }
    toast({ text: words, undo })
  }
  return {
    save: (edit: Edit | null) => put(edit, `${what} is changed.`),
    takeBack: () => put(null, `Your changes to ${what} are taken back.`),
    remove: () => put({ ...entry.edit, deleted: true }, `${what} is deleted.`),
    restore: () => put(undeleted(entry.edit), `${what} is back.`),
    saving: send.isPending,
    error: send.error,
  }
}
