import type { Crowd } from '#contract/crowd.ts'
import type { Cell, DerivedFigure } from '#web/figures/derived-figure.ts'
import type { Format } from '#web/ui/format.ts'
import { rhythmWord } from './small-gifts-words.ts'

/** What fees of small gifts cost, opened down to each of them (FEATURES N15, METRICS 16). */
export function smallGiftsFigure({ fees, month }: Pick<Crowd, 'fees' | 'month'>, format: Format): DerivedFigure {
  const { small, cost, saved, gifts, known } = fees
  const told = gifts > small.length ? ` The rows are the ${format.count(small.length)} costliest of them.` : ''
  return {
    title: `Fees of small gifts, ${format.month(month)}, cash`,
    figure: format.exact(cost),
    formula: [
      `A gift for one month is small where its fee is more than ${format.percent(0.1)} of it: ${format.count(gifts)} of ${format.count(known)}, whose fees sum to ${format.exact(cost)}.${told}`,
      ...(gifts === 0
        ? []
        : [
            `By the quarter a month costs (F + r × three months) ÷ 3, of F + r × one month: together ${format.exact(cost)} − ${format.exact(saved)} = ${format.exact(cost - saved)}.`,
            'F and r are not asked for: they are what the fees of all payments of the month in the same stream and currency show, r as the median of the slopes between pairs of payments, F as the median of the rest.',
          ]),
    ].join(' '),
    inputs: [
      { label: 'Gifts for one month whose fee is known', value: format.count(known) },
      { label: 'Small ones', value: format.count(gifts) },
      { label: 'Patrons it would be to ask', value: format.count(fees.askable) },
      { label: 'Saved a month by the quarter', value: format.exact(saved) },
    ],
    leftOut: [
      'Gifts that name nobody, or whose fee is told for many at once.',
      'Gifts for several months, customers, and money that has no rate.',
      ...(small.some(({ quarterly }) => quarterly === null)
        ? ['What a quarter would save of gifts of one size: they do not show what part of a fee is fixed.']
        : []),
      'What exchange and payout cost.',
    ],
    rows: {
      columns: [
        { heading: 'Patron', kind: 'text' },
        { heading: 'Gift', kind: 'amount' },
        { heading: 'Fee', kind: 'amount' },
        { heading: 'Of the gift', kind: 'text' },
        { heading: 'Saved a month by the quarter', kind: 'amount' },
        { heading: 'Fees are a tenth at most', kind: 'text' },
      ],
      rows: small.map(({ name, gross, fees: own, quarterly, rhythm, home }): Cell[] => {
        return [name, home.gross, home.fees, format.percent(own / gross), home.saved, quarterly === null ? 'not known' : rhythmWord(rhythm)]
      }),
    },
  }
}
