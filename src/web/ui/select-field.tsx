import type { ReactNode } from 'react'
import { Field } from './field.tsx'

export interface Choice {
  value: string
  label: string
}

/** Choices that belong together, under a heading of their own. */
export interface ChoiceGroup {
  label: string
  choices: readonly Choice[]
}

interface SelectFieldProps {
  label: ReactNode
  hint?: ReactNode
  error?: ReactNode
  value: string
  onChange: (value: string) => void
  choices?: readonly Choice[]
  /** Shown after the plain choices. */
  groups?: readonly ChoiceGroup[]
  disabled?: boolean
}

/** One of many: a label and the browser's own list. */
export function SelectField({ label, hint, error, value, onChange, choices = [], groups = [], disabled = false }: SelectFieldProps) {
  const option = (choice: Choice) => (
    <option key={choice.value} value={choice.value}>
      {choice.label}
    </option>
  )
  return (
    <Field label={label} hint={hint} error={error}>
      {(control) => (
        <select {...control} value={value} disabled={disabled} onChange={(event) => onChange(event.target.value)}>
          {choices.map(option)}
          {groups.map((group) => (
            <optgroup key={group.label} label={group.label}>
              {group.choices.map(option)}
            </optgroup>
          ))}
        </select>
      )}
    </Field>
  )
}
