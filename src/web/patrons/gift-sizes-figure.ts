import type { Crowd } from '#contract/crowd.ts'
import type { DerivedFigure } from '#web/figures/derived-figure.ts'
import { lensTag, netHeading } from '#web/lens/lens.ts'
import type { Format } from '#web/ui/format.ts'

type Step = Crowd['gifts']['steps'][number]

/** One step of the sizes of gifts in words, so that no gift is of two: "€5 to under €10". */
export function stepLabel({ from, to }: Step, format: Format): string {
  if (to === null) return `${format.money(from)} or more`
  return from === 0 ? `under ${format.money(to)}` : `${format.money(from)} to under ${format.money(to)}`
}

/** How many give how much, opened: every step with its heads and money. */
export function giftSizesFigure({ gifts, month, lens }: Pick<Crowd, 'gifts' | 'month' | 'lens'>, format: Format): DerivedFigure {
  const { steps, patrons, named } = gifts
  const most = steps.toSorted((a, b) => b.patrons - a.patrons)[0]
  const total = steps.reduce((sum, { net }) => sum + net, 0)
  const largest = most ? `${format.count(most.patrons)} of ${format.count(patrons)} patrons, ${stepLabel(most, format)} a month` : ''
  const heads = steps.filter((step) => step.patrons > 0).map((step) => format.count(step.patrons))
  return {
    title: `Gift sizes, ${format.month(month)}, ${lensTag(lens)}`,
    figure: largest,
    formula: `Each patron once, by all that they bring in the month: ${heads.join(' + ')} = ${format.count(patrons)} patrons, who bring ${format.exact(total)} together. Each step is about twice the one before, so that small gifts are not pressed into one bar.`,
    inputs: [
      { label: 'Named patrons of your patronage streams', value: format.count(patrons) },
      { label: 'What they bring, after fees and refunds', value: format.exact(total) },
    ],
    leftOut: [
      'Customers, and money that names nobody.',
      ...(named > patrons ? [`${format.count(named - patrons)} to whom as much or more went back than they gave.`] : []),
      'The running month, and money that has no rate.',
    ],
    rows: {
      columns: [
        { heading: 'Gift', kind: 'text' },
        { heading: 'From', kind: 'amount' },
        { heading: 'To under', kind: 'amount' },
        { heading: 'Patrons', kind: 'count' },
        { heading: netHeading(lens), kind: 'amount' },
      ],
      rows: steps.map((step) => [stepLabel(step, format), step.from, step.to, step.patrons, step.net]),
    },
  }
}
