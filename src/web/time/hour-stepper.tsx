import type { KeyboardEvent } from 'react'
import { stepped } from './check-in-form.ts'

interface HourStepperProps {
  id: string
  /** What the hours are of, for whoever cannot see the column's head. */
  label: string
  value: string
  onChange: (value: string) => void
  /** Whether what stands there cannot be read. */
  wrong: boolean
  describedBy?: string | undefined
  /** Without buttons, where many stand beside each other; the arrow keys do the same. */
  plain?: boolean
}

/** Hours to type, or to step through by buttons and arrow keys, an hour at a time. */
export function HourStepper({ id, label, value, onChange, wrong, describedBy, plain = false }: HourStepperProps) {
  const step = (hours: number) => onChange(stepped(value, hours))
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return
    event.preventDefault()
    step(event.key === 'ArrowUp' ? 1 : -1)
  }
  const input = (
    <input
      id={id}
      inputMode="decimal"
      autoComplete="off"
      aria-label={plain ? label : undefined}
      aria-describedby={describedBy}
      aria-invalid={wrong || undefined}
      value={value}
      onFocus={(event) => event.target.select()}
      onKeyDown={onKey}
      onChange={(event) => onChange(event.target.value)}
    />
  )
  if (plain) return input
  // The arrow keys step as well, so the buttons need no stop of their own on the way through the form.
  return (
    <span className="hour-stepper">
      <button type="button" tabIndex={-1} aria-label={`An hour less of ${label}`} onClick={() => step(-1)}>
        −
      </button>
      {input}
      <button type="button" tabIndex={-1} aria-label={`An hour more of ${label}`} onClick={() => step(1)}>
        +
      </button>
    </span>
  )
}
