import type { MonthPage } from '#contract/income.ts'
import type { Time } from '#contract/time.ts'
import { minutesIn } from '#domain/check-in.ts'
import { addDays, monthOf } from '#domain/month.ts'
import type { Cell, DerivedFigure } from '#web/figures/derived-figure.ts'
import { hourCount, hourWords } from '#web/time/words.ts'
import type { Format } from '#web/ui/format.ts'
import { boughtWithSentence, workTag } from './work-words.ts'

interface WorkFacts {
  page: Pick<MonthPage, 'month' | 'today' | 'running' | 'lens' | 'total'>
  time: Pick<Time, 'months' | 'weeks' | 'plan'>
  /** The month's hours as they are shown, each kind in whole hours. */
  hours: Time['months'][number]
}

/** The hours of a month opened: by kind, beside its money, and the weeks that they are of (METRICS 15). */
export function workFigure({ page, time, hours }: WorkFacts, format: Format): DerivedFigure {
  const all = minutesIn(hours)
  const working = hours.paid + hours.care
  const bought = hours.known ? boughtWithSentence(page, hours, format) : ''
  const { basic, paid, care } = time.months.find(({ month }) => month === page.month) ?? hours
  const each = bought === '' ? '' : format.exact(Math.trunc((page.total.net * 60) / working))
  const weeks = weekRows(page.month, time.weeks)
  const count = (minutes: number) => hourCount(minutes, format)
  return {
    title: `Hours as told, ${workTag(page, hours, format)}`,
    figure: `${count(hours.basic)} of ${hourWords(all, format)} were basic work`,
    formula: [
      `Basic ${count(hours.basic)} ÷ (basic ${count(hours.basic)} + paid ${count(hours.paid)} + care ${count(hours.care)}) = ${format.percent(hours.basic / all)}, each kind in whole hours.`,
      ...(each === ''
        ? []
        : [`For each hour: ${format.exact(page.total.net)} ÷ (paid ${count(hours.paid)} + care ${count(hours.care)}) = ${each}.`]),
    ].join(' '),
    inputs: [
      { label: 'Basic work', value: hourWords(hours.basic, format) },
      { label: 'Paid work', value: hourWords(hours.paid, format) },
      { label: 'Care of the business', value: hourWords(hours.care, format) },
      { label: 'Floor of basic work', value: format.percent(time.plan.floor / 100) },
      ...(each === '' ? [] : [{ label: 'What the month brought', value: format.exact(page.total.net) }]),
    ],
    leftOut: [
      'Weeks of which nothing is known.',
      ...(weeks.length === 0 ? ['Single weeks: of a month so long ago only the sum is told.'] : []),
      ...(each === '' ? ['Money: it is told beside hours only where every week of the month is known, and the money is there.'] : []),
    ],
    rows: {
      columns: [
        { heading: 'What', kind: 'text' },
        { heading: 'From', kind: 'day' },
        { heading: 'Days in the month', kind: 'count' },
        { heading: 'Basic', kind: 'hours' },
        { heading: 'Paid', kind: 'hours' },
        { heading: 'Care', kind: 'hours' },
      ],
      rows: [...weeks, ['the month', `${page.month}-01`, null, basic, paid, care]],
    },
  }
}

/** The known weeks with days in the month: one that was said is spread evenly over its seven days. */
function weekRows(month: string, weeks: Time['weeks']): Cell[][] {
  return weeks.flatMap(({ week, known, said, basic, paid, care }): Cell[][] => {
    const days = Array.from({ length: 7 }, (_, i) => addDays(week, i)).filter((day) => monthOf(day) === month).length
    return known && days > 0 ? [[said ? 'week, as said' : 'week, as imported', week, days, basic, paid, care]] : []
  })
}
