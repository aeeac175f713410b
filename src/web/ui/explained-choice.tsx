import '#web/styles/parts.css'
import { useId, type ReactNode } from 'react'

interface ExplainedChoiceProps<T extends string> {
  legend: string
  options: readonly { value: T; label: string; means: ReactNode }[]
  value: T
  onChange: (value: T) => void
}

/** A choice of few, each with a sentence that says what it means. */
export function ExplainedChoice<T extends string>({ legend, options, value, onChange }: ExplainedChoiceProps<T>) {
  const name = useId()
  return (
    <fieldset className="explained-choice">
      <legend className="visually-hidden">{legend}</legend>
      {options.map((option) => (
        <div key={option.value} className="explained-check">
          <label className="check">
            <input
              type="radio"
              name={name}
              checked={option.value === value}
              aria-describedby={`${name}-${option.value}`}
              onChange={() => onChange(option.value)}
            />
            <span>{option.label}</span>
          </label>
          <p className="hint" id={`${name}-${option.value}`}>
            {option.means}
          </p>
        </div>
      ))}
    </fieldset>
  )
}
