import '#web/styles/parts.css'
import { useId, type ReactNode } from 'react'

interface CheckProps {
  label: ReactNode
  /** A few quiet words below. */
  hint?: ReactNode
  checked: boolean
  disabled?: boolean
  onChange: (checked: boolean) => void
}

/** One thing that is so or not. */
export function Check({ label, hint, checked, disabled = false, onChange }: CheckProps) {
  const id = useId()
  return (
    <div className={hint === undefined ? undefined : 'explained-check'}>
      <label className="check">
        <input
          type="checkbox"
          checked={checked}
          disabled={disabled}
          {...(hint !== undefined && { 'aria-describedby': id })}
          onChange={(event) => onChange(event.target.checked)}
        />
        <span>{label}</span>
      </label>
      {hint !== undefined && (
        <p className="hint" id={id}>
          {hint}
        </p>
      )}
    </div>
  )
}
