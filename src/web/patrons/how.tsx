import type { ReactNode } from 'react'
import '#web/figures/figures.css'

interface HowProps {
  /** The formula in words. */
  formula: ReactNode
  /** What goes into it. */
  inputs: ReactNode
  /** What stays out of it. */
  without: ReactNode
}

/** How a figure comes about, for whoever asks. */
export function How({ formula, inputs, without }: HowProps) {
  return (
    <details className="how">
      <summary>How is this computed?</summary>
      <dl>
        <dt>Formula</dt>
        <dd>{formula}</dd>
        <dt>From</dt>
        <dd>{inputs}</dd>
        <dt>Left out</dt>
        <dd>{without}</dd>
      </dl>
    </details>
  )
}
