import { useState } from 'react'
import type { Entry } from '#contract/entry.ts'
import type { FileReport } from '#contract/import.ts'
import { useSend } from '#web/api/use-send.ts'
import { useBook, useFormat } from '#web/shell/book.ts'
import { Button } from '#web/ui/button.tsx'
import { Card } from '#web/ui/card.tsx'
import { plural } from '#web/ui/number-words.ts'
import { Progress } from '#web/ui/progress.tsx'
import { toast } from '#web/ui/toast.tsx'
import { Trouble } from '#web/ui/trouble.tsx'
import { lineWords, vanishedWords } from './told-words.ts'

/** How many lines are shown at first, and how many more with each press. */
const SHOWN = 8
const STEP = 100
/** How many lines are removed in one request: the server answers nothing else meanwhile. */
const AT_ONCE = 500

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

/** The lines that one file leaves out, each with the way to remove it. */
export function VanishedLines({ report }: { report: Pick<FileReport, 'name' | 'vanished'> }) {
  const format = useFormat()
  const [most, setMost] = useState(SHOWN)
  const { removed, remove, share, error } = useRemoval()
  const { count, entries } = report.vanished
  const left = entries.filter(({ id }) => !removed.has(id))
  const shown = left.slice(0, most)
  const hidden = left.length - shown.length
  const beyond = count - entries.length
  const busy = share !== null
  return (
    <section className="told-rows" aria-label={`Missing in ${report.name}`}>
      <p>
        {left.length === 0 && beyond === 0
          ? 'They are removed. The ledger keeps them as deleted.'
          : vanishedWords({ ...report, vanished: { count: left.length + beyond, entries } }, format)}
      </p>
      <ul>
        {shown.map((entry) => (
          <li key={entry.id} className="vanished-line">
            <span>
              <bdi>{lineWords(entry, format)}</bdi> <span className="hint">{entry.streamName}</span>
            </span>
            <button
              type="button"
              className="link-button hint"
              disabled={busy}
              aria-label={`Remove ${lineWords(entry, format)}`}
              onClick={() => void remove([entry])}
            >
              remove
            </button>
          </li>
        ))}
      </ul>
      {hidden > 0 && (
        <button type="button" className="link-button" onClick={() => setMost(most + STEP)}>
          {`Show ${format.count(Math.min(hidden, STEP))} more of ${format.count(hidden)}`}
        </button>
      )}
      {left.length > 1 && (
        <div className="actions">
          <Button tone="quiet" className="small" disabled={busy} onClick={() => void remove(left)}>
            {`Remove ${beyond === 0 ? 'all' : 'these'} ${format.count(left.length)}`}
          </Button>
        </div>
      )}
      {beyond > 0 && left.length === 0 && (
        <p className="hint">{`${format.count(beyond)} more are told once the file is looked at again.`}</p>
      )}
      {share !== null && share < 1 && <Progress label="Removing them…" share={share} />}
      <Trouble error={error} />
    </section>
  )
}

/** Deletes lines, many at once, and brings all of them back with one undo. */
function useRemoval() {
  const book = useBook()
  const format = useFormat()
  const send = useSend('deleteEntries')
  const [removed, setRemoved] = useState<ReadonlySet<string>>(new Set())
  const [share, setShare] = useState<number | null>(null)
  const put = async (ids: readonly string[], deleted: boolean) => {
    try {
      for (let at = 0; at < ids.length; at += AT_ONCE) {
        setShare(at / ids.length)
        const part = ids.slice(at, at + AT_ONCE)
        await send.mutateAsync({ params: { book: book.id }, body: { entries: part, deleted } })
        setRemoved((before) => (deleted ? new Set([...before, ...part]) : new Set([...before].filter((id) => !part.includes(id)))))
      }
    } finally {
      setShare(null)
    }
  }
  const remove = async (entries: readonly Entry[]) => {
    const ids = entries.map(({ id }) => id)
    // What went wrong is shown below the lines.
    await put(ids, true).then(
      () => toast({ text: `${plural(ids.length, 'line', { written: format.count(ids.length) })} removed.`, undo: () => put(ids, false) }),
      () => {},
    )
  }
  return { removed, remove, share, error: send.error }
}
