import { useDeferredValue, useState } from 'react'
import { Card } from '#web/ui/card.tsx'
import { Segmented } from '#web/ui/segmented.tsx'
import { TextArea } from '#web/ui/text-area.tsx'
import { TextField } from '#web/ui/text-field.tsx'
import { useEditing } from './editing.ts'
import { MarkdownView } from './markdown-view.tsx'

const VIEWS = [
  { value: 'write', label: 'Write' },
  { value: 'read', label: 'Read' },
] as const

/** What the page says. */
export function TextSection() {
  const { form, set, error } = useEditing()
  return (
    <Card title="Text">
      <div className="stack">
        <div className="field-row">
          <TextField label="Title" maxLength={80} error={error('title')} value={form.title} onChange={(title) => set({ title })} />
          <TextField
            label="Made by"
            hint="As you like to put it: “by its maintainer”."
            maxLength={120}
            error={error('maker')}
            value={form.maker}
            onChange={(maker) => set({ maker })}
          />
        </div>
        <TextArea
          label="Summary"
          hint="One or two plain sentences; cards and link previews show them."
          rows={2}
          maxLength={280}
          error={error('summary')}
          value={form.summary}
          onChange={(summary) => set({ summary })}
        />
        <LongText />
        <div className="field-row">
          <TextField
            label="Tags"
            hint="With commas between, as in free software, backup."
            error={error('tags')}
            value={form.tags}
            onChange={(tags) => set({ tags })}
          />
          <TextField
            label="Link"
            hint="Its own page elsewhere."
            type="url"
            error={error('link')}
            value={form.link}
            onChange={(link) => set({ link })}
          />
        </div>
      </div>
    </Card>
  )
}

/** The text in Markdown, written or read. */
function LongText() {
  const { form, set, error } = useEditing()
  const [view, setView] = useState<'write' | 'read'>('write')
  const text = useDeferredValue(form.text)
  return (
    <div className="long-text">
      <Segmented label="The text to write or to read" options={VIEWS} value={view} onChange={setView} />
      {view === 'write' ? (
        <TextArea
          label="Text"
          hint="Markdown; images from elsewhere are left out, because they would tell others who reads the page."
          rows={10}
          maxLength={20_000}
          error={error('text')}
          value={form.text}
          onChange={(next) => set({ text: next })}
        />
      ) : text.trim() === '' ? (
        <p className="quiet-text">Nothing is written yet.</p>
      ) : (
        <MarkdownView text={text} />
      )}
    </div>
  )
}
