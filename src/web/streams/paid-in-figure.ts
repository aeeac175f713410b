import type { StreamHistory } from '#contract/stream.ts'
import { exponentOf } from '#domain/currency.ts'
import { decimalText } from '#domain/money.ts'
import type { Cell, DerivedFigure } from '#web/figures/derived-figure.ts'
import type { Format } from '#web/ui/format.ts'
import { streamTitle } from './stream-title.ts'

/** What a stream was paid in, opened down to its months; amounts in their own currency, as decimals. */
export function paidInFigure({ native, stream }: Pick<StreamHistory, 'native' | 'stream'>, format: Format): DerivedFigure {
  return {
    title: `What ${streamTitle(stream)} was paid in, cash, net`,
    figure: format.list(native.map(({ net, currency }) => format.exact(net, currency))),
    formula:
      'Gross − fees − refunds of all lines of one currency, as they were paid and before anything was converted, each line in the month of its day.',
    inputs: native.map(({ currency, gross, fees, refunds }) => ({
      label: currency,
      value: `${format.exact(gross, currency)} − ${format.exact(fees, currency)} − ${format.exact(refunds, currency)}`,
    })),
    leftOut: ['Transfers, lines of money that other lines count, and lines that you deleted.'],
    rows: {
      columns: [
        { heading: 'Month', kind: 'month' },
        { heading: 'Currency', kind: 'text' },
        { heading: 'Entries', kind: 'count' },
        { heading: 'Net in that currency, cash', kind: 'text' },
      ],
      rows: native.flatMap(({ currency, months }) =>
        months.map(({ month, entries, net }): Cell[] => [month, currency, entries, decimalText(net, exponentOf(currency) ?? 2)]),
      ),
    },
  }
}
