import { useState } from 'react'
import { Segmented } from '#web/ui/segmented.tsx'
import { TextField } from '#web/ui/text-field.tsx'
import type { BackForm, BackTrouble } from './back-form.ts'

interface WhoFieldsProps {
  form: BackForm
  trouble: BackTrouble
  onChange: (change: Partial<BackForm>) => void
}

const KINDS = [
  { value: 'person', label: 'A person' },
  { value: 'organisation', label: 'An organisation' },
] as const

/** Who gives: nothing of it is needed of a person, and nothing of it is public without consent. */
export function WhoFields({ form, trouble, onChange }: WhoFieldsProps) {
  const [open, setOpen] = useState(false)
  const wrong = trouble.name !== undefined || trouble.email !== undefined
  const organisation = form.kind === 'organisation'
  return (
    <details className="who" open={open || wrong || organisation} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>Your name, if you like</summary>
      <div className="stack">
        <Segmented label="Who gives" options={KINDS} value={form.kind} onChange={(kind) => onChange({ kind })} />
        <TextField
          label={organisation ? 'Name of the organisation' : 'Name'}
          autoComplete={organisation ? 'organization' : 'name'}
          maxLength={140}
          value={form.name}
          error={trouble.name}
          onChange={(name) => onChange({ name })}
        />
        <TextField
          label="E-mail"
          hint="For the link to your pledge, and for whoever gets it to write to you."
          type="email"
          autoComplete="email"
          maxLength={200}
          value={form.email}
          error={trouble.email}
          onChange={(email) => onChange({ email })}
        />
        {organisation && (
          <div className="field-row">
            <TextField
              label="Purchase order"
              maxLength={60}
              value={form.purchaseOrder}
              onChange={(purchaseOrder) => onChange({ purchaseOrder })}
            />
            <TextField label="VAT number" maxLength={30} value={form.vatNumber} onChange={(vatNumber) => onChange({ vatNumber })} />
          </div>
        )}
        <label className="check">
          <input type="checkbox" checked={form.named} onChange={({ target }) => onChange({ named: target.checked })} />
          <span>My name may stand on the page, without amount or date</span>
        </label>
      </div>
    </details>
  )
}
