import type { Hue } from '#web/ui/hues.ts'

export interface BarRow {
  key: string
  label: string
  /** Both ends of the bar, in the unit that all rows share. */
  from: number
  to: number
  /** What it comes to. */
  value: string
  hue: Hue
}

interface BarRowsProps {
  /** The picture in one sentence: whoever listens hears it in place of the bars. */
  says: string
  rows: readonly BarRow[]
  /** A value that gets the line of enough. */
  enough?: number | null
}

/**
 * Bars below each other, each with its name before and its figure behind, so that nothing has to be turned or cut on a phone. Where
 * one lies under nothing a line stands at nothing, and what is under it lies before the line.
 */
export function BarRows({ says, rows, enough = null }: BarRowsProps) {
  const ends = [...rows.flatMap(({ from, to }) => [from, to]), enough ?? 0, 0]
  const [low, high] = [Math.min(...ends), Math.max(...ends)]
  const share = (value: number) => (high === low ? 0 : ((value - low) / (high - low)) * 100)
  return (
    <div className="bar-rows" role="img" aria-label={says}>
      {rows.map(({ key, label, from, to, value, hue }) => (
        <div key={key} className="bar-row">
          <span className="bar-label">{label}</span>
          <svg width="100%" height="22">
            <rect
              x={`${share(Math.min(from, to))}%`}
              y="3"
              width={`${Math.abs(share(to) - share(from))}%`}
              height="16"
              rx="2"
              fill={hue.fill}
              stroke={hue.edge}
            />
            {low < 0 && <line className="zero-line" x1={`${share(0)}%`} x2={`${share(0)}%`} y1="0" y2="22" />}
            {enough !== null && <line className="enough-line" x1={`${share(enough)}%`} x2={`${share(enough)}%`} y1="0" y2="22" />}
          </svg>
          <span className="bar-value">{value}</span>
        </div>
      ))}
    </div>
  )
}
