import type { MonthPage } from '#contract/income.ts'
import { concentration } from '#domain/concentration.ts'
import type { DerivedFigure } from '#web/figures/derived-figure.ts'
import { lensTag, netHeading } from '#web/lens/lens.ts'
import type { Format } from '#web/ui/format.ts'
import { wholeOf, withoutEach } from './without-each.ts'

type Told = Pick<MonthPage, 'month' | 'lens' | 'total' | 'target' | 'streams'>

/** What is left if one venture stops, opened (FEATURES N3), with how many equal ventures the month might as well be (METRICS 7). */
export function oneStopsFigure(page: Told, format: Format): DerivedFigure {
  const { month, lens, total, streams } = page
  const [ventures, whole] = [withoutEach(page), wholeOf(page)]
  const { parts, total: carried, hhi, effective } = concentration(ventures.map(({ net }) => net))
  const part = (left: number) => format.percent(Math.max(0, left) / whole.amount)
  const [largest] = ventures
  const left = largest?.left ?? 0
  return {
    title: `If one stops, ${format.month(month)}, ${lensTag(lens)}`,
    figure: `${part(left)} of ${whole.word} would be left without ${largest?.name ?? 'the largest'}`,
    formula: [
      `(${format.exact(total.net)} − ${largest?.name ?? 'the largest'} ${format.exact(largest?.net ?? 0)}) ÷ ${whole.word} ${format.exact(whole.amount)} = ${part(left)}.`,
      `As if so many equal ones: 1 ÷ the sum of the squared shares of ${format.exact(carried)}, 1 ÷ ${format.decimal(hhi.toFixed(4))} = ${format.decimal(effective.toFixed(2))}.`,
    ].join(' '),
    inputs: [
      { label: 'The month', value: format.exact(total.net) },
      ...(page.target && page.target.enough > 0 ? [{ label: 'Enough', value: format.exact(page.target.enough) }] : []),
      { label: 'Ventures that bring anything', value: format.count(parts) },
      ...ventures.map(({ name, left: rest }) => ({ label: `Left without ${name}`, value: `${format.exact(rest)}, ${part(rest)}` })),
    ],
    leftOut: ['Ventures that bring nothing, or take back more than they bring, have no share.', 'Money that has no rate.'],
    rows: {
      columns: [
        { heading: 'Stream', kind: 'text' },
        { heading: 'Venture', kind: 'text' },
        { heading: netHeading(lens), kind: 'amount' },
      ],
      rows: streams
        .filter(({ net }) => net !== 0)
        .toSorted((a, b) => b.net - a.net || a.stream - b.stream)
        .map(({ name, ventureName, net }) => [name, ventureName, net]),
    },
  }
}
