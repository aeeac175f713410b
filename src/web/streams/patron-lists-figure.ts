import type { PatronLists } from '#contract/stream.ts'
import { exponentOf } from '#domain/currency.ts'
import { decimalText, type Minor } from '#domain/money.ts'
import type { DerivedFigure } from '#web/figures/derived-figure.ts'
import type { Format } from '#web/ui/format.ts'

/** What lists of patrons tell of money, opened (PRODUCT rule 7); each amount in its own currency, as the lists tell it. */
export function patronListsFigure({ lists, stream }: { lists: PatronLists; stream: string }, format: Format): DerivedFigure {
  const { estimates, from, to, counted } = lists
  const sums = [...Map.groupBy(estimates, ({ currency }) => currency)].map(([currency, own]) => {
    return { currency, own, sum: own.reduce((all: Minor, { amount }) => all + amount, 0) }
  })
  const figure = sums.map(({ currency, sum }) => format.exact(sum, currency)).join(' + ')
  return {
    title: `What lists of patrons tell, ${stream}, estimated, before fees`,
    figure,
    formula: [
      ...sums.map(({ currency, own, sum }) => {
        return `${own.map(({ amount }) => format.exact(amount, currency)).join(' + ')} = ${format.exact(sum, currency)}.`
      }),
      'For each patron, what was charged in all on one list less that on the list before, shared out over the days between. Where a list does not tell that: the mean of the pledges that stood at both ends, a week as 1/52 of a year, for the part of the month between. Paydays that a platform publishes count as they are, in place of both.',
    ].join(' '),
    inputs: [
      { label: 'Lists', value: format.count(lists.lists) },
      ...(from === null || to === null ? [] : [{ label: 'Of the days', value: `${format.day(from)} to ${format.day(to)}` }]),
      { label: 'Counted', value: counted ? 'yes, as an estimate' : 'no' },
    ],
    leftOut: [
      'Fees, which no list tells.',
      'Who pledged and left between two lists, and amounts that are private.',
      'An estimate knows its month and no day, so it is in no pace.',
    ],
    rows: {
      columns: [
        { heading: 'Month', kind: 'month' },
        { heading: 'Currency', kind: 'text' },
        { heading: 'Estimated', kind: 'text' },
        { heading: 'From', kind: 'day' },
        { heading: 'To', kind: 'day' },
      ],
      // Not always the home currency, so each is written out in its own.
      rows: estimates.map(({ month, currency, amount, from: first, to: last }) => {
        return [month, currency, decimalText(amount, exponentOf(currency) ?? 2), first, last]
      }),
    },
  }
}
