import type { Venture } from '#contract/venture.ts'
import type { Month } from '#domain/month.ts'
import { levelsOf, ventureTargetOf } from '#domain/need.ts'
import type { PlannedTarget } from '#domain/venture-plan.ts'
import type { Cell, DerivedFigure } from '#web/figures/derived-figure.ts'
import type { Format } from '#web/ui/format.ts'
import { isolated } from '#web/ui/isolated.ts'
import { LEVEL_NAMES } from './plan-figure.ts'
import { formulaText } from './plan-words.ts'

interface VentureFacts {
  ventures: readonly Pick<Venture, 'id' | 'name'>[]
  targets: readonly PlannedTarget[]
  month: Month
}

/** What is enough for the ventures together, opened down to what each needs. */
export function ventureTargetsFigure({ ventures, targets, month }: VentureFacts, format: Format): DerivedFigure {
  const told = ventures.flatMap(({ id, name }) => {
    const { needs = [], plan } = ventureTargetOf(targets, id, month) ?? {}
    return needs.length === 0 ? [] : [{ name, needs, plan, levels: levelsOf(needs) }]
  })
  const sum = told.reduce((all, { levels }) => all + levels.enough, 0)
  const parts = told.map(({ name, levels }) => `${isolated(name)} ${format.exact(levels.enough)}`)
  return {
    title: `What is enough for ventures, ${format.month(month)}, net, before income tax`,
    figure: format.exact(sum),
    formula: [
      `Of each venture its needs that are bare or enough, summed: ${parts.join(' + ')} = ${format.exact(sum)}.`,
      ...told.flatMap(({ name, plan }) => (plan ? [`${isolated(name)} after income tax: ${formulaText(plan, 'enough', format)}`] : [])),
    ].join(' '),
    inputs: told.map(({ name, levels }) => ({
      label: name,
      value: `bare ${format.exact(levels.bare)}, enough ${format.exact(levels.enough)}, comfortable ${format.exact(levels.comfortable)}`,
    })),
    leftOut: ['Needs that are comfortable: they come after enough.', 'Ventures of which nothing is said.'],
    rows: {
      columns: [
        { heading: 'Venture', kind: 'text' },
        { heading: 'Need', kind: 'text' },
        { heading: 'From this level on', kind: 'text' },
        { heading: 'A month, before income tax', kind: 'amount' },
      ],
      rows: told.flatMap(({ name, needs }) => needs.map(({ text, level, amount }): Cell[] => [name, text, LEVEL_NAMES[level], amount])),
    },
  }
}
