import type { Outlook } from '#contract/outlook.ts'
import type { Plans } from '#contract/plan.ts'
import { addMonths, monthOf, type Month } from '#domain/month.ts'
import type { Year } from '#domain/outlook.ts'
import { changed, type Change } from '#domain/what-if.ts'
import type { Cell, DerivedFigure } from '#web/figures/derived-figure.ts'
import { lensTag } from '#web/lens/lens.ts'
import type { Format } from '#web/ui/format.ts'
import { changedRows } from './changed-rows.ts'
import { frequency } from './chance-words.ts'
import { bandRows, drawnColumns, drawnFrom, drawnInputs, NOT_DRAWN } from './drawn-rows.ts'
import { changeableBook, spentBy } from './outlook-question.ts'
import { changesText, gained, type Outcome } from './what-if-words.ts'

interface ImaginedFacts {
  outlook: Outlook
  plans: Plans
  changes: readonly Change[]
  outcome: Outcome
  months: readonly Month[]
}

/** What is imagined opened, beside what is so. */
export function whatIfFigure({ outlook, plans, changes, outcome, months }: ImaginedFacts, format: Format): DerivedFigure {
  const { real, other, lens } = outcome
  const end = lens === 'dependable' ? 'low' : 'middle'
  const [more, then, now] = [gained(outcome, lens), format.exact(other.sum[end]), format.exact(real.sum[end])]
  return {
    title: `${changesText(changes, { outlook, plans, format })}: twelve months from ${format.month(months[0] ?? '')} on, ${lensTag(lens)}`,
    figure: `${format.money(more, { style: 'table', signed: true })} ${lens === 'dependable' ? 'at the low end' : 'in the middle'} of 2,000 draws`,
    formula: [`As imagined ${then} − as it is ${now} = ${format.exact(more)}.`, ...methodOf(changes, plans, format)].join(' '),
    inputs: [...drawnInputs(outlook, format), ...comparedInputs(outcome, months, format), ...feeInputs(changes, plans, format)],
    leftOut: [...NOT_DRAWN, 'What a change would bring about: whether patrons follow, whether hours are freed for other work.'],
    rows: {
      columns: drawnColumns(lens),
      rows: [
        ...bandRows(months, real.ahead, 'as it is: '),
        ...bandRows(months, other.ahead, 'as imagined: '),
        ...imaginedFrom({ outlook, plans, changes }, format),
        ...drawnFrom(outlook, format),
      ],
    },
  }
}

/** How each sort of change is drawn, of those that are imagined. */
function methodOf(changes: readonly Change[], plans: Plans, format: Format): string[] {
  const has = (kind: Change['kind']) => changes.some((change) => change.kind === kind)
  return [
    'Both years are drawn from the same months by the same chance, so that what differs is the change.',
    ...(has('venture') || has('patron')
      ? [
          'The months of the past are drawn again without what is taken away; where that had brought no less than it took, no draw is higher for it.',
        ]
      : []),
    ...(has('patrons') ? [`New patrons leave as yours do: ${format.share(plans.leaving * 10)} a month.`] : []),
    ...(has('job') ? ['A wage goes on at its level until the month of its change, and is sure from then on.'] : []),
    ...(has('fee') ? ['Another fee changes every month of its platform by its share of what was paid in the last year.'] : []),
    ...(has('days') ? ['Days off take enough ÷ 21.75 each from the buffer, before the first month.'] : []),
  ]
}

function comparedInputs({ real, other, cash }: Outcome, months: readonly Month[], format: Format) {
  const [first, last] = [format.month(months[0] ?? ''), ' as it is, as imagined']
  const pair = (of: (year: Year) => string) => `${of(real)}, ${of(other)}`
  const [now, then] = [format.exact(cash.real.pay.pay), format.exact(cash.other.pay.pay)]
  const often = real.ofTen[0] !== undefined && other.ofTen[0] !== undefined
  return [
    { label: `1 in 10 is less in ${first},${last}`, value: pair(({ ahead }) => format.exact(ahead[0]?.low ?? 0)) },
    ...(often ? [{ label: `Enough in ${first},${last}`, value: pair(({ ofTen }) => frequency(ofTen[0] ?? 0)) }] : []),
    { label: `Steady pay a month, in cash,${last}`, value: `${now}, ${then}` },
  ]
}

/** What the platforms took whose fee is imagined otherwise. */
function feeInputs(changes: readonly Change[], { fees }: Plans, format: Format) {
  return fees
    .filter(({ platform }) => changes.some((change) => change.kind === 'fee' && change.platform === platform))
    .map(({ name, gross, fees: taken }) => {
      return { label: `${name} took in twelve months`, value: `${format.exact(taken)} of ${format.exact(gross)}` }
    })
}

/** What is drawn in place of what came, as far as it differs, and what comes besides. */
function imaginedFrom({ outlook, plans, changes }: Pick<ImaginedFacts, 'outlook' | 'plans' | 'changes'>, format: Format): Cell[][] {
  const book = changeableBook(outlook, plans)
  if (!book) return []
  const imagined = changed(book, changes)
  const instead = changedRows({ outlook, book, instead: imagined, how: 'imagined' }, format)
  const coming = imagined.joining.map(({ patrons, each, from }): Cell[] => {
    return [`imagined: ${format.count(patrons)} more patrons, together`, addMonths(monthOf(outlook.today), from), null, patrons * each]
  })
  const spent = spentBy(outlook, changes)
  return [...instead, ...coming, ...(spent === 0 ? [] : [['imagined: spent from the buffer', null, null, spent]])]
}
