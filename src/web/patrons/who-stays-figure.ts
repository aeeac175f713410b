import type { Crowd } from '#contract/crowd.ts'
import type { DerivedFigure } from '#web/figures/derived-figure.ts'
import type { Format } from '#web/ui/format.ts'

/** Factors of a product that are written out at each end of it. */
const WRITTEN = 3

/** How many of those who began are still there, opened down to the months in which somebody left (METRICS 5). */
export function whoStaysFigure({ survival, month }: Pick<Crowd, 'survival' | 'month'>, format: Format): DerivedFigure {
  const { steps, patrons } = survival
  const last = steps.at(-1)
  const factors = steps.map(({ gone, atRisk }) => `(1 − ${format.count(gone)} ÷ ${format.count(atRisk)})`)
  const product =
    factors.length > 2 * WRITTEN ? [...factors.slice(0, WRITTEN), '…', ...factors.slice(-WRITTEN)].join(' × ') : factors.join(' × ')
  return {
    title: `Who stays, from the month one began, up to ${format.month(month)}`,
    figure: last ? `${format.percent(last.left)} stay longer than ${format.count(last.month)} months` : 'Nobody has left',
    formula: [
      'Kaplan–Meier: at each month in which someone left, the share is multiplied by 1 − those who left ÷ those observed so long.',
      ...(last ? [`${product} = ${format.percent(last.left)}.`] : []),
      'Each is observed from their first month to the first in which nothing of theirs stands; whoever is still there counts up to now. The pale band holds the true share in 8 of 10 cases, by Greenwood’s variance.',
    ].join(' '),
    inputs: [
      { label: 'Patrons who began in the last two years', value: format.count(patrons) },
      ...(last ? [{ label: '8 in 10', value: `${format.percent(last.low)} to ${format.percent(last.high)}` }] : []),
    ],
    leftOut: [
      'Who was there before: nobody knows when they began.',
      'Months with fewer than five observed, which are not drawn.',
      'Coming back.',
    ],
    rows: {
      columns: [
        { heading: 'Months since one began', kind: 'count' },
        { heading: 'Observed', kind: 'count' },
        { heading: 'Left then', kind: 'count' },
        { heading: 'Still there', kind: 'text' },
        { heading: '1 in 10 is less', kind: 'text' },
        { heading: '1 in 10 is more', kind: 'text' },
      ],
      rows: steps.map(({ month: months, atRisk, gone, left, low, high }) => {
        return [months, atRisk, gone, format.percent(left), format.percent(low), format.percent(high)]
      }),
    },
  }
}
