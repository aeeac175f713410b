import { useId } from 'react'
import { useElementWidth } from '#web/ui/element-width.ts'
import type { Format } from '#web/ui/format.ts'
import { yearsPlan, type YearMonth } from './years.ts'

const HEIGHT = 132
/** Room below the bars for the names of months. */
const FOOT = 20

/** Bars of two years under the line of enough; the month that is not over is hatched. */
export function YearsChart({ months, format }: { months: readonly YearMonth[]; format: Format }) {
  const [ref, width] = useElementWidth()
  const hatch = useId()
  const { bars, line, end } = yearsPlan(months, { width, height: HEIGHT })
  return (
    <div ref={ref} className="years-chart">
      <svg width={width} height={HEIGHT + FOOT} aria-hidden="true">
        <defs>
          <pattern id={hatch} width="6" height="6" patternTransform="rotate(45)" patternUnits="userSpaceOnUse">
            <rect className="years-hatch" width="2.4" height="6" />
          </pattern>
        </defs>
        {bars.map(({ month, running, ...place }) => (
          <g key={month}>
            <rect className="years-bar" {...place} />
            {running && <rect {...place} fill={`url(#${hatch})`} />}
          </g>
        ))}
        <path className="years-line-halo" d={line} />
        <path className="years-line" d={line} />
        {end && (
          <text className="years-enough" x={width} y={end.y - 7} textAnchor="end">
            {`enough ${format.money(end.enough)}`}
          </text>
        )}
        <text x={0} y={HEIGHT + FOOT - 4}>
          {months[0] && format.shortMonth(months[0].month)}
        </text>
        <text x={width} y={HEIGHT + FOOT - 4} textAnchor="end">
          {lastLabel(months, format)}
        </text>
      </svg>
    </div>
  )
}

function lastLabel(months: readonly YearMonth[], format: Format): string {
  const last = months.at(-1)
  if (!last) return ''
  return last.running ? `${format.shortMonth(last.month)}, so far` : format.shortMonth(last.month)
}
