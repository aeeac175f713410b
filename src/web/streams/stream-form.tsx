import { useState, type FormEvent } from 'react'
import type { Stream, StreamChange } from '#contract/stream.ts'
import type { Venture } from '#contract/venture.ts'
import { useSend } from '#web/api/use-send.ts'
import { useBook } from '#web/shell/book.ts'
import { Button } from '#web/ui/button.tsx'
import { SelectField } from '#web/ui/select-field.tsx'
import { TextField } from '#web/ui/text-field.tsx'
import { toast } from '#web/ui/toast.tsx'
import { Trouble } from '#web/ui/trouble.tsx'
import { kindChoices, kindOf } from './stream-kinds.ts'
import { streamTitle } from './stream-title.ts'

const MONTHS = /^(1[01]\d|120|[1-9]\d?)$/
const PERCENT = /^(100|\d{1,2})$/

interface StreamFormProps {
  stream: Stream
  ventures: readonly Venture[]
  onDone?: () => void
}

/** Renames a stream, moves it to another venture, says what it is paid for, puts it away. */
export function StreamForm({ stream, ventures, onDone }: StreamFormProps) {
  const { name, venture, kind, archived } = stream
  const typed = { months: String(stream.months ?? ''), bound: String(stream.bound ?? '') }
  const [form, setForm] = useState({ name, venture, kind, archived, ...typed })
  const [asked, setAsked] = useState(false)
  const { change, saving, error } = useStreamChange(stream)
  const set = (next: Partial<typeof form>) => setForm({ ...form, ...next })
  const missing = form.name.trim() === '' ? 'A stream needs a name.' : undefined
  const noMonths =
    form.months.trim() === '' || MONTHS.test(form.months.trim()) ? undefined : 'Write a number of months from 1 to 120, or nothing.'
  const noPercent =
    form.bound.trim() === '' || PERCENT.test(form.bound.trim()) ? undefined : 'Write a whole number from 0 to 100, or nothing.'
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setAsked(true)
    if (missing || noMonths || noPercent) return
    const months = form.months.trim() === '' ? null : Number(form.months)
    const bound = form.bound.trim() === '' ? null : Number(form.bound)
    await change({ ...form, name: form.name.trim(), months, bound })
    onDone?.()
  }
  return (
    <form className="stack" noValidate onSubmit={(event) => void submit(event).catch(() => {})}>
      <TextField label="Name" value={form.name} maxLength={80} error={asked && missing} onChange={(text) => set({ name: text })} />
      <SelectField
        label="Venture"
        hint="Its whole history moves with it."
        value={String(form.venture)}
        onChange={(value) => set({ venture: Number(value) })}
        choices={ventures.map(({ id, name: label }) => ({ value: String(id), label }))}
      />
      <SelectField label="Paid for" value={form.kind} onChange={(value) => set({ kind: kindOf(value) })} choices={kindChoices} />
      <TextField
        label="Months that each payment covers"
        hint="Empty where each payment says so by itself. What you said of a single entry stays."
        inputMode="numeric"
        value={form.months}
        error={asked && noMonths}
        onChange={(months) => set({ months })}
      />
      <TextField
        label="How much of it takes hours of yours, in percent"
        hint={`All of it where more money means more hours. Empty: ${stream.usualBound}, as is usual for what it is paid for.`}
        inputMode="numeric"
        value={form.bound}
        error={asked && noPercent}
        onChange={(bound) => set({ bound })}
      />
      <label className="check">
        <input type="checkbox" checked={form.archived} onChange={(event) => set({ archived: event.target.checked })} />
        <span>Archived: no longer offered, and nothing more is expected of it; what it brought stays counted</span>
      </label>
      <Trouble error={error} />
      <div className="actions">
        <Button type="submit" disabled={saving}>
          Save
        </Button>
        {onDone && (
          <Button tone="quiet" onClick={onDone}>
            Cancel
          </Button>
        )}
      </div>
    </form>
  )
}

/** Changes a stream and tells so, with the way back. */
function useStreamChange(stream: Stream) {
  const book = useBook()
  const send = useSend('changeStream')
  const put = (body: StreamChange) => send.mutateAsync({ params: { book: book.id, stream: stream.id }, body })
  const change = async (body: StreamChange) => {
    const { name, venture, kind, archived, months, bound } = stream
    const changed = await put(body)
    const undo = async () => {
      await put({ name, venture, kind, archived, months, bound })
    }
    toast({ text: `${streamTitle(changed)} is saved.`, undo })
  }
  return { change, saving: send.isPending, error: send.error }
}
