import '#web/styles/parts.css'
import type { ReactNode } from 'react'

export interface Fact {
  label: string
  value: ReactNode
  /** A few quiet words below. */
  hint?: ReactNode
}

/** A row of figures, each with its name. */
export function Facts({ facts }: { facts: readonly Fact[] }) {
  return (
    <dl className="facts">
      {facts.map((fact) => (
        <div key={fact.label}>
          <dt>{fact.label}</dt>
          <dd>{fact.value}</dd>
          {fact.hint !== undefined && <dd className="hint">{fact.hint}</dd>}
        </div>
      ))}
    </dl>
  )
}
