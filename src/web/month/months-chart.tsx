import { useCallback, useEffect, useId, useRef, type KeyboardEvent } from 'react'
import { Bar, BarChart, Tooltip, useActiveTooltipLabel, useIsTooltipActive, XAxis, YAxis } from 'recharts'
import type { Minor } from '#domain/money.ts'
import type { Month } from '#domain/month.ts'
import { useElementWidth } from '#web/ui/element-width.ts'
import type { Format } from '#web/ui/format.ts'
import { totalAt, type Group } from './groups.ts'
import { monthTicks } from './month-ticks.ts'
import { AmountLines, MonthNames } from './months-axes.tsx'
import { EnoughLine, MonthStacks, TaxOutlines } from './months-layers.tsx'
import { MonthTooltip } from './months-tooltip.tsx'
import { scaleFor } from './scale.ts'

export interface MonthsChartProps {
  months: readonly Month[]
  groups: readonly Group[]
  /** What was enough in each month, or null where no target was; null where the bars are not to be held against one. */
  enough: readonly (Minor | null)[] | null
  /** Months of which the lens tells nothing; their bars are not there. */
  untold?: readonly Month[]
  /** What of each month is put aside for tax; left out where nothing is. */
  aside?: readonly Minor[] | null
  /** The month that is not over yet. */
  running: Month
  format: Format
  onChoose: (month: Month) => void
}

const HEIGHT = 290
/** Room for the amounts beside the plot, and for the months' names below it. */
const AXIS_WIDTH = 50
const NAMES_HEIGHT = 30
/** From this width of a month on, its short name has room below it. */
const WORD_PX = 38

/**
 * Months as stacked bars under the stepped line. Recharts brings scales, pointer and keyboard; what is seen is drawn by layers of
 * our own: one element for each block takes seconds at ten years and thirty streams, and Recharts' own axes measure themselves,
 * which doubles the longest task of the page.
 */
export function MonthsChart({ months, groups, enough, aside = null, untold = [], running, format, onChoose }: MonthsChartProps) {
  const [box, width] = useElementWidth()
  const hatch = useId()
  const totals = months.map((_, i) => totalAt(groups, i))
  const { low, high, ticks } = scaleFor([...peaks(months, groups), ...(enough ?? []).map((amount) => amount ?? 0)])
  const band = (width - AXIS_WIDTH) / Math.max(months.length, 1)
  const tickText = (month: Month) => {
    if (band * 12 < 60 || months.length > 36) return month.slice(0, 4)
    return band > WORD_PX ? format.monthWord(month) : format.narrowMonth(month)
  }
  const pointed = useRef<Month | undefined>(undefined)
  const point = useCallback((month: Month | undefined) => void (pointed.current = month), [])
  const open = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || pointed.current === undefined) return
    // What a press of the pointer does; Recharts would only hide the words about the month.
    event.preventDefault()
    event.stopPropagation()
    onChoose(pointed.current)
  }
  return (
    <div className="months-chart" ref={box} onKeyDownCapture={open}>
      {width > 0 && (
        <BarChart
          width={width}
          height={HEIGHT}
          data={months.map((month, i) => ({ month, i, total: totals[i] }))}
          margin={{ top: 16, right: 0, bottom: NAMES_HEIGHT, left: AXIS_WIDTH }}
          title="Income by month"
          desc="Arrow keys go from month to month, Enter opens one. The table below holds the same figures."
          onClick={({ activeLabel }) => typeof activeLabel === 'string' && onChoose(activeLabel)}
        >
          <XAxis dataKey="month" hide />
          <YAxis domain={[low, high]} allowDataOverflow hide />
          <AmountLines amounts={ticks} format={format} />
          <MonthNames months={months} named={monthTicks(months, band)} textOf={tickText} />
          <Tooltip
            includeHidden
            isAnimationActive={false}
            cursor={{ fill: 'var(--ink)', fillOpacity: 0.06 }}
            content={({ active, label }) => {
              const i = months.indexOf(String(label))
              return active && i >= 0 ? (
                <MonthTooltip
                  i={i}
                  months={months}
                  groups={groups}
                  enough={enough}
                  aside={aside}
                  untold={untold}
                  running={running}
                  format={format}
                />
              ) : null
            }}
          />
          {/* What pointer and keyboard find; shown, each of its bars would be a component that nobody sees. */}
          <Bar dataKey="total" hide isAnimationActive={false} />
          <MonthStacks months={months} groups={groups} running={running} hatch={hatch} />
          {aside && <TaxOutlines groups={groups} aside={aside} />}
          {enough && <EnoughLine enough={enough} />}
          <Pointed onPoint={point} />
        </BarChart>
      )}
    </div>
  )
}

/** Notes which month the arrow keys, or the pointer, are at: only what stands inside the chart can know. */
function Pointed({ onPoint }: { onPoint: (month: Month | undefined) => void }) {
  const label = useActiveTooltipLabel()
  const active = useIsTooltipActive()
  useEffect(() => {
    onPoint(active && typeof label === 'string' ? label : undefined)
  }, [onPoint, active, label])
  return null
}

/** Highest and lowest edge of every stack. */
function peaks(months: readonly Month[], groups: readonly Group[]): Minor[] {
  return months.flatMap((_, i) => {
    const values = groups.map((group) => group.values[i] ?? 0)
    const sumOf = (sign: number) => values.reduce((sum, value) => (Math.sign(value) === sign ? sum + value : sum), 0)
    return [sumOf(1), sumOf(-1)]
  })
}
