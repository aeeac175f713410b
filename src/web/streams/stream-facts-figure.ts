import type { StreamHistory } from '#contract/stream.ts'
import type { ViewLens } from '#domain/income.ts'
import { addMonths, monthRange, type Month } from '#domain/month.ts'
import type { DerivedFigure } from '#web/figures/derived-figure.ts'
import { lensTag, netHeading } from '#web/lens/lens.ts'
import type { Format } from '#web/ui/format.ts'
import { expectedFact } from './expected-fact.ts'
import { sumsBetween } from './history.ts'
import { streamTitle } from './stream-title.ts'

interface StreamFacts {
  history: Pick<StreamHistory, 'stream' | 'months' | 'since' | 'expected' | 'patrons'>
  lens: ViewLens
  running: Month
}

/** What a stream comes to in a usual month and what fees take of it, opened down to its twelve months. */
export function streamFactsFigure({ history, lens, running }: StreamFacts, format: Format): DerivedFigure {
  const { stream, months, since, expected, patrons } = history
  const first = addMonths(running, -11)
  const told = monthRange(lens === 'dependable' && since !== null && since > first ? since : first, running)
  const sums = sumsBetween(months, told[0] ?? running, running)
  const mean = format.exact(Math.trunc(sums.net / told.length))
  const counted = lens === 'dependable'
  const fees = !counted && sums.gross > 0 && !stream.estimated
  const rows = told.map((month) => ({ month, sums: sumsBetween(months, month, month) }))
  const list = expected && expectedFact(expected, format, stream.estimated)
  return {
    title: `A usual month of ${streamTitle(stream)}, ${lensTag(lens)}`,
    figure: `${mean} a month`,
    formula: [
      `${format.exact(sums.net)} in ${format.count(told.length)} months up to ${format.month(running)} ÷ ${format.count(told.length)} = ${mean}, cut to whole cents.`,
      ...(fees ? [`Fees ${format.exact(sums.fees)} ÷ gross ${format.exact(sums.gross)} = ${format.percent(sums.fees / sums.gross)}.`] : []),
    ].join(' '),
    inputs: [
      { label: 'Months', value: format.count(told.length) },
      { label: counted ? 'Could be counted on' : 'Net', value: format.exact(sums.net) },
      ...(fees
        ? [
            { label: 'Gross', value: format.exact(sums.gross) },
            { label: 'Fees', value: format.exact(sums.fees) },
            { label: 'Refunds', value: format.exact(sums.refunds) },
          ]
        : []),
      ...(patrons > 0 ? [{ label: 'Patrons who paid in twelve months', value: format.count(patrons) }] : []),
      ...(list ? [{ label: `Expected a month, ${String(list.hint)}`, value: String(list.value) }] : []),
    ],
    leftOut: [
      counted ? 'Months of which nothing could be counted on yet.' : 'What is still to come this month.',
      'Money that has no rate.',
      ...(stream.estimated ? ['Fees: no list of patrons tells them.'] : []),
    ],
    rows: {
      columns: [
        { heading: 'Month', kind: 'month' },
        ...(counted
          ? []
          : [
              { heading: `Gross, ${lens}`, kind: 'amount' as const },
              { heading: `Fees, ${lens}`, kind: 'amount' as const },
              { heading: `Refunds, ${lens}`, kind: 'amount' as const },
            ]),
        { heading: netHeading(lens), kind: 'amount' },
      ],
      rows: rows.map(({ month, sums: own }) => [month, ...(counted ? [] : [own.gross, own.fees, own.refunds]), own.net]),
    },
  }
}
