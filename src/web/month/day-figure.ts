import type { MonthPage } from '#contract/income.ts'
import type { Minor } from '#domain/money.ts'
import { dayOfMonth, daysInMonth } from '#domain/month.ts'
import type { Cell, DerivedFigure } from '#web/figures/derived-figure.ts'
import type { Format } from '#web/ui/format.ts'

type Told = Pick<MonthPage, 'month' | 'today' | 'running' | 'target' | 'days' | 'usualDays' | 'undated' | 'pace'>

/** A month day by day opened: since when it was enough, or when it usually will be (METRICS 20). All of it is cash. */
export function dayFigure(page: Told, format: Format): DerivedFigure {
  const { month, running, days, usualDays, target, pace, undated } = page
  const arrived = days.at(-1) ?? 0
  const enough = target?.enough
  return {
    title: `${format.month(month)}, day by day, cash, net`,
    figure: `${format.exact(arrived)} by the ${format.ordinal(dayOfMonth(month, Math.max(1, days.length)))}`,
    formula: [
      'What came on each day, net, and on all days before it.',
      ...(usualDays
        ? ['A usual month: the median of what the last twelve full months had brought by the same day, or by their last.']
        : []),
      ...(enough === undefined ? [] : paceFormula(page, enough, format)),
    ].join(' '),
    inputs: [
      { label: 'Arrived on days', value: format.exact(arrived) },
      ...(usualDays ? [{ label: 'In a usual month by its end', value: format.exact(usualDays.at(-1) ?? 0) }] : []),
      ...(pace ? [{ label: 'Full months before it, twelve at most', value: format.count(pace.basis) }] : []),
      ...(enough === undefined ? [] : [{ label: 'Enough', value: format.exact(enough) }]),
      ...(pace?.reachedOn ? [{ label: 'Enough since', value: format.day(pace.reachedOn) }] : []),
      ...(pace?.reachDay ? [{ label: 'Enough at the usual pace', value: format.day(pace.reachDay) }] : []),
    ],
    leftOut: [
      undated === 0 ? 'Monthly sums without a day: there are none.' : `${format.exact(undated)} in monthly sums without a day.`,
      ...(running && usualDays ? ['What archived streams brought in a usual month: nothing more is expected of them.'] : []),
      'Money that has no rate.',
    ],
    rows: {
      columns: [
        { heading: 'Day', kind: 'day' },
        { heading: 'Arrived by then, cash, net', kind: 'amount' },
        ...(usualDays ? [{ heading: 'Usually by then, cash, net', kind: 'amount' as const }] : []),
        ...(pace && pace.more.length > 0
          ? [
              { heading: 'Usually comes after today, cash, net', kind: 'amount' as const },
              { heading: 'Arrived and that, cash, net', kind: 'amount' as const },
            ]
          : []),
      ],
      rows: dayRows(page, arrived),
    },
  }
}

function paceFormula({ month, pace, running, days }: Told, enough: Minor, format: Format): string[] {
  if (!pace) return []
  if (pace.reachedOn) return [`Enough, ${format.exact(enough)}, since ${format.day(pace.reachedOn)}: from that day on it was never less.`]
  if (!running) return [`On its last day it was under enough, ${format.exact(enough)}.`]
  if (pace.more.length === 0) return []
  const [arrived, more] = [days.at(-1) ?? 0, pace.more.at(-1) ?? 0]
  const at = pace.reachDay === null ? undefined : pace.more[Number(pace.reachDay.slice(8, 10)) - days.length]
  const from = 'The pace: the first day on which what arrived and the median of what came after today reach enough.'
  if (pace.reachDay === null || at === undefined) {
    return [
      from,
      `By the ${format.ordinal(dayOfMonth(month, daysInMonth(month)))} that is ${format.exact(arrived)} + ${format.exact(more)}.`,
    ]
  }
  return [from, `On ${format.day(pace.reachDay)}: ${format.exact(arrived)} + ${format.exact(at)} is at least ${format.exact(enough)}.`]
}

function dayRows({ month, days, usualDays, pace }: Told, arrived: Minor): Cell[][] {
  return Array.from({ length: daysInMonth(month) }, (_, i): Cell[] => {
    const more = pace?.more[i + 1 - days.length] ?? null
    return [
      dayOfMonth(month, i + 1),
      days[i] ?? null,
      ...(usualDays ? [usualDays[i] ?? null] : []),
      ...(pace && pace.more.length > 0 ? [more, more === null ? null : arrived + more] : []),
    ]
  })
}
