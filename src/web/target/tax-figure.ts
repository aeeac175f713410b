import type { IncomeByMonth } from '#contract/income.ts'
import type { Tax } from '#contract/tax.ts'
import { setAside, taxRuleOf } from '#domain/set-aside.ts'
import type { Cell, DerivedFigure } from '#web/figures/derived-figure.ts'
import { streamTitle } from '#web/streams/stream-title.ts'
import type { Format } from '#web/ui/format.ts'
import { periodText } from './tax-words.ts'

type Period = Tax['periods'][number]

/** Periods that are shown; the book keeps them all. */
export const SHOWN_PERIODS = 8

interface TaxFacts {
  tax: Pick<Tax, 'rules' | 'periods'>
  /** Net of every stream and month, as it was paid. */
  income: Pick<IncomeByMonth, 'months' | 'streams'>
}

/** What is still to be put aside for income tax, opened down to every stream and month (METRICS 18). */
export function taxFigure(facts: TaxFacts, format: Format): DerivedFigure {
  const { periods } = facts.tax
  const open = periods.filter(({ rest }) => rest > 0)
  const sum = open.reduce((all, { rest }) => all + rest, 0)
  const told = periods.filter(({ rest }, i) => i < SHOWN_PERIODS || rest > 0).toReversed()
  const [first, last] = [told[0], told.at(-1)]
  const parts = open.map(({ rest }) => format.exact(rest))
  return {
    title: `Tax that is still to be put aside, ${first && last ? periodText({ from: first.from, to: last.to }, format) : ''}, cash, net`,
    figure: format.exact(sum),
    formula: [
      'Net of each stream in a month × its share, rounded by the month; less what was withheld at the source and what is put aside already, and never under nothing of a period.',
      parts.length > 1 ? `${parts.toReversed().join(' + ')} = ${format.exact(sum)}.` : `Together ${format.exact(sum)}.`,
    ].join(' '),
    inputs: told.toReversed().map((period) => ({ label: periodText(period, format), value: periodValue(period, format) })),
    leftOut: [
      'Money without a rate, costs of the business, allowances and every rule of your country that a share of the net does not know.',
      'Days that fall on a weekend are not moved.',
      ...(periods.length > told.length ? [`${format.count(periods.length - told.length)} earlier periods, of which nothing is open.`] : []),
    ],
    rows: {
      columns: [
        { heading: 'Month', kind: 'month' },
        { heading: 'Stream', kind: 'text' },
        { heading: 'Net, cash', kind: 'amount' },
        { heading: 'Share', kind: 'text' },
        { heading: 'For tax, cash', kind: 'amount' },
      ],
      rows: told.flatMap((period) => [...streamRows(period, facts, format), ...periodRows(period)]),
    },
  }
}

function periodValue({ net, aside, withheld, put, rest }: Period, format: Format): string {
  const less = [withheld, put]
    .map((amount, i) => (amount === 0 ? '' : ` − ${format.exact(amount)} ${i === 0 ? 'withheld' : 'put aside'}`))
    .join('')
  return `of ${format.exact(net)} net ${format.exact(aside)}${less}${less === '' ? '' : ` = ${format.exact(rest)}`}`
}

function streamRows({ from, to }: Period, { tax: { rules }, income }: TaxFacts, format: Format): Cell[][] {
  return income.months.flatMap((month, i): Cell[][] => {
    const rule = taxRuleOf(rules, month)
    if (month < from || month > to || !rule) return []
    return income.streams.flatMap((stream): Cell[][] => {
      const net = stream.net[i] ?? 0
      if (net === 0) return []
      const share = rule.streams.find((own) => own.stream === stream.stream)?.rate ?? rule.rate
      return [[month, streamTitle(stream), net, format.share(share), setAside(rules, { stream: stream.stream, month, net })]]
    })
  })
}

/** What of a period is not to be put aside any more, so that its rows sum to what is. */
function periodRows({ to, aside, withheld, put, rest }: Period): Cell[][] {
  const over = rest - (aside - withheld - put)
  return [
    ...(withheld === 0 ? [] : [[to, 'withheld at the source', null, '', -withheld]]),
    ...(put === 0 ? [] : [[to, 'put aside or paid already', null, '', -put]]),
    ...(over === 0 ? [] : [[to, 'more than the period takes', null, '', over]]),
  ]
}
