import { beforeBenefits, paidBenefits, type FundedBenefit, type PlannedMonth } from '#domain/funded-benefits.ts'
import type { Month } from '#domain/month.ts'
import type { Cell, DerivedFigure } from '#web/figures/derived-figure.ts'
import type { Format } from '#web/ui/format.ts'
import { isolated } from '#web/ui/isolated.ts'
import { benefitsSummary, benefitText, withoutLinesText } from './benefit-words.ts'

interface BenefitFacts {
  /** The full months that are looked at, oldest first, each with the lines that it is held against. */
  held: readonly (PlannedMonth & { month: Month; inForce: boolean })[]
  funded: readonly FundedBenefit[]
}

/** Which benefits months paid for, opened down to what each month left and where it went (FEATURES N5). */
export function benefitsFigure({ held, funded }: BenefitFacts, format: Format): DerivedFigure {
  const [first, last] = [held[0], held.at(-1)]
  const without = held.filter(({ inForce }) => !inForce).map(({ month }) => month)
  return {
    title: `Benefits that the months paid for, ${format.month(first?.month ?? '')} to ${format.month(last?.month ?? '')}, cash, net, after income tax`,
    figure: benefitsSummary(funded, format),
    formula: [
      'Of each month’s net what tax and months off leave, less the bare needs that are no benefits; the rest fills the benefits in the order of your lines, each up to its cost.',
      ...(last ? [workedMonth(last, format)] : []),
      'Each month by the lines, costs and tax of its own target.',
    ].join(' '),
    inputs: funded.map((benefit) => ({
      label: benefit.text,
      value: `${format.exact(benefit.cost)} a month now; ${benefitText(benefit, format)}`,
    })),
    leftOut: [
      ...(without.length > 0 ? [withoutLinesText(without, format)] : []),
      'Of the picture the benefits that stand in your lines no more; the rows hold them.',
      'The running month, and money without a rate.',
      'What you really paid: it tells what there was money for.',
    ],
    rows: {
      columns: [
        { heading: 'Month', kind: 'month' },
        { heading: 'What', kind: 'text' },
        { heading: 'Amount, cash, net', kind: 'amount' },
        { heading: 'Costs', kind: 'amount' },
      ],
      rows: held.flatMap(monthRows),
    },
  }
}

function workedMonth(held: BenefitFacts['held'][number], format: Format): string {
  const { carried, bare } = beforeBenefits(held)
  const paid = paidBenefits(held).map((one) => `${isolated(one.text)} ${format.exact(one.paid)} of ${format.exact(one.cost)}`)
  return `${format.month(held.month)}: of ${format.exact(held.net)} ${format.exact(carried)} are left after tax and months off; − ${format.exact(bare)} bare needs = ${format.exact(carried - bare)}: ${paid.join(', ')}.`
}

function monthRows(held: BenefitFacts['held'][number]): Cell[][] {
  const { carried, bare } = beforeBenefits(held)
  const { month, net } = held
  return [
    [month, 'net', net, null],
    [month, 'left after tax and months off', carried, null],
    [month, 'bare needs that are no benefits', -bare, null],
    ...paidBenefits(held).map(({ text, cost, paid }): Cell[] => [month, `paid of: ${text}`, paid, cost]),
  ]
}
