import { useState } from 'react'
import type { Entry } from '#contract/entry.ts'
import type { FileReport } from '#contract/import.ts'
import { useSend } from '#web/api/use-send.ts'
import { undeleted } from '#web/ledger/edit-form.ts'
import { useBook, useFormat } from '#web/shell/book.ts'
import { Button } from '#web/ui/button.tsx'
import { Card } from '#web/ui/card.tsx'
import { plural } from '#web/ui/number-words.ts'
import { toast } from '#web/ui/toast.tsx'
import { Trouble } from '#web/ui/trouble.tsx'
import { lineWords, vanishedWords } from './told-words.ts'

/** How many lines are shown before they are asked for. */
const SHOWN = 8

/** Lines that a newer export of the same account leaves out: they stay, until the user says so. */
export function VanishedCard({ files }: { files: readonly FileReport[] }) {
  const told = files.filter(({ vanished }) => vanished.count > 0)
  if (told.length === 0) return null
  return (
    <Card title="Missing in a newer export" hint="nothing is removed by itself">
      {told.map((report) => (
        <VanishedLines key={report.file} report={report} />
      ))}
    </Card>
  )
}

function VanishedLines({ report }: { report: FileReport }) {
  const format = useFormat()
  const [all, setAll] = useState(false)
  const { removed, remove, pending, error } = useRemoval()
  const { count, entries } = report.vanished
  const left = entries.filter(({ id }) => !removed.has(id))
  const shown = all ? left : left.slice(0, SHOWN)
  const missing = count - (entries.length - left.length)
  const more = missing - shown.length
  const act = missing === 1 ? 'Remove it' : left.length < missing ? `Remove these ${format.count(left.length)}` : 'Remove them'
  return (
    <section className="told-rows" aria-label={`Missing in ${report.name}`}>
      <p>{left.length === 0 ? 'They are removed. The ledger keeps them as deleted.' : vanishedWords(report, format)}</p>
      <ul>
        {shown.map((entry) => (
          <li key={entry.id}>
            <bdi>{lineWords(entry, format)}</bdi> <span className="hint">{entry.streamName}</span>
          </li>
        ))}
      </ul>
      <div className="actions">
        {left.length > 0 && (
          <Button tone="quiet" className="small" disabled={pending} onClick={() => void remove(left).catch(() => {})}>
            {act}
          </Button>
        )}
        {more > 0 && !all && left.length > SHOWN && (
          <button type="button" className="link-button" onClick={() => setAll(true)}>
            {`and ${format.count(more)} more`}
          </button>
        )}
      </div>
      <Trouble error={error} />
    </section>
  )
}

/** Deletes lines one by one, and brings all of them back with one undo. */
function useRemoval() {
  const book = useBook()
  const format = useFormat()
  const send = useSend('editEntry')
  const [removed, setRemoved] = useState<ReadonlySet<string>>(new Set())
  const put = (entry: Entry, deleted: boolean) => {
    const edit = deleted ? { ...entry.edit, deleted } : undeleted(entry.edit)
    return send.mutateAsync({ params: { book: book.id, entry: entry.id }, body: { edit } })
  }
  const remove = async (entries: readonly Entry[]) => {
    for (const entry of entries) {
      await put(entry, true)
      setRemoved((before) => new Set([...before, entry.id]))
    }
    const undo = async () => {
      for (const entry of entries) await put(entry, false)
      setRemoved((before) => new Set([...before].filter((id) => !entries.some((entry) => entry.id === id))))
    }
    toast({ text: `${plural(entries.length, 'line', { written: format.count(entries.length) })} removed.`, undo })
  }
  return { removed, remove, pending: send.isPending, error: send.error }
}
