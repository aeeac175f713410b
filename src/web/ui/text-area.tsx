import type { ReactNode, TextareaHTMLAttributes } from 'react'
import { Field } from './field.tsx'

type TextAreaProps = Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, 'onChange' | 'value'> & {
  label: ReactNode
  hint?: ReactNode
  error?: ReactNode
  value: string
  onChange: (value: string) => void
}

/** A label and several lines to type into. */
export function TextArea({ label, hint, error, value, onChange, rows = 4, ...rest }: TextAreaProps) {
  return (
    <Field label={label} hint={hint} error={error}>
      {(control) => <textarea {...rest} {...control} rows={rows} value={value} onChange={(event) => onChange(event.target.value)} />}
    </Field>
  )
}
