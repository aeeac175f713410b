import type { IncomeByMonth } from '#contract/income.ts'
import type { Minor } from '#domain/money.ts'
import type { Month } from '#domain/month.ts'
import { splitNet, type Splitter } from '#domain/splitter.ts'
import type { DerivedFigure } from '#web/figures/derived-figure.ts'
import { streamTitle } from '#web/streams/stream-title.ts'
import type { Format } from '#web/ui/format.ts'
import { isolated } from '#web/ui/isolated.ts'

interface SplitFacts {
  month: Month
  /** Net of every stream and month, as it was paid. */
  income: Pick<IncomeByMonth, 'months' | 'streams'>
  splitter: Splitter
}

/** What all streams brought in a month, as it was paid. */
export function netOfMonth({ months, streams }: SplitFacts['income'], month: Month): Minor {
  const at = months.indexOf(month)
  return at < 0 ? 0 : streams.reduce((sum, { net }) => sum + (net[at] ?? 0), 0)
}

/** A month's net split by fixed shares, opened down to the streams that brought it (METRICS 12). */
export function splitFigure({ month, income, splitter }: SplitFacts, format: Format): DerivedFigure {
  const net = netOfMonth(income, month)
  const amounts = splitNet(net, splitter)
  const parts = splitter.parts.map((part, i) => ({ ...part, amount: amounts[i] ?? 0 }))
  const at = income.months.indexOf(month)
  return {
    title: `${format.month(month)} split by shares, cash, net, before income tax`,
    figure: format.exact(net),
    formula: [
      `Net ${format.exact(net)} × each share, to the whole cent; cents that are left over go to the largest remainders, so that the parts sum to it:`,
      `${parts.map(({ name, amount }) => `${isolated(name)} ${format.exact(amount)}`).join(' + ')} = ${format.exact(net)}.`,
    ].join(' '),
    inputs: parts.map(({ name, share, amount }) => ({ label: name, value: `${format.share(share)}: ${format.exact(amount)}` })),
    leftOut: ['Money that has no rate.', 'What you really spent or put aside: the shares are a plan, and no advice.'],
    rows: {
      columns: [
        { heading: 'What', kind: 'text' },
        { heading: 'Share', kind: 'text' },
        { heading: 'Amount, cash, net', kind: 'amount' },
      ],
      rows: [
        ...income.streams.flatMap((stream) => {
          const own = stream.net[at] ?? 0
          return own === 0 ? [] : [[`came by: ${streamTitle(stream)}`, null, own]]
        }),
        ...parts.map(({ name, share, amount }) => [`goes to: ${name}`, format.share(share), amount]),
      ],
    },
  }
}
