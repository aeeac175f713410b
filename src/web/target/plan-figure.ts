import type { NeedLevel } from '#domain/need.ts'
import { grossLevels, monthly, neededLevels, yearly, type NeedsPlan } from '#domain/target-plan.ts'
import type { Cell, DerivedFigure, FigureRows } from '#web/figures/derived-figure.ts'
import type { Format } from '#web/ui/format.ts'
import { formulaText } from './plan-words.ts'

export const LEVEL_NAMES: Record<NeedLevel, string> = { bare: 'Basics', enough: 'Enough', comfortable: 'Comfortable' }
export const LEVELS = ['bare', 'enough', 'comfortable'] as const

/** Columns of the lines of a plan, as they are paid: after income tax. */
const NEED_COLUMNS: FigureRows['columns'] = [
  { heading: 'Need', kind: 'text' },
  { heading: 'From this level on', kind: 'text' },
  { heading: 'A month', kind: 'amount' },
  { heading: 'A year', kind: 'amount' },
]

/** What enough takes before income tax, opened down to the lines that it is for (FEATURES N5, METRICS 12). */
export function planFigure(plan: NeedsPlan, format: Format): DerivedFigure {
  const needed = neededLevels(plan.needs)
  const gross = grossLevels(plan)
  return {
    title: 'What enough takes in a month, net, before income tax',
    figure: format.exact(gross.enough.income),
    formula: formulaText(plan, 'enough', format),
    inputs: LEVELS.map((level) => ({
      label: LEVEL_NAMES[level],
      value: `you pay ${format.exact(needed[level])}; ${format.exact(gross[level].income)} must come in; ${format.exact(gross[level].charged)} are charged`,
    })),
    leftOut: [
      'Every rule of your country that a share of the profit does not know.',
      'Whether it comes in evenly: a month off is spread over the year.',
    ],
    rows: {
      columns: NEED_COLUMNS,
      rows: plan.needs.map((need): Cell[] => [need.text, LEVEL_NAMES[need.level], monthly(need), yearly(need)]),
    },
  }
}
