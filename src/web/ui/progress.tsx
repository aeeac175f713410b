import '#web/styles/parts.css'
import { useId, type ReactNode } from 'react'

interface ProgressProps {
  /** What is under way, and how far, in words. */
  label: ReactNode
  /** From 0 to 1; undefined while nobody knows. */
  share?: number | undefined
}

/** How far something is: words and a bar. */
export function Progress({ label, share }: ProgressProps) {
  const id = useId()
  return (
    <div className="progress">
      <span id={id}>{label}</span>
      <progress aria-labelledby={id} max={1} {...(share !== undefined && { value: share })} />
    </div>
  )
}
