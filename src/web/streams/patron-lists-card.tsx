import type { Stream } from '#contract/stream.ts'
import { q } from '#web/api/client.ts'
import { usePrefetched } from '#web/api/use-prefetched.ts'
import { useSend } from '#web/api/use-send.ts'
import { How } from '#web/figures/how.tsx'
import { useBook, useFormat } from '#web/shell/book.ts'
import { Button } from '#web/ui/button.tsx'
import { Card } from '#web/ui/card.tsx'
import { toast } from '#web/ui/toast.tsx'
import { Trouble } from '#web/ui/trouble.tsx'
import { patronListsFigure } from './patron-lists-figure.ts'
import { listsWords, payoutWords } from './patron-lists-words.ts'
import { streamTitle } from './stream-title.ts'

/** Says whether what lists of patrons tell counts as an estimate; not there where none was imported. */
export function PatronListsCard({ stream }: { stream: Stream }) {
  const book = useBook()
  const format = useFormat()
  const lists = usePrefetched(q('patronLists', { book: book.id, stream: stream.id }))
  const send = useSend('countPatronLists')
  const put = (counted: boolean) => send.mutateAsync({ params: { book: book.id, stream: stream.id }, body: { counted } })
  if (lists.lists === 0) return null
  const change = async (counted: boolean) => {
    await put(counted)
    const undo = async () => {
      await put(!counted)
    }
    // Beside payments it could not be said anew.
    toast({ text: counted ? 'Counted as an estimate.' : 'Not counted any more.', ...(counted || !lists.money ? { undo } : {}) })
  }
  const { counted, money, estimates } = lists
  return (
    <Card title="Do the lists of patrons count?" className="span-12">
      <p>{listsWords(lists, format)}</p>
      {!money && <p className="quiet-text">{payoutWords(lists, stream.platformName, format)}</p>}
      {(counted || !money) && (
        <div className="actions">
          <Button tone="quiet" disabled={send.isPending} onClick={() => void change(!counted).catch(() => {})}>
            {counted ? 'Stop counting them' : 'Count them as an estimate'}
          </Button>
        </div>
      )}
      <Trouble error={send.error} />
      {!money && estimates.length > 0 && <How figure={() => patronListsFigure({ lists, stream: streamTitle(stream) }, format)} />}
    </Card>
  )
}
