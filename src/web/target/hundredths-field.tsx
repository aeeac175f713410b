import { useState, type ReactNode } from 'react'
import { readBasisPoints, typedPercent } from '#web/publish/percent.ts'
import { useFormat } from '#web/shell/book.ts'
import { Field } from '#web/ui/field.tsx'

interface HundredthsFieldProps {
  label: ReactNode
  hint?: ReactNode
  /** What stands there at first, in hundredths of the unit; later changes come from typing only. */
  initial: number
  /** The most that it may be, in hundredths. */
  most: number
  unit: string
  /** Hundredths, or undefined while nothing readable stands there. */
  onChange: (hundredths: number | undefined) => void
}

/** A number with two decimals at most: percent, or months. What cannot be read, or is too much, is said. */
export function HundredthsField({ label, hint, initial, most, unit, onChange }: HundredthsFieldProps) {
  const { locale } = useFormat()
  const [text, setText] = useState(() => typedPercent(initial, locale))
  const read = (typed: string): number | undefined => {
    const value = readBasisPoints(typed, locale)
    return value !== undefined && value <= most ? value : undefined
  }
  const error = read(text) === undefined ? `Write a number from 0 to ${typedPercent(most, locale)}.` : undefined
  return (
    <Field
      label={
        <>
          {label}
          <span className="visually-hidden">, {unit === '%' ? 'percent' : unit}</span>
        </>
      }
      hint={hint}
      error={error}
    >
      {(control) => (
        <span className="money-input hundredths">
          <input
            {...control}
            inputMode="decimal"
            autoComplete="off"
            value={text}
            onChange={(event) => {
              setText(event.target.value)
              onChange(read(event.target.value))
            }}
          />
          <span aria-hidden="true">{unit}</span>
        </span>
      )}
    </Field>
  )
}
