import type { Outlook } from '#contract/outlook.ts'
import type { Minor } from '#domain/money.ts'
import type { Month } from '#domain/month.ts'
import type { OutlookAnswer, Year } from '#domain/outlook.ts'
import type { Cell, DerivedFigure } from '#web/figures/derived-figure.ts'
import type { Format } from '#web/ui/format.ts'
import { bandRows, chanceFormula, DRAWN_COLUMNS, drawnFormula, drawnFrom, drawnInputs, NOT_DRAWN } from './drawn-rows.ts'

interface YearFacts {
  outlook: Outlook
  years: OutlookAnswer & { real: Year }
  months: readonly Month[]
  /** What is enough in each of the months. */
  enough: readonly (Minor | null)[]
  /** What is already paid for the months to come. */
  paidAhead: Minor
  /** The basis that stands beside the figure. */
  basis: string
}

/** The year ahead opened (FEATURES N4, METRICS 9). */
export function yearFigure({ outlook, years, months, enough, paidAhead, basis }: YearFacts, format: Format): DerivedFigure {
  const { ahead, sum, ofTen } = years.real
  const least = ahead.reduce((poorest, { low }, i) => (low < (ahead[poorest]?.low ?? 0) ? i : poorest), 0)
  const counted = (row: Cell[]): Cell[] => [...row, null]
  const often = months.flatMap((month, i): Cell[][] =>
    ofTen[i] === undefined ? [] : [['enough', month, null, enough[i] ?? null, ofTen[i]]],
  )
  return {
    title: `The twelve months from ${format.month(months[0] ?? '')} on, ${basis}`,
    figure: `${format.exact(sum.low)} to ${format.exact(sum.high)} together (8 in 10)`,
    formula: [drawnFormula(outlook, format), ...(ofTen.length === 0 ? [] : [chanceFormula(outlook, format)])].join(' '),
    inputs: [
      ...drawnInputs(outlook, format),
      { label: 'Twelve months together, middle', value: format.exact(sum.middle) },
      { label: `Count on in ${format.month(months[least] ?? '')}, the poorest`, value: format.exact(ahead[least]?.low ?? 0) },
      ...(ofTen.length === 0
        ? []
        : [{ label: 'Enough in 8 of 10 draws or more', value: `${format.count(ofTen.filter((one) => one >= 8).length)} of 12 months` }]),
      ...(paidAhead === 0 ? [] : [{ label: 'Already paid for months to come', value: format.exact(paidAhead) }]),
    ],
    leftOut: [...NOT_DRAWN, ...(paidAhead === 0 ? [] : ['What is already paid for months to come: it does not come again.'])],
    rows: {
      columns: [...DRAWN_COLUMNS, { heading: 'Of 10', kind: 'count' }],
      rows: [
        ...drawnFrom(outlook, format).map(counted),
        ...bandRows(months, ahead).map(counted),
        ...(years.changed ? bandRows(months, years.changed.ahead, 'imagined: ').map(counted) : []),
        ...often,
      ],
    },
  }
}
