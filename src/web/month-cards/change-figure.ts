import type { MonthChange } from '#contract/month-change.ts'
import type { DerivedFigure } from '#web/figures/derived-figure.ts'
import { lensTag, netHeading } from '#web/lens/lens.ts'
import type { Format } from '#web/ui/format.ts'
import { changeName } from './change-words.ts'

/** What changed from one month to the next, opened: every part, and their sum without a rest. */
export function changeFigure(change: MonthChange, format: Format): DerivedFigure {
  const { before, month, lens, start, end, parts } = change
  const steps = parts.map(({ net }) => ` ${net < 0 ? '−' : '+'} ${format.exact(Math.abs(net))}`).join('')
  return {
    title: `From ${format.month(before)} to ${format.month(month)}, ${lensTag(lens)}`,
    figure: format.money(end - start, { style: 'table', signed: true }),
    formula: [
      `${format.exact(start)}${steps} = ${format.exact(end)}.`,
      'Gifts and ventures before fees and refunds, which stand by themselves. Exchange rates: what each earlier amount is worth at the later month’s rate, less what it was worth.',
      'Who is a patron at a month’s end is told by their payments: one stands for the months it is for and ten days of grace.',
    ].join(' '),
    inputs: [
      { label: format.month(before), value: format.exact(start) },
      { label: format.month(month), value: format.exact(end) },
      { label: 'Ventures told by name', value: 'the four that changed most' },
      { label: 'Back again', value: 'patrons who had stood at the end of an earlier month' },
      { label: 'For several months', value: 'patrons who stay and paid for more than one month at once, in cash' },
      { label: 'Single gifts', value: 'of those with whom no payment stood' },
    ],
    leftOut: ['Money that has no rate.', 'Patrons of other streams than patronage: those are told by their venture.'],
    rows: {
      columns: [
        { heading: 'What', kind: 'text' },
        { heading: 'Patrons', kind: 'count' },
        { heading: netHeading(lens), kind: 'amount' },
      ],
      rows: [
        [`Brought in ${format.month(before)}`, null, start],
        ...parts.map((part) => [changeName(part), part.patrons > 0 ? part.patrons : null, part.net]),
        [`Brought in ${format.month(month)}`, null, end],
      ],
    },
  }
}
