import type { ReactNode } from 'react'
import type { Hue } from './hues.ts'

export interface LegendItem {
  key: string
  hue: Hue
  name: string
  /** What it comes to, where the legend says it. */
  value?: ReactNode
}

/** Names the hues of a chart, above it. */
export function Legend({ items }: { items: readonly LegendItem[] }) {
  return (
    <ul className="legend">
      {items.map(({ key, hue, name, value }) => (
        <li key={key}>
          <svg width="10" height="10" viewBox="0 0 10 10" aria-hidden="true">
            <rect x="0.5" y="0.5" width="9" height="9" rx="2" fill={hue.fill} stroke={hue.edge} />
          </svg>
          <bdi>{name}</bdi>
          {value !== undefined && <strong> {value}</strong>}
        </li>
      ))}
    </ul>
  )
}
