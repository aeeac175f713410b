import type { Hue } from '#web/ui/hues.ts'

export interface RateRow {
  key: number
  name: string
  rate: number
  low: number
  high: number
  value: string
  /** From what to what, or empty. */
  span: string
  hue: Hue
}

interface RateRowsProps {
  /** The picture in one sentence. */
  says: string
  rows: readonly RateRow[]
  /** What an hour has to bring; null where it is not known. */
  enough: number | null
}

/** For each row the span from its least to its most and a point at what it is, on one scale. */
export function RateRows({ says, rows, enough }: RateRowsProps) {
  const high = Math.max(1, enough ?? 0, ...rows.map((row) => row.high)) * 1.03
  const low = Math.min(0, ...rows.map((row) => row.low))
  const x = (value: number) => ((value - low) / (high - low)) * 100
  return (
    <div className="bar-rows rate-rows" role="img" aria-label={says}>
      {rows.map((row) => (
        <div key={row.key} className="bar-row">
          <span className="bar-label">
            <bdi>{row.name}</bdi>
          </span>
          <svg width="100%" height="24">
            <line className="axis-line" x1="0" x2="100%" y1="12" y2="12" />
            <rect x={`${x(row.low)}%`} y="7" width={`${x(row.high) - x(row.low)}%`} height="10" rx="2" fill={row.hue.fill} opacity="0.35" />
            <circle cx={`${x(row.rate)}%`} cy="12" r="6" fill={row.hue.fill} stroke="var(--card)" strokeWidth="2" />
            {enough !== null && <line className="enough-line" x1={`${x(enough)}%`} x2={`${x(enough)}%`} y1="0" y2="24" />}
          </svg>
          <span className="bar-value">
            {row.value}
            {row.span !== '' && <small className="hint">{row.span}</small>}
          </span>
        </div>
      ))}
    </div>
  )
}
