import type { MonthPage } from '#contract/income.ts'
import { stretchOf } from '#domain/forecast.ts'
import { median } from '#domain/income.ts'
import { likelyEnd } from '#domain/likely.ts'
import type { DerivedFigure } from '#web/figures/derived-figure.ts'
import { frequency } from '#web/outlook/chance-words.ts'
import type { Format } from '#web/ui/format.ts'

type Told = Pick<MonthPage, 'month' | 'today' | 'total' | 'target' | 'undated'> & { likely: NonNullable<MonthPage['likely']> }

/** What a running month will likely come to, and how often that is enough, opened (FEATURES N1). */
export function likelyFigure({ month, today, total, target, undated, likely }: Told, format: Format): DerivedFigure {
  const { low, middle, high, basis, ofTen, safe, due } = likely
  const rests = likely.rests.map(({ rest }) => rest)
  const endOf = likelyEnd(total.net, rests)
  const [exact, ends] = [(amount: number) => format.exact(amount), rests.map(endOf)]
  const stretch = format.decimal(String(stretchOf(basis) / 1_000))
  return {
    title: `What ${format.month(month)} will likely come to, cash, net`,
    figure: `${exact(low)} to ${exact(high)} (8 in 10)`,
    formula: [
      `So far ${exact(total.net)} + what came after the ${format.ordinal(today)} in each of the last ${format.count(basis)} full months, each of those moved away from their middle, ${exact(median(rests) ?? 0)}, by × (1.1 + 1 ÷ ${format.count(basis)}) = × ${stretch}.${dueFormula(likely, format)} 1 in 10 of such ends is less than ${exact(low)}, 1 in 10 more than ${exact(high)}.`,
      ...(target === null || ofTen === null
        ? []
        : [
            `${reachedText(ends, { enough: target.enough, due, ofTen }, format)} Enough can be counted on from 8 of 10 on, until it is under 7.`,
          ]),
    ].join(' '),
    inputs: [
      { label: 'So far', value: exact(total.net) },
      ...(undated === 0 ? [] : [{ label: 'Of it in monthly sums without a day', value: exact(undated) }]),
      { label: 'Middle', value: exact(middle) },
      { label: 'Full months', value: format.count(basis) },
      ...(due.length === 0 ? [] : [{ label: 'Due and not come yet', value: exact(due.reduce((sum, { amount }) => sum + amount, 0)) }]),
      ...(target === null || ofTen === null
        ? []
        : [
            { label: 'Enough', value: exact(target.enough) },
            { label: 'Chance of enough', value: frequency(ofTen, { band: likely, enough: target.enough }) },
            { label: 'Can be counted on', value: safe ? 'yes' : 'not yet' },
          ]),
    ],
    leftOut: [
      'What never happened yet in the rest of a month.',
      'In those months: archived streams, payments of patrons for more than a month, and what is pledged or agreed. What of them is due stands in the rows.',
      'Income tax, and money that has no rate.',
    ],
    rows: {
      columns: [
        { heading: 'Month', kind: 'month' },
        ...(due.length === 0 ? [] : [{ heading: 'Due from', kind: 'text' as const }]),
        { heading: `Came after the ${format.ordinal(today)}${due.length === 0 ? '' : ', or is due'}, cash, net`, kind: 'amount' },
        { heading: 'So far and that, moved, cash, net', kind: 'amount' },
      ],
      rows: [
        ...likely.rests.map(({ month: name, rest }) => [name, ...(due.length === 0 ? [] : [null]), rest, endOf(rest)]),
        ...due.map(({ patron, amount, chance }) => [month, `${patron ?? 'nobody named'}, ${ofHundred(chance, format)}`, amount, null]),
      ],
    },
  }
}

type Likely = Told['likely']

function ofHundred(chance: number, format: Format): string {
  return `in ${format.count(Math.round(chance / 10))} of 100 cases`
}

/** What is known to be due stands beside what is usual. */
function dueFormula({ due }: Pick<Likely, 'due'>, format: Format): string {
  if (due.length === 0) return ''
  const sum = format.exact(due.reduce((all, { amount }) => all + amount, 0))
  return ` To each of them comes what is due and has not come, ${sum} in all, as often as its row says.`
}

interface Reached {
  enough: number
  due: Likely['due']
  ofTen: number
}

function reachedText(ends: readonly number[], { enough, due, ofTen }: Reached, format: Format): string {
  const told = `${format.count(ofTen)} of 10, told between 1 and 9.`
  if (due.length > 0) return `Enough, ${format.exact(enough)}, is reached in ${told}`
  const reached = ends.filter((end) => end >= enough).length
  return `${format.count(reached)} of ${format.count(ends.length)} such ends reach enough, ${format.exact(enough)}: ${told}`
}
