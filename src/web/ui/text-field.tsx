import type { InputHTMLAttributes, ReactNode } from 'react'
import { Field } from './field.tsx'

type TextFieldProps = Omit<InputHTMLAttributes<HTMLInputElement>, 'onChange' | 'value'> & {
  label: ReactNode
  hint?: ReactNode
  error?: ReactNode
  value: string
  onChange: (value: string) => void
}

/** A label and one line to type into; `type` may be any that holds text (`date`, `search`, `number`). */
export function TextField({ label, hint, error, value, onChange, ...rest }: TextFieldProps) {
  return (
    <Field label={label} hint={hint} error={error}>
      {(control) => <input autoComplete="off" {...rest} {...control} value={value} onChange={(event) => onChange(event.target.value)} />}
    </Field>
  )
}
