import type { Crowd } from '#contract/crowd.ts'
import { USUAL_LEAVING } from '#domain/churn.ts'
import { exponentOf } from '#domain/currency.ts'
import { decimalText } from '#domain/money.ts'
import type { Cell, DerivedFigure } from '#web/figures/derived-figure.ts'
import type { Format } from '#web/ui/format.ts'
import { FEW, lifetimeSentence, quickWords } from './words.ts'

/** Whether anything is known of who could leave. */
export function canLeave({ movement, churn, quick }: Pick<Crowd, 'movement' | 'churn' | 'quick'>): boolean {
  return movement.start.patrons > 0 || churn.patronMonths > 0 || quick.gained > 0 || quick.lost > 0
}

/** Who left, opened down to the months (METRICS 4 and 6). */
export function whoLeftFigure(crowd: Crowd, format: Format): DerivedFigure {
  const { movement, churn, month } = crowd
  const { start, gone } = movement
  const counted = `${format.count(gone.patrons)} of ${format.count(start.patrons)} patrons`
  return {
    title: `Who left in ${format.month(month)}, patrons who give every month, smoothed, net`,
    figure: counted,
    formula: [
      start.patrons < FEW
        ? `Left: ${counted} who were there when the month began. So few have no rate.`
        : `Left ÷ patrons at the start: ${format.count(gone.patrons)} ÷ ${format.count(start.patrons)} = ${format.percent(gone.patrons / start.patrons)}, with the ${format.percent(0.8)} interval of Wilson${churn.interval ? `, ${format.percent(churn.interval.low)} to ${format.percent(churn.interval.high)}` : ''}.`,
      usuallyLost(churn, format),
    ].join(' '),
    inputs: [
      ...quickInputs(crowd, format),
      ...lostInputs(crowd, format),
      { label: 'How long a patron stays', value: lifetimeSentence(crowd, format) },
    ],
    leftOut: [
      'Refunds and single gifts.',
      'Who pays within ten days after the end has not left.',
      ...(crowd.declined ? ['Whose card was declined, by a list of patrons: they are told beside it, and no part of any rate.'] : []),
      'Money that names nobody.',
    ],
    rows: {
      columns: [
        { heading: 'Month', kind: 'month' },
        { heading: 'There at its start', kind: 'count' },
        { heading: 'Left', kind: 'count' },
        { heading: 'New, smoothed', kind: 'amount' },
        { heading: 'Came back, smoothed', kind: 'amount' },
        { heading: 'More, smoothed', kind: 'amount' },
        { heading: 'Less, smoothed', kind: 'amount' },
        { heading: 'Gone, smoothed', kind: 'amount' },
      ],
      rows: monthRows(crowd),
    },
  }
}

/** The pooled share with what is assumed in it: as strong as ten months of one patron. */
function usuallyLost({ gone, patronMonths, hazard, assumed }: Crowd['churn'], format: Format): string {
  // Hundredths of a percent of ten months are thousandths of a patron.
  const pull = format.decimal(decimalText(assumed, 3).replace(/\.?0+$/, ''))
  const whose = assumed === USUAL_LEAVING ? 'our assumption, which you can change' : 'as you said'
  return `Usually lost in a month: (left + ${pull}) ÷ (patron-months + 10) = (${format.count(gone)} + ${pull}) ÷ (${format.count(patronMonths)} + 10) = ${format.percent(hazard)}, which leans to ${format.share(assumed)} where little is known: ${whose}.`
}

/** Heads of every month that is known, money of those that gained and lost are told of. */
function monthRows({ churn, quick }: Crowd): Cell[][] {
  const moved = new Map(quick.months.map((one) => [one.month, one]))
  return churn.months
    .filter(({ month, there }) => there > 0 || moved.has(month))
    .map(({ month, there, gone }): Cell[] => {
      const money = moved.get(month)
      return [
        month,
        there,
        gone,
        ...(money ? [money.new, money.returned, money.more, money.less, money.gone] : [null, null, null, null, null]),
      ]
    })
}

function quickInputs(crowd: Crowd, format: Format): DerivedFigure['inputs'] {
  const { quick } = crowd
  const sum = (move: 'new' | 'returned' | 'more' | 'less' | 'gone') =>
    format.exact(Math.abs(quick.months.reduce((all, one) => all + one[move], 0)))
  const words = quickWords(crowd, format, 10 ** (exponentOf(crowd.currency) ?? 2))
  return [
    { label: 'In six months', value: words },
    {
      label: 'Gained: new + came back + more',
      value: `${sum('new')} + ${sum('returned')} + ${sum('more')} = ${format.exact(quick.gained)}`,
    },
    { label: 'Lost: gone + less', value: `${sum('gone')} + ${sum('less')} = ${format.exact(quick.lost)}` },
  ]
}

function lostInputs({ movement, lostShare }: Crowd, format: Format): DerivedFigure['inputs'] {
  const { start, gone, less, more, returned } = movement
  if (!lostShare || start.patrons < FEW) return []
  const lost = -(gone.net + less.net)
  const back = more.net + returned.net
  return [
    {
      label: 'Of the money, this month',
      value: `${format.exact(lost)} ÷ ${format.exact(start.net)} = ${format.percent(lostShare.gross)} lost`,
    },
    {
      label: 'After what grew or came back',
      value: `(${format.exact(lost)} − ${format.exact(back)}) ÷ ${format.exact(start.net)} = ${format.percent(lostShare.net)}`,
    },
  ]
}
