import { useId, useState } from 'react'

interface SegmentedProps<T extends string> {
  /** What is chosen, for those who do not see the group. */
  label: string
  options: readonly { value: T; label: string }[]
  value: T
  onChange: (value: T) => void
}

/**
 * A choice of few: a group of radio buttons drawn as one bar, with their arrow keys. What is pressed shows at once, also where
 * the page behind it has yet to be fetched.
 */
export function Segmented<T extends string>({ label, options, value, onChange }: SegmentedProps<T>) {
  const name = useId()
  const [chosen, setChosen] = useState({ value, of: value })
  const current = chosen.of === value ? chosen.value : value
  const choose = (next: T) => {
    setChosen({ value: next, of: value })
    onChange(next)
  }
  return (
    <fieldset className="segmented">
      <legend className="visually-hidden">{label}</legend>
      {options.map((option) => (
        <label key={option.value}>
          <input type="radio" name={name} value={option.value} checked={option.value === current} onChange={() => choose(option.value)} />
          <span>{option.label}</span>
        </label>
      ))}
    </fieldset>
  )
}
