import type { Outlook } from '#contract/outlook.ts'
import type { Year } from '#domain/outlook.ts'
import type { ChangeableBook, Changed } from '#domain/what-if.ts'
import type { DerivedFigure } from '#web/figures/derived-figure.ts'
import { lensTag } from '#web/lens/lens.ts'
import { changedRows } from '#web/outlook/changed-rows.ts'
import { frequency } from '#web/outlook/chance-words.ts'
import { nextMonth } from '#web/outlook/count-on-words.ts'
import { bandRows, chanceFormula, drawnColumns, drawnFormula, drawnFrom, drawnInputs, NOT_DRAWN } from '#web/outlook/drawn-rows.ts'
import { monthsAhead } from '#web/outlook/outlook-question.ts'
import type { Format } from '#web/ui/format.ts'

/** The year with everybody and without those that stop. */
export interface BothYears {
  real: Year
  changed: Year
}

interface StoppedFacts {
  /** What is drawn from, in the lens of the page. */
  outlook: Outlook
  book: ChangeableBook
  /** What is drawn without those that stop. */
  without: Changed
  years: BothYears
  /** Pay is taken out of an account. */
  cash: BothYears
}

/** The months ahead without those that stop, opened down to what is drawn in place of what came (FEATURES N3). */
export function stoppedFigure({ outlook, book, without, years, cash }: StoppedFacts, format: Format): DerivedFigure {
  const { real, changed } = years
  const { lens } = outlook
  const months = monthsAhead(outlook)
  const next = format.month(nextMonth(outlook))
  const [now, then] = [format.exact(real.ahead[0]?.low ?? 0), format.exact(changed.ahead[0]?.low ?? 0)]
  const often = real.ofTen[0] !== undefined && changed.ofTen[0] !== undefined
  const pay = (year: Year) => format.exact(year.pay.pay)
  return {
    title: `What can be counted on in ${next} without those that stop, ${lensTag(lens)}`,
    figure: `${then} instead of ${now}`,
    formula: [
      'Both years are drawn by the same chance, so that what differs is who stops: of a patron what they paid is taken off, a stream or platform brings nothing, of a currency its share of each stream in twelve months.',
      drawnFormula(outlook, format),
      ...(often ? [chanceFormula(outlook, format)] : []),
      'Steady pay is the largest that a year of cash holds in 9 of 10 cases.',
    ].join(' '),
    inputs: [
      ...drawnInputs(outlook, format),
      ...(often
        ? [
            {
              label: `Enough in ${next}, with everybody and without`,
              value: `${frequency(real.ofTen[0] ?? 0)}, ${frequency(changed.ofTen[0] ?? 0)}`,
            },
          ]
        : []),
      { label: 'Steady pay a month, in cash, with everybody and without', value: `${pay(cash.real)}, ${pay(cash.changed)}` },
    ],
    leftOut: [...NOT_DRAWN, 'What it would change in the others, such as patrons who follow.'],
    rows: {
      columns: drawnColumns(lens),
      rows: [
        ...bandRows(months, real.ahead, 'with everybody: '),
        ...bandRows(months, changed.ahead, 'without them: '),
        ...changedRows({ outlook, book, instead: without, how: 'without them' }, format),
        ...drawnFrom(outlook, format),
      ],
    },
  }
}
