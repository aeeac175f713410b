import type { Outlook } from '#contract/outlook.ts'
import type { Foretold } from '#domain/foretell.ts'
import type { Month } from '#domain/month.ts'
import { targetOf } from '#domain/target.ts'
import type { Cell, DerivedFigure } from '#web/figures/derived-figure.ts'
import type { Format } from '#web/ui/format.ts'
import { frequency } from './chance-words.ts'
import { besideOf, nextMonth } from './count-on-words.ts'
import { bandRows, chanceFormula, drawnColumns, drawnFormula, drawnFrom, drawnInputs, NOT_DRAWN } from './drawn-rows.ts'

interface CountOnFacts {
  told: Extract<Foretold, { say: 'band' }>
  outlook: Outlook
  /** The months ahead that are shown. */
  months: readonly Month[]
}

/** What can be counted on next month, opened (FEATURES N4). */
export function countOnFigure({ told, outlook, months }: CountOnFacts, format: Format): DerivedFigure {
  const month = nextMonth(outlook)
  const { low, middle, high, byStream } = told.next
  const enough = targetOf(outlook.targets, month)?.enough
  const parts = outlook.streams.flatMap(({ name }, i): Cell[][] => {
    const part = byStream[i] ?? 0
    return part === 0 ? [] : [['its part of what can be counted on', month, name, part]]
  })
  return {
    title: `What you can count on in ${format.month(month)}, dependable, net`,
    figure: format.exact(low),
    formula: [
      `The low end of ${format.month(month)}: 9 of 10 draws bring at least ${format.exact(low)}.`,
      drawnFormula(outlook, format),
      'Each stream’s part is what it brings in the draws near that one, brought to its sum.',
      ...(told.ofTen === null ? [] : [chanceFormula(outlook, format)]),
    ].join(' '),
    inputs: [
      ...drawnInputs(outlook, format),
      { label: 'Middle', value: format.exact(middle) },
      { label: '1 in 10 is more than', value: format.exact(high) },
      ...(enough === undefined || told.ofTen === null
        ? []
        : [{ label: `Reaches enough, ${format.exact(enough)}`, value: `in ${frequency(told.ofTen, besideOf(told, outlook))}` }]),
    ],
    leftOut: [...NOT_DRAWN],
    rows: {
      columns: drawnColumns('dependable'),
      rows: [...parts, ...bandRows(months, told.ahead.slice(1)), ...drawnFrom(outlook, format)],
    },
  }
}
