import { useState } from 'react'
import type { Update } from '#domain/publication.ts'
import { useBook, useFormat } from '#web/shell/book.ts'
import { Button } from '#web/ui/button.tsx'
import { Card } from '#web/ui/card.tsx'
import { TextArea } from '#web/ui/text-area.tsx'
import { TextField } from '#web/ui/text-field.tsx'
import { useEditing } from './editing.ts'

/** A fresh name for an update; feeds know it by this for ever. */
function newId(): string {
  return `u-${crypto.randomUUID()}`
}

/** News for those who back it, newest first. */
export function UpdatesSection() {
  const book = useBook()
  const { form, set, error } = useEditing()
  const { updates } = form
  const [open, setOpen] = useState<string | null>(null)
  const change = (at: number, next: Partial<Update>) => set({ updates: updates.map((one, i) => (i === at ? { ...one, ...next } : one)) })
  const add = () => {
    const id = newId()
    set({ updates: [{ id, day: book.today, title: '', text: '' }, ...updates] })
    setOpen(id)
  }
  return (
    <Card
      title="Updates"
      hint="on the page and in its feeds"
      tools={
        <Button tone="quiet" className="small" onClick={add}>
          Add an update
        </Button>
      }
    >
      {updates.length === 0 && <p className="quiet-text">No update yet.</p>}
      <ul className="plain-list">
        {updates.map((update, at) => (
          <li key={update.id}>
            <UpdateItem
              update={update}
              open={open === update.id || error(`updates.${at}`) !== undefined}
              error={(field) => error(`updates.${at}.${field}`)}
              onToggle={(shown) => setOpen(shown ? update.id : open === update.id ? null : open)}
              onChange={(next) => change(at, next)}
              onRemove={() => set({ updates: updates.filter((_, i) => i !== at) })}
            />
          </li>
        ))}
      </ul>
    </Card>
  )
}

interface UpdateItemProps {
  update: Update
  open: boolean
  error: (field: keyof Update) => string | undefined
  onToggle: (open: boolean) => void
  onChange: (change: Partial<Update>) => void
  onRemove: () => void
}

function UpdateItem({ update, open, error, onToggle, onChange, onRemove }: UpdateItemProps) {
  const format = useFormat()
  const title = update.title.trim() || 'A new update'
  return (
    <details className="update" open={open} onToggle={(event) => onToggle(event.currentTarget.open)}>
      <summary>
        {title} <span className="hint">{/^\d{4}-\d{2}-\d{2}$/.test(update.day) ? format.day(update.day) : ''}</span>
      </summary>
      <div className="stack">
        <div className="field-row">
          <TextField
            label="Title"
            maxLength={120}
            error={error('title')}
            value={update.title}
            onChange={(next) => onChange({ title: next })}
          />
          <TextField label="Day" type="date" error={error('day')} value={update.day} onChange={(day) => onChange({ day })} />
        </div>
        <TextArea
          label="Text"
          hint="Markdown."
          maxLength={20_000}
          rows={6}
          error={error('text')}
          value={update.text}
          onChange={(text) => onChange({ text })}
        />
        <Button tone="quiet" className="small part-remove" aria-label={`Remove the update ${title}`} onClick={onRemove}>
          Remove
        </Button>
      </div>
    </details>
  )
}
