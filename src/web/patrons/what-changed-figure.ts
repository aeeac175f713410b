import type { Crowd } from '#contract/crowd.ts'
import { addMonths } from '#domain/month.ts'
import type { DerivedFigure } from '#web/figures/derived-figure.ts'
import type { Format } from '#web/ui/format.ts'
import { MOVE_NAMES } from './waterfall.ts'

const MOVES = ['new', 'returned', 'more', 'less', 'gone', 'fx'] as const

/** What patrons give a month, from one month's end to the next, opened: every move, also those that the picture joins (METRICS 4). */
export function whatChangedFigure({ movement, month }: Pick<Crowd, 'movement' | 'month'>, format: Format): DerivedFigure {
  const { start, end } = movement
  const steps = MOVES.filter((move) => movement[move].net !== 0).map((move) => {
    const { net } = movement[move]
    return ` ${net < 0 ? '−' : '+'} ${format.exact(Math.abs(net))} (${MOVE_NAMES[move].toLowerCase()})`
  })
  const before = format.month(addMonths(month, -1))
  return {
    title: `What patrons give a month, end of ${before} to end of ${format.month(month)}, smoothed, net`,
    figure: format.exact(end.net),
    formula: `${format.exact(start.net)}${steps.join('')} = ${format.exact(end.net)}, to the cent. Changes under ${format.percent(0.02)} are drawn as one. A payment to a patronage stream, after fees, counts over the months it is for: a yearly one is a twelfth a month. It stands until the next one, at most for its months and ten days of grace.`,
    inputs: [
      { label: `Patrons at the end of ${before}`, value: format.count(start.patrons) },
      { label: `Patrons at the end of ${format.month(month)}`, value: format.count(end.patrons) },
    ],
    leftOut: [
      'Refunds.',
      'Single gifts of people who did not give again.',
      'Money that names nobody.',
      'Patrons last seen about three years ago or more, who count as new.',
    ],
    rows: {
      columns: [
        { heading: 'What', kind: 'text' },
        { heading: 'Patrons', kind: 'count' },
        { heading: 'A month, smoothed, net', kind: 'amount' },
      ],
      rows: [
        [`End of ${before}`, start.patrons, start.net],
        ...MOVES.map((move) => [MOVE_NAMES[move], movement[move].patrons, movement[move].net]),
      ],
    },
  }
}
