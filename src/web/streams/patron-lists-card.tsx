import type { Stream } from '#contract/stream.ts'
import { q } from '#web/api/client.ts'
import { usePrefetched } from '#web/api/use-prefetched.ts'
import { useSend } from '#web/api/use-send.ts'
import { How } from '#web/patrons/how.tsx'
import { useBook, useFormat } from '#web/shell/book.ts'
import { Button } from '#web/ui/button.tsx'
import { Card } from '#web/ui/card.tsx'
import { toast } from '#web/ui/toast.tsx'
import { Trouble } from '#web/ui/trouble.tsx'
import { listsWords, payoutWords } from './patron-lists-words.ts'
import '#web/patrons/patrons.css'

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
  const { counted, money } = lists
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
      <How
        formula="For each patron, what was charged in all on one list less that on the list before, shared out over the days between. Where a list does not tell that: the mean of the pledges that stood at both ends, a week as 1/52 of a year, for the part of the month between. Paydays that a platform publishes count as they are, in place of both."
        inputs="All lists of patrons that were imported into this stream, in the order of their days; a list without a day is of the day it was imported."
        without="Fees, which no list tells; who pledged and left between two lists; amounts that are private. An estimate knows its month and no day, so it is in no pace."
      />
    </Card>
  )
}
