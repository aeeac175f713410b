import '#web/styles/parts.css'
import { useId, type ReactNode } from 'react'

interface RadioCardsProps<T extends string> {
  legend: string
  options: readonly { value: T; label: string; means: ReactNode }[]
  value: T
  onChange: (value: T) => void
}

/** A choice of few, each with a sentence that says what it means. */
export function RadioCards<T extends string>({ legend, options, value, onChange }: RadioCardsProps<T>) {
  const name = useId()
  return (
    <fieldset className="radio-cards">
      <legend className="visually-hidden">{legend}</legend>
      {options.map((option) => (
        <label key={option.value} className="check">
          <input
            type="radio"
            name={name}
            checked={option.value === value}
            aria-describedby={`${name}-${option.value}`}
            onChange={() => onChange(option.value)}
          />
          <span>
            {option.label}
            <span className="hint check-hint" id={`${name}-${option.value}`}>
              {option.means}
            </span>
          </span>
        </label>
      ))}
    </fieldset>
  )
}
