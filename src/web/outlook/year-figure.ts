import type { Outlook } from '#contract/outlook.ts'
import type { ViewLens } from '#domain/income.ts'
import type { Minor } from '#domain/money.ts'
import type { Month } from '#domain/month.ts'
import type { OutlookAnswer, Year } from '#domain/outlook.ts'
import type { Cell, DerivedFigure } from '#web/figures/derived-figure.ts'
import { lensTag } from '#web/lens/lens.ts'
import type { Format } from '#web/ui/format.ts'
import { paidInYear } from './outlook-words.ts'
import { bandRows, chanceFormula, drawnColumns, drawnFormula, drawnFrom, drawnInputs, NOT_DRAWN } from './drawn-rows.ts'

interface YearFacts {
  outlook: Outlook
  years: OutlookAnswer & { real: Year }
  months: readonly Month[]
  /** What is enough in each of the months. */
  enough: readonly (Minor | null)[]
  /** What is already paid for the months to come. */
  paidAhead: Minor
  lens: ViewLens
}

/** The year ahead opened (FEATURES N4, METRICS 9). */
export function yearFigure({ outlook, years, months, enough, paidAhead, lens }: YearFacts, format: Format): DerivedFigure {
  const { ahead, sum, ofTen } = years.real
  // In the smoothed lens it is no longer to come: it stands in the months.
  const [paid, later] = outlook.lens === 'cash' ? [0, paidAhead] : [paidInYear(outlook), 0]
  const least = ahead.reduce((poorest, { low }, i) => (low < (ahead[poorest]?.low ?? 0) ? i : poorest), 0)
  const counted = (row: Cell[]): Cell[] => [...row, null]
  const often = months.flatMap((month, i): Cell[][] =>
    ofTen[i] === undefined ? [] : [['enough', month, null, enough[i] ?? null, ofTen[i]]],
  )
  return {
    title: `The twelve months from ${format.month(months[0] ?? '')} on, ${lensTag(lens)}`,
    figure:
      lens === 'dependable'
        ? `${format.exact(sum.low)} together (9 in 10)`
        : `${format.exact(sum.low)} to ${format.exact(sum.high)} together (8 in 10)`,
    formula: [drawnFormula(outlook, format), ...(ofTen.length === 0 ? [] : [chanceFormula(outlook, format)])].join(' '),
    inputs: [
      ...drawnInputs(outlook, format),
      { label: 'Twelve months together, middle', value: format.exact(sum.middle) },
      { label: `1 in 10 is less in ${format.month(months[least] ?? '')}, the poorest`, value: format.exact(ahead[least]?.low ?? 0) },
      ...(ofTen.length === 0
        ? []
        : [{ label: 'Enough in 8 of 10 draws or more', value: `${format.count(ofTen.filter((one) => one >= 8).length)} of 12 months` }]),
      ...(later === 0 ? [] : [{ label: 'Already paid for months to come', value: format.exact(later) }]),
      ...(paid === 0 ? [] : [{ label: 'Of the twelve months already paid', value: format.exact(paid) }]),
    ],
    leftOut: [...NOT_DRAWN, ...(later === 0 ? [] : ['What is already paid for months to come: it does not come again.'])],
    rows: {
      columns: [...drawnColumns(lens), { heading: 'Of 10', kind: 'count' }],
      rows: [
        ...bandRows(months, ahead).map(counted),
        ...often,
        ...(years.changed ? bandRows(months, years.changed.ahead, 'imagined: ').map(counted) : []),
        ...drawnFrom(outlook, format).map(counted),
      ],
    },
  }
}
