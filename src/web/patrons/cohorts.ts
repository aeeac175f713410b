import type { Crowd } from '#contract/crowd.ts'
import type { Cell, DerivedFigure } from '#web/figures/derived-figure.ts'
import type { Format } from '#web/ui/format.ts'
import { FEW, STAYS } from './words.ts'

export type Cohort = Crowd['survival']['cohorts'][number]
type Survival = Pick<Crowd['survival'], 'patrons' | 'cohorts'>

/** Months after the first that the table tells; the opened figure has all. */
export const AFTER = [0, 1, 2, 3, 6, 12, 18] as const
/** The sentence tells the longest of these that enough patrons have behind them. */
const TOLD = [12, 6, 3, 1] as const

/** Of all cohorts that are so many months old: how many began, and how many of them are there after so many. */
export function after(cohorts: readonly Cohort[], months: number): { began: number; still: number } {
  const old = cohorts.filter(({ still }) => still.length > months)
  const sum = (at: number) => old.reduce((all, { still }) => all + (still[at] ?? 0), 0)
  return { began: sum(0), still: sum(months) }
}

/** "81% of 120": of few patrons only how many, as a share of them says nothing. Empty where the months are still to come. */
export function cohortCell({ still }: Cohort, months: number, format: Format): string {
  const [began = 0, left] = [still[0], still[months]]
  if (left === undefined) return ''
  return began < FEW ? `${format.count(left)} of ${format.count(began)}` : format.percent(left / began)
}

/** How many of those who began long enough ago are there after the longest time that can be told. */
export function cohortsSentence({ patrons, cohorts }: Survival, format: Format): string {
  if (cohorts.length === 0) {
    return `By the month in which they began, patrons can be followed from ${format.count(STAYS)} on who began in the last two years; ${patrons === 0 ? 'none' : format.count(patrons)} did.`
  }
  const months = TOLD.find((one) => after(cohorts, one).began >= FEW)
  if (months === undefined) return 'Too few began a month ago or earlier to say how many of them are still there.'
  const { began, still } = after(cohorts, months)
  const time = months === 12 ? 'a year' : months === 1 ? 'a month' : `${format.count(months)} months`
  return `Of ${format.count(began)} patrons who began at least ${time} ago, ${format.count(still)} gave ${time} after they began: ${format.percent(still / began)}.`
}

/** Who is still there by the month they began, opened down to every month of every cohort (METRICS 5). */
export function cohortsFigure({ survival, month }: { survival: Survival; month: string }, format: Format): DerivedFigure {
  const { cohorts } = survival
  const months = TOLD.find((one) => after(cohorts, one).began >= FEW)
  const { began, still } = after(cohorts, months ?? 0)
  return {
    title: `Who is still there, by the month they began, up to ${format.month(month)}`,
    figure: months === undefined ? `${format.count(began)} patrons` : format.percent(still / began),
    formula: [
      'Those who give a month so many months after the one in which they began ÷ those who began in it.',
      ...(months === undefined
        ? []
        : [
            `Over all months that lie ${format.count(months)} back or more: ${format.count(still)} ÷ ${format.count(began)} = ${format.percent(still / began)}.`,
          ]),
      'Who left and came back counts again. The column of 0 is all of them.',
    ].join(' '),
    inputs: [
      { label: 'Patrons who began in the last two years', value: format.count(survival.patrons) },
      { label: 'Months in which somebody began', value: format.count(cohorts.length) },
    ],
    leftOut: ['Who was there before: nobody knows when they began.', 'Single gifts, and money that names nobody.', 'The running month.'],
    rows: {
      columns: [
        { heading: 'Began', kind: 'month' },
        { heading: 'Months after', kind: 'count' },
        { heading: 'Began then', kind: 'count' },
        { heading: 'Still there', kind: 'count' },
      ],
      rows: cohorts.flatMap(({ month: first, still: own }) => own.map((left, at): Cell[] => [first, at, own[0] ?? 0, left])),
    },
  }
}
