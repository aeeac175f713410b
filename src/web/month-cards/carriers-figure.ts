import type { Carriers } from '#contract/crowd.ts'
import type { Minor } from '#domain/money.ts'
import type { Cell, DerivedFigure } from '#web/figures/derived-figure.ts'
import { lensTag, netHeading } from '#web/lens/lens.ts'
import type { Format } from '#web/ui/format.ts'
import { carrierRows, KINDS } from './carrier-rows.ts'

/** Who carries a month, opened (FEATURES N8): all that named patrons bring, parted by who they are and by the size of what they give. */
export function carriersFigure(carriers: Carriers, format: Format): DerivedFigure {
  const { gifts, month, lens } = carriers
  const total = gifts.kinds.reduce((sum, { net }) => sum + net, 0)
  const { smallest, patrons } = gifts
  const small = Math.round(smallest.share * total)
  const there = gifts.kinds.filter((kind) => kind.patrons > 0)
  const said = there.filter(({ kind }) => there.length > 1 || kind !== 'unknown')
  return {
    title: `Who carries ${format.month(month)}, ${lensTag(lens)}`,
    figure: `${format.exact(total)} by ${format.count(patrons)} named patrons`,
    formula: [
      `Each part ÷ ${format.exact(total)}, what all named patrons bring.`,
      `The smaller gifts are the smallest four of five, ${format.count(patrons)} × 4 ÷ 5 rounded down = ${format.count(smallest.patrons)}: ${format.exact(small)} ÷ ${format.exact(total)} = ${format.percent(smallest.share)}.`,
      ...said.map(({ kind, net }) => `${KINDS[kind]}: ${format.exact(net)} ÷ ${format.exact(total)} = ${format.percent(net / total)}.`),
    ].join(' '),
    inputs: carrierRows(carriers).map(({ name, patrons: heads, share }) => {
      return { label: name, value: `${format.count(heads)}, ${format.percent(share)}` }
    }),
    leftOut: [
      'Customers, who gave nothing, and money that names nobody.',
      'Money that has no rate.',
      ...(gifts.named > patrons ? [`${format.count(gifts.named - patrons)} to whom as much or more went back than they gave.`] : []),
    ],
    rows: {
      columns: [
        { heading: 'Parted by', kind: 'text' },
        { heading: 'Part', kind: 'text' },
        { heading: 'Patrons', kind: 'count' },
        { heading: netHeading(lens), kind: 'amount' },
      ],
      rows: [
        ...there.map(({ kind, patrons: heads, net }): Cell[] => ['who gives', KINDS[kind], heads, net]),
        ...gifts.steps.map(({ from, to, patrons: heads, net }): Cell[] => ['size of gift', stepText(from, to, format), heads, net]),
        ['four of five', 'smaller gifts', smallest.patrons, small],
        ['four of five', 'larger gifts', patrons - smallest.patrons, total - small],
      ],
    },
  }
}

function stepText(from: Minor, to: Minor | null, format: Format): string {
  return to === null ? `${format.exact(from)} and more` : `${format.exact(from)} to under ${format.exact(to)}`
}
