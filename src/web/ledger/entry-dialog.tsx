import { useQuery } from '@tanstack/react-query'
import { useState, type FormEvent } from 'react'
import type { Entry } from '#contract/entry.ts'
import { q } from '#web/api/client.ts'
import { useBook, useFormat } from '#web/shell/book.ts'
import { Link } from '#web/shell/link.tsx'
import { to } from '#web/shell/path-builder.ts'
import { Button } from '#web/ui/button.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { Trouble } from '#web/ui/trouble.tsx'
import { editOf, entryTrouble, formOf } from './edit-form.ts'
import { EntryFields } from './entry-fields.tsx'
import { doubleWords, uncountedWords } from './entry-words.ts'
import { SourceWords } from './source-words.tsx'
import { useEntryChange } from './use-entry-change.ts'

interface EntryDialogProps {
  /** The line that is open, if any. */
  entry: Entry | null
  onClose: () => void
}

/** One line, to look at and to change. */
export function EntryDialog({ entry, onClose }: EntryDialogProps) {
  const book = useBook()
  const format = useFormat()
  const [step, setStep] = useState<{ from: string; to: string } | null>(null)
  // From a line one can go on to the other side of its double.
  const other = entry !== null && step?.from === entry.id ? step.to : undefined
  const { data } = useQuery({ ...q('entry', { book: book.id, entry: other ?? '' }), enabled: other !== undefined })
  const shown = other !== undefined && data ? data : entry
  const title = shown ? `${format.exact(shown.net, shown.currency)}, ${format.day(shown.day)}` : ''
  const close = () => {
    setStep(null)
    onClose()
  }
  return (
    <Dialog title={title} open={entry !== null} onClose={close}>
      {shown?.estimate && <EstimateWords entry={shown} />}
      {entry && shown && !shown.estimate && (
        <EntryForm key={shown.id} entry={shown} onOther={(id) => setStep({ from: entry.id, to: id })} onClose={close} />
      )}
    </Dialog>
  )
}

/** A line that no source tells can be looked at, not changed. */
function EstimateWords({ entry }: { entry: Entry }) {
  return (
    <div className="stack">
      <SourceWords entry={entry} />
      <p>{entry.note}.</p>
      <p className="quiet-text">
        It goes by itself when a payment of this stream is imported or typed in. Whether it counts is said on{' '}
        <Link to={to.stream(entry.stream)}>the page of the stream</Link>.
      </p>
    </div>
  )
}

interface EntryFormProps {
  entry: Entry
  /** Opens a line of the other side of the double that this one is part of. */
  onOther: (entry: string) => void
  onClose: () => void
}

function EntryForm({ entry, onOther, onClose }: EntryFormProps) {
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
          {entry.uncounted === 'covered' && <p className="quiet-text">{`Not counted: ${uncountedWords(entry.uncounted)}.`}</p>}
          <DoubleWords entry={entry} onOther={onOther} />
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

/** What the line's part in a double is, with the way to the other side. */
function DoubleWords({ entry, onOther }: { entry: Entry; onOther: (entry: string) => void }) {
  const words = doubleWords(entry)
  if (words === '') return null
  const other = entry.double?.other
  return (
    <p className="quiet-text">
      {entry.uncounted === 'double' ? 'The same money is ' : 'This money is '}
      {other ? (
        <button type="button" className="link-button" onClick={() => onOther(other.id)}>
          {words}
        </button>
      ) : (
        words
      )}
      {entry.uncounted === 'double' ? ', so it is not counted here. ' : '. '}
      <Link to={to.doubles()}>See all doubles</Link>
    </p>
  )
}
