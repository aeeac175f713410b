import type { Crowd } from '#contract/crowd.ts'
import { deviation } from '#domain/steadiness.ts'
import type { DerivedFigure } from '#web/figures/derived-figure.ts'
import type { Format } from '#web/ui/format.ts'

type Steadiness = NonNullable<Crowd['steadiness']>

/** How ventures swing alone and together, opened down to their months (METRICS 8). */
export function steadierFigure({ months, total, swing, damping, ventures }: Steadiness, format: Format): DerivedFigure {
  const amount = (value: number) => format.exact(Math.round(value))
  const mean = (net: readonly number[]) => net.reduce((sum, one) => sum + one, 0) / months.length
  const alone = ventures.reduce((sum, { net }) => sum + deviation(net), 0)
  const share = (value: number | null) => (value === null ? 'unknown' : format.percent(value))
  return {
    title: `How ventures swing together, ${format.month(months[0] ?? '')} to ${format.month(months.at(-1) ?? '')}, cash, net`,
    figure: swing === null ? 'too little came to tell' : `by ${format.percent(swing)}`,
    formula: [
      `Swing: the standard deviation of the months ÷ their mean, ${amount(deviation(total))} ÷ ${amount(mean(total))} = ${share(swing)}.`,
      `Damping: 1 − the total’s deviation ÷ the sum of all deviations, 1 − ${amount(deviation(total))} ÷ ${amount(alone)} = ${share(damping)}; 0 where all swing together, near 1 where they cancel. A venture steadies the others where damping is a point more with it than without.`,
    ].join(' '),
    inputs: ventures.map(({ name, net, swing: own, without, dampingWithout }) => ({
      label: name,
      value: `${amount(deviation(net))} ÷ ${amount(mean(net))} = ${share(own)}; without it the total swings by ${share(without)}, and the others are damped by ${share(dampingWithout)}`,
    })),
    leftOut: ['The running month.', 'Money that has no rate.', 'Months before the last twelve.'],
    rows: {
      columns: [
        { heading: 'Venture', kind: 'text' },
        { heading: 'Month', kind: 'month' },
        { heading: 'Net, cash', kind: 'amount' },
      ],
      rows: ventures.flatMap(({ name, net }) => months.map((month, i) => [name, month, net[i] ?? 0])),
    },
  }
}
