import { usePlotArea, useYAxisScale } from 'recharts'
import type { Minor } from '#domain/money.ts'
import type { Month } from '#domain/month.ts'
import type { Format } from '#web/ui/format.ts'

/** Lines across the plot at round amounts, each with its amount beside it. */
export function AmountLines({ amounts, format }: { amounts: readonly Minor[]; format: Format }) {
  const y = useYAxisScale()
  const area = usePlotArea()
  if (!y || !area) return null
  return (
    <g>
      {amounts.map((amount) => (
        <line key={amount} className="axis-line" x1={area.x} x2={area.x + area.width} y1={y(amount)} y2={y(amount)} />
      ))}
      {amounts.map((amount) => (
        <text key={amount} x={0} y={y(amount)} dy={4}>
          {format.money(amount, { style: 'compact' })}
        </text>
      ))}
    </g>
  )
}

interface MonthNamesProps {
  months: readonly Month[]
  /** Those that are named; the others have no room. */
  named: readonly Month[]
  textOf: (month: Month) => string
}

/** The foot of the plot and the names of months below it, the last one's in bold. */
export function MonthNames({ months, named, textOf }: MonthNamesProps) {
  const area = usePlotArea()
  if (!area) return null
  const foot = area.y + area.height
  const band = area.width / Math.max(months.length, 1)
  const last = months.at(-1)
  return (
    <g>
      <line className="axis-line" x1={area.x} x2={area.x + area.width} y1={foot} y2={foot} />
      {named.map((month) => (
        <text
          key={month}
          className={month === last ? 'now-text' : undefined}
          x={area.x + (months.indexOf(month) + 0.5) * band}
          y={foot + 20}
          textAnchor="middle"
        >
          {textOf(month)}
        </text>
      ))}
    </g>
  )
}
