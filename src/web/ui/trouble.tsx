import '#web/styles/parts.css'
import type { ReactNode } from 'react'

interface TroubleProps {
  /** What went wrong; nothing is shown without one. */
  error: unknown
  actions?: ReactNode
}

/** Says at once, in its own words, what went wrong and what can be done. */
export function Trouble({ error, actions }: TroubleProps) {
  if (error === null || error === undefined) return null
  return (
    <div className="trouble" role="alert">
      <p>{error instanceof Error ? error.message : String(error)}</p>
      {actions !== undefined && <p className="actions">{actions}</p>}
    </div>
  )
}
