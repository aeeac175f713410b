import type { MonthPage } from '#contract/income.ts'
import { stretchOf } from '#domain/forecast.ts'
import { median } from '#domain/income.ts'
import { likelyEnd } from '#domain/likely.ts'
import type { DerivedFigure } from '#web/figures/derived-figure.ts'
import type { Format } from '#web/ui/format.ts'

type Told = Pick<MonthPage, 'month' | 'today' | 'total' | 'target' | 'undated'> & { likely: NonNullable<MonthPage['likely']> }

/** What a running month will likely come to, and how often that is enough, opened (FEATURES N1). */
export function likelyFigure({ month, today, total, target, undated, likely }: Told, format: Format): DerivedFigure {
  const { low, middle, high, basis, ofTen, safe } = likely
  const rests = likely.rests.map(({ rest }) => rest)
  const endOf = likelyEnd(total.net, rests)
  const [exact, ends] = [(amount: number) => format.exact(amount), rests.map(endOf)]
  const stretch = format.decimal(String(stretchOf(basis) / 1_000))
  const reached = target === null ? 0 : ends.filter((end) => end >= target.enough).length
  return {
    title: `What ${format.month(month)} will likely come to, cash, net`,
    figure: `${exact(low)} to ${exact(high)} (8 in 10)`,
    formula: [
      `So far ${exact(total.net)} + what came after the ${format.ordinal(today)} in each of the last ${format.count(basis)} full months, each of those moved away from their middle, ${exact(median(rests) ?? 0)}, by × (1.1 + 1 ÷ ${format.count(basis)}) = × ${stretch}. 1 in 10 of such ends is less than ${exact(low)}, 1 in 10 more than ${exact(high)}.`,
      ...(target === null || ofTen === null
        ? []
        : [
            `${format.count(reached)} of ${format.count(basis)} such ends reach enough, ${exact(target.enough)}: ${format.count(ofTen)} of 10, told between 1 and 9. Enough can be counted on from 8 of 10 on, until it is under 7.`,
          ]),
    ].join(' '),
    inputs: [
      { label: 'So far', value: exact(total.net) },
      ...(undated === 0 ? [] : [{ label: 'Of it in monthly sums without a day', value: exact(undated) }]),
      { label: 'Middle', value: exact(middle) },
      { label: 'Full months', value: format.count(basis) },
      ...(target === null || ofTen === null
        ? []
        : [
            { label: 'Enough', value: exact(target.enough) },
            { label: 'Chance of enough', value: `${format.count(ofTen)} of 10` },
            { label: 'Can be counted on', value: safe ? 'yes' : 'not yet' },
          ]),
    ],
    leftOut: [
      'What never happened yet in the rest of a month.',
      'What is pledged and not paid.',
      'What archived streams brought in those months: nothing more is expected of them.',
      'Income tax, and money that has no rate.',
    ],
    rows: {
      columns: [
        { heading: 'Month', kind: 'month' },
        { heading: `Came after the ${format.ordinal(today)}, cash, net`, kind: 'amount' },
        { heading: 'So far and that, moved, cash, net', kind: 'amount' },
      ],
      rows: likely.rests.map(({ month: name, rest }) => [name, rest, endOf(rest)]),
    },
  }
}
