import { usePlotArea, useYAxisScale } from 'recharts'
import type { Minor } from '#domain/money.ts'
import type { Month } from '#domain/month.ts'
import { stackOf, type Group } from './groups.ts'

/** Share of a month's width that its bar takes. */
const BAR_SHARE = 0.74

interface MonthStacksProps {
  months: readonly Month[]
  groups: readonly Group[]
  running: Month
  /** Unique in the page: the id of the hatching's pattern. */
  hatch: string
}

/** One path for each group over all months, and hatching over the month that is not over and over what is estimated. */
export function MonthStacks({ months, groups, running, hatch }: MonthStacksProps) {
  const y = useYAxisScale()
  const area = usePlotArea()
  if (!y || !area) return null
  const band = area.width / Math.max(months.length, 1)
  const width = Math.max(1, Math.round(band * BAR_SHARE))
  const paths = groups.map(() => '')
  let hatched = ''
  for (const [i, month] of months.entries()) {
    const x = Math.round(area.x + i * band + (band - width) / 2)
    for (const { group, from, to } of stackOf(groups, i)) {
      const foot = Math.round(y(from) ?? 0)
      const head = Math.round(y(to) ?? 0)
      // A line of paper tells neighbours apart; a block too low for it keeps its height.
      const gap = foot - head > 2 ? 1 : 0
      const block = `M${x} ${foot}h${width}V${head + gap}h${-width}Z`
      paths[group] += block
      if (month === running) hatched += block
      else {
        const part = groups[group]?.estimated?.[i] ?? 0
        const start = Math.abs(part) < Math.abs(to - from) ? to - part : from
        if (part !== 0) hatched += `M${x} ${Math.round(y(start) ?? 0)}h${width}V${head + gap}h${-width}Z`
      }
    }
  }
  return (
    <g className="stacks">
      <defs>
        <pattern id={hatch} width="6" height="6" patternTransform="rotate(45)" patternUnits="userSpaceOnUse">
          <rect className="hatch" width="2.4" height="6" />
        </pattern>
      </defs>
      {groups.map((group, i) => (
        <path key={group.key} d={paths[i]} fill={group.hue.fill} />
      ))}
      <path d={hatched} fill={`url(#${hatch})`} />
    </g>
  )
}

interface TaxOutlinesProps {
  groups: readonly Group[]
  aside: readonly Minor[]
}

/** What of each month is put aside for tax: an outline around the top of its bar, since that part is there but not one's own. */
export function TaxOutlines({ groups, aside }: TaxOutlinesProps) {
  const y = useYAxisScale()
  const area = usePlotArea()
  if (!y || !area) return null
  const band = area.width / Math.max(aside.length, 1)
  const width = Math.max(1, Math.round(band * BAR_SHARE))
  let path = ''
  for (const [i, amount] of aside.entries()) {
    const top = stackOf(groups, i).reduce((most, { to }) => Math.max(most, to), 0)
    if (amount <= 0 || top === 0) continue
    const x = Math.round(area.x + i * band + (band - width) / 2) + 0.5
    const head = Math.round(y(top) ?? 0) + 0.5
    const foot = Math.round(y(Math.max(0, top - amount)) ?? 0) + 0.5
    path += `M${x} ${foot}h${width - 1}V${head}h${1 - width}Z`
  }
  return (
    <g>
      <path className="tax-halo" d={path} />
      <path className="tax-line" d={path} />
    </g>
  )
}

/** What was enough in each month, as one line with a step where the target changed. */
export function EnoughLine({ enough }: { enough: readonly (Minor | null)[] }) {
  const y = useYAxisScale()
  const area = usePlotArea()
  if (!y || !area) return null
  const band = area.width / Math.max(enough.length, 1)
  let path = ''
  let before: Minor | null = null
  for (const [i, amount] of enough.entries()) {
    if (amount !== null) {
      const level = Math.round(y(amount) ?? 0) + 0.5
      const x = Math.round(area.x + i * band)
      path += `${before === null ? `M${x} ` : amount === before ? '' : 'V'}${before === amount ? '' : level}H${Math.round(x + band)}`
    }
    before = amount
  }
  const last = enough.at(-1)
  if (path === '') return null
  return (
    <g>
      <path className="enough-halo" d={path} />
      <path className="enough-line" d={path} />
      {typeof last === 'number' && (
        <text className="enough-text" x={area.x + area.width} y={(y(last) ?? 0) - 7} textAnchor="end">
          enough
        </text>
      )}
    </g>
  )
}
