import { useState } from 'react'
import type { Filled, PublicationDraft } from '#contract/publication.ts'
import { send } from '#web/api/client.ts'
import { useBook, useFormat } from '#web/shell/book.ts'
import { Button } from '#web/ui/button.tsx'
import { DataTable } from '#web/ui/data-table.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { FileButton } from '#web/ui/file-button.tsx'
import { TextArea } from '#web/ui/text-area.tsx'
import { TextField } from '#web/ui/text-field.tsx'
import { Trouble } from '#web/ui/trouble.tsx'
import { fillChanges, takenOver } from './fill-changes.ts'

interface FillDialogProps {
  open: boolean
  onClose: () => void
  venture: number
  draft: PublicationDraft
  /** Whether an address can be fetched: in the page there is no way to it. */
  fetches: boolean
  onApply: (change: Partial<PublicationDraft>) => void
}

/** Fills the form from a file that is there already. */
export function FillDialog({ open, onClose, ...rest }: FillDialogProps) {
  return (
    <Dialog title="Fill from a file" open={open} onClose={onClose}>
      <Fill {...rest} onClose={onClose} />
    </Dialog>
  )
}

function Fill({ venture, draft, fetches, onApply, onClose }: Omit<FillDialogProps, 'open'>) {
  const book = useBook()
  const [text, setText] = useState('')
  const [url, setUrl] = useState('')
  const [filled, setFilled] = useState<Filled | null>(null)
  const [error, setError] = useState<unknown>(null)
  const [reading, setReading] = useState(false)
  const read = async (body: { text: string } | { url: string }) => {
    setReading(true)
    setError(null)
    try {
      // Only looked at, nothing is written: what was read before stays fresh.
      setFilled(await send('fillPublication', { params: { book: book.id, venture }, body }))
    } catch (problem) {
      setError(problem)
    }
    setReading(false)
  }
  if (filled) {
    const apply = () => {
      onApply(takenOver(draft, filled.draft))
      onClose()
    }
    return <FillReport filled={filled} draft={draft} onApply={apply} onBack={() => setFilled(null)} />
  }
  const asked = url.trim() !== '' ? { url: url.trim() } : { text }
  return (
    <form
      className="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void read(asked)
      }}
    >
      <p className="quiet-text">A funding.json, a FUNDING.yml or an enough.json. You see what it would change before anything does.</p>
      <div className="actions">
        <FileButton
          disabled={reading}
          onFiles={([file]) => {
            if (file) void file.text().then((content) => read({ text: content }))
          }}
        >
          Choose a file
        </FileButton>
      </div>
      <TextArea label="or paste it" rows={5} spellCheck={false} value={text} onChange={setText} />
      {fetches && <TextField label="or fetch it from" type="url" placeholder="https://" value={url} onChange={setUrl} />}
      <Trouble error={error} />
      <div className="actions">
        <Button type="submit" disabled={reading || (text.trim() === '' && url.trim() === '')}>
          {reading ? 'Reading…' : 'Read it'}
        </Button>
        <Button tone="quiet" onClick={onClose}>
          Cancel
        </Button>
      </div>
    </form>
  )
}

interface FillReportProps {
  filled: Filled
  draft: PublicationDraft
  onApply: () => void
  onBack: () => void
}

/** What a file would change, and what of it was left out. */
function FillReport({ filled, draft, onApply, onBack }: FillReportProps) {
  const format = useFormat()
  const changes = fillChanges(draft, filled.draft, format)
  return (
    <div className="stack">
      <p role="status">
        {changes.length === 0 ? `This ${filled.source} would change nothing.` : `From this ${filled.source}, the form would change so:`}
      </p>
      {changes.length > 0 && (
        <DataTable
          caption="What would change"
          rows={changes}
          rowKey={({ field }) => field}
          columns={[
            { key: 'label', heading: 'Field', names: true, cell: ({ label }) => label },
            { key: 'from', heading: 'Now', cell: ({ from }) => <bdi>{from}</bdi> },
            { key: 'to', heading: 'Then', cell: ({ to }) => <bdi>{to}</bdi> },
          ]}
        />
      )}
      {filled.notes.length > 0 && (
        <ul className="reveals">
          {filled.notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      )}
      <div className="actions">
        <Button disabled={changes.length === 0} onClick={onApply}>
          Put it into the form
        </Button>
        <Button tone="quiet" onClick={onBack}>
          Back
        </Button>
      </div>
    </div>
  )
}
