import { useQuery } from '@tanstack/react-query'
import { useState, type FormEvent } from 'react'
import type { Entry } from '#contract/entry.ts'
import { q } from '#web/api/client.ts'
import { useBook, useFormat } from '#web/shell/book.ts'
import { Button } from '#web/ui/button.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { Trouble } from '#web/ui/trouble.tsx'
import { editOf, entryTrouble, formOf } from './edit-form.ts'
import { EntryFields } from './entry-fields.tsx'
import { uncountedWords } from './entry-words.ts'
import { SourceWords } from './source-words.tsx'
import { useEntryChange } from './use-entry-change.ts'

interface EntryDialogProps {
  /** The line that is open, if any. */
  entry: Entry | null
  onClose: () => void
}

/** One line, to look at and to change. */
export function EntryDialog({ entry, onClose }: EntryDialogProps) {
  const format = useFormat()
  const title = entry ? `${format.exact(entry.net, entry.currency)}, ${format.day(entry.day)}` : ''
  return (
    <Dialog title={title} open={entry !== null} onClose={onClose}>
      {entry && <EntryForm entry={entry} onClose={onClose} />}
    </Dialog>
  )
}

function EntryForm({ entry, onClose }: { entry: Entry; onClose: () => void }) {
  const book = useBook()
  // Only a line by itself knows what its source says; until it is here, the line of the list stands in.
  const { data: whole } = useQuery(q('entry', { book: book.id, entry: entry.id }))
  const [form, setForm] = useState(() => formOf(entry))
  const [asked, setAsked] = useState(false)
  const { save, takeBack, remove, restore, saving, error } = useEntryChange(entry)
  const trouble = entryTrouble(form)
  const changed = entry.edit !== null && Object.keys(entry.edit).some((key) => key !== 'deleted')
  const act = async (change: () => Promise<void>) => {
    await change()
    onClose()
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setAsked(true)
    if (Object.keys(trouble).length === 0) void act(() => save(editOf(entry, form))).catch(() => {})
  }
  return (
    <form className="stack entry-form" noValidate onSubmit={submit}>
      <SourceWords entry={whole ?? entry} />
      {entry.uncounted === 'deleted' ? (
        <p>You deleted this line: it is kept and not counted.</p>
      ) : (
        <>
          {(entry.uncounted === 'covered' || entry.uncounted === 'double') && (
            <p className="quiet-text">{`Not counted: ${uncountedWords(entry.uncounted)}.`}</p>
          )}
          <EntryFields entry={entry} form={form} onChange={setForm} trouble={asked ? trouble : {}} />
        </>
      )}
      <Trouble error={error} />
      <div className="actions">
        {entry.uncounted === 'deleted' ? (
          <Button disabled={saving} onClick={() => void act(restore).catch(() => {})}>
            Bring it back
          </Button>
        ) : (
          <Button type="submit" disabled={saving}>
            Save
          </Button>
        )}
        <Button tone="quiet" onClick={onClose}>
          Cancel
        </Button>
        <span className="push" />
        {changed && (
          <button type="button" className="link-button" disabled={saving} onClick={() => void act(takeBack).catch(() => {})}>
            Take my changes back
          </button>
        )}
        {entry.uncounted !== 'deleted' && (
          <button type="button" className="link-button" disabled={saving} onClick={() => void act(remove).catch(() => {})}>
            Delete
          </button>
        )}
      </div>
    </form>
  )
}
