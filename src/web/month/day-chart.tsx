import { lazy, Suspense } from 'react'
import type { MonthPage } from '#contract/income.ts'
import { dayOfMonth, daysInMonth } from '#domain/month.ts'
import { ChartFigure } from '#web/ui/chart-figure.tsx'
import { DataTable } from '#web/ui/data-table.tsx'
import type { Format } from '#web/ui/format.ts'
import { dayPaths } from './day-line.ts'

/** Comes after the picture, for whoever asks. */
const DayHow = lazy(async () => ({ default: (await import('./month-hows.tsx')).DayHow }))

/** As high as the months beside it. */
const PLOT_HEIGHT = 246

/** Days that two numbers under the picture keep between them. */
const ROOM = 4

interface DayRow {
  day: number
  arrived: number | undefined
  usual: number | undefined
}

/** The month day by day: what arrived, the usual way of such a month, and the line. */
export function DayChart({ page, format }: { page: MonthPage; format: Format }) {
  const { days, usualDays, target, month } = page
  const length = daysInMonth(month)
  const rows: DayRow[] = Array.from({ length }, (_, i) => ({ day: i + 1, arrived: days[i], usual: usualDays?.[i] }))
  const amount = (value: number | undefined) => (value === undefined ? '' : format.exact(value))
  const usualWords = usualDays ? 'Dashed: a usual month, the median of the last twelve. ' : ''
  return (
    <ChartFigure
      className="span-4 days"
      title={`${page.running ? 'This month' : format.longMonth(month)}, day by day${page.lens === 'cash' ? '' : ', as it was paid'}`}
      tools={<span className="hint">cash, net</span>}
      summary={`Solid: what arrived. ${usualWords}${target ? 'The line is enough.' : ''}`}
      after={
        <Suspense fallback={<div className="how-waiting" />}>
          <DayHow page={page} format={format} />
        </Suspense>
      }
      table={
        <DataTable
          caption={`Net so far at the end of each day, ${format.month(month)}`}
          columns={[
            { key: 'day', heading: 'Day', cell: (row: DayRow) => format.shortDay(dayOfMonth(month, row.day)), names: true },
            { key: 'arrived', heading: 'Arrived', align: 'number', cell: (row: DayRow) => amount(row.arrived) },
            ...(usualDays
              ? [{ key: 'usual', heading: 'Usually', align: 'number' as const, cell: (row: DayRow) => amount(row.usual) }]
              : []),
          ]}
          rows={rows}
          rowKey={(row) => row.day}
        />
      }
    >
      <DayPicture page={page} format={format} />
    </ChartFigure>
  )
}

function DayPicture({ page, format }: { page: MonthPage; format: Format }) {
  const { days, usualDays, target, month } = page
  const length = daysInMonth(month)
  const { arrived, usual, levelOf, placeOf } = dayPaths({ days, usualDays, length, enough: target?.enough ?? null })
  const last = days.at(-1) ?? 0
  const label = `${format.money(last)} by the ${format.ordinal(dayOfMonth(month, Math.max(days.length, 1)))}${target ? `; enough is ${format.money(target.enough)}` : ''}.`
  const enough = target && `${levelOf(target.enough)}%`
  const today = days.length
  // On the smallest phone a day is narrower than a digit: what stands too near to today has no room.
  const isLastNamed = today >= length - 1 || today <= length - ROOM
  return (
    <svg className="day-picture" width="100%" height={PLOT_HEIGHT + 40} role="img" aria-label={label}>
      <svg className="inset-plot" x="0" y="14" width="100%" height={PLOT_HEIGHT} viewBox="0 0 100 100" preserveAspectRatio="none">
        <path className="axis-line" d={`M0 ${levelOf(0)}H100`} />
        <path className="usual-line" d={usual} />
        <path className="arrived-line" d={arrived} />
        {target && <path className="enough-line" d={`M0 ${levelOf(target.enough)}H100`} />}
      </svg>
      {enough && (
        <svg className="inset-words" x="0" y="14" width="100%" height={PLOT_HEIGHT}>
          <text className="enough-text" x="100%" y={enough} dy="-6" textAnchor="end">
            enough
          </text>
        </svg>
      )}
      <text x="0" y={PLOT_HEIGHT + 34}>
        1
      </text>
      {today > 2 && today < length - 1 && (
        <text className="now-text" x={`${placeOf(today)}%`} y={PLOT_HEIGHT + 34} textAnchor="middle">
          {today}
        </text>
      )}
      {isLastNamed && (
        <text className={today >= length - 1 && page.running ? 'now-text' : undefined} x="100%" y={PLOT_HEIGHT + 34} textAnchor="end">
          {length}
        </text>
      )}
    </svg>
  )
}
