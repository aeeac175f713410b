import { useState, type FormEvent } from 'react'
import { WHOLE } from '#domain/basis-points.ts'
import { sumOfShares, type Splitter } from '#domain/splitter.ts'
import { useFormat } from '#web/shell/book.ts'
import { Button } from '#web/ui/button.tsx'
import { TextField } from '#web/ui/text-field.tsx'
import { Trouble } from '#web/ui/trouble.tsx'
import { HundredthsField } from './hundredths-field.tsx'
import { partsTrouble, type PartDraft } from './split-words.ts'

const MOST_PARTS = 12

interface SplitFormProps {
  splitter: Splitter
  pending: boolean
  error: Error | null
  onSave: (splitter: Splitter) => Promise<void>
  onStop: () => Promise<void>
}

/** Parts with their shares, which make 100 percent together. */
export function SplitForm({ splitter, pending, error, onSave, onStop }: SplitFormProps) {
  const format = useFormat()
  const [parts, setParts] = useState<PartDraft[]>(() => splitter.parts.map((part, key) => ({ key, ...part })))
  const trouble = partsTrouble(parts, format)
  const change = (key: number, next: Partial<PartDraft>) => setParts(parts.map((part) => (part.key === key ? { ...part, ...next } : part)))
  const add = () => {
    const left = Math.max(0, WHOLE - sumOfShares(parts.map(({ share = 0 }) => ({ share }))))
    setParts([...parts, { key: parts.reduce((most, { key }) => Math.max(most, key), -1) + 1, name: '', share: left }])
  }
  const save = async (event: FormEvent) => {
    event.preventDefault()
    if (trouble === undefined) await onSave({ parts: parts.map(({ name, share = 0 }) => ({ name: name.trim(), share })) })
  }
  return (
    <form className="stack" noValidate onSubmit={(event) => void save(event).catch(() => {})}>
      <ul className="stream-shares">
        {parts.map(({ key, name, share }, at) => (
          <li key={key}>
            <TextField label={`Part ${at + 1}`} maxLength={60} value={name} onChange={(next) => change(key, { name: next })} />
            <HundredthsField
              label={<>Share{name.trim() && <span className="visually-hidden"> of {name}</span>}</>}
              unit="%"
              initial={share ?? 0}
              most={WHOLE}
              onChange={(next) => change(key, { share: next })}
            />
            <Button
              tone="quiet"
              className="small"
              aria-label={`Remove ${name.trim() || `part ${at + 1}`}`}
              onClick={() => setParts(parts.filter((part) => part.key !== key))}
            >
              Remove
            </Button>
          </li>
        ))}
      </ul>
      <p className="hint" role="status">
        {trouble ?? 'The shares make 100 percent.'}
      </p>
      <Trouble error={error} />
      <div className="actions">
        <Button type="submit" tone="quiet" disabled={pending || trouble !== undefined}>
          Save the shares
        </Button>
        {parts.length < MOST_PARTS && (
          <Button tone="quiet" onClick={add}>
            Add a part
          </Button>
        )}
        <Button tone="quiet" disabled={pending} onClick={() => void onStop().catch(() => {})}>
          Split no more
        </Button>
      </div>
    </form>
  )
}
