import { SINCE_ALWAYS, type Target } from '#domain/target.ts'
import { monthly, planOf, type DatedPlan, type TargetPlan } from '#domain/target-plan.ts'
import type { Cell, DerivedFigure } from '#web/figures/derived-figure.ts'
import type { Format } from '#web/ui/format.ts'
import { LEVEL_NAMES, LEVELS } from './plan-figure.ts'
import { formulaText, madeOf } from './plan-words.ts'

interface StepsFacts {
  /** The step in force. */
  now: Target
  targets: readonly Target[]
  plans: readonly DatedPlan[]
}

/** What is enough now, opened: every step with its levels, and what each is made of. */
export function stepsFigure({ now, targets, plans }: StepsFacts, format: Format): DerivedFigure {
  const plan = planOf(plans, now.from)
  const ordered = targets.toSorted((a, b) => (a.from < b.from ? -1 : 1))
  return {
    title: `Enough in a month, from ${fromText(now, format)} on, net, before income tax`,
    figure: format.exact(now.enough),
    formula: stepFormula(now, plan, format),
    inputs: ordered.map((step) => {
      const made = planOf(plans, step.from)
      return {
        label: `From ${fromText(step, format)} on`,
        value: `${format.exact(step.enough)}, ${made ? madeOf(made, format) : 'as you typed it'}`,
      }
    }),
    leftOut: ['Income tax, which a month’s net still holds.'],
    rows: {
      columns: [
        { heading: 'From', kind: 'text' },
        { heading: 'What', kind: 'text' },
        { heading: 'Level', kind: 'text' },
        { heading: 'After income tax', kind: 'amount' },
        { heading: 'Before income tax', kind: 'amount' },
      ],
      rows: ordered.flatMap((step) => stepRows(step, planOf(plans, step.from), format)),
    },
  }
}

function fromText({ from }: Target, format: Format): string {
  return from === SINCE_ALWAYS ? 'the beginning' : format.month(from)
}

function stepFormula({ enough }: Target, plan: TargetPlan | undefined, format: Format): string {
  if (!plan) return `As you typed it: ${format.exact(enough)}.`
  if (plan.kind === 'needs') return formulaText(plan, 'enough', format)
  return `${format.exact(plan.levels.enough)} that you want to keep ÷ (1 − ${format.share(plan.tax)}) = ${format.exact(enough)}, rounded up: net less tax is enough just when net is.`
}

/** The levels of a step, and the lines that they were made of. */
function stepRows(step: Target, plan: TargetPlan | undefined, format: Format): Cell[][] {
  const from = fromText(step, format)
  const lines = plan?.kind === 'needs' ? plan.needs : []
  return [
    ...lines.map((need): Cell[] => [from, need.text, LEVEL_NAMES[need.level], monthly(need), null]),
    ...LEVELS.map((level): Cell[] => {
      return [from, 'the level', LEVEL_NAMES[level], plan?.kind === 'after-tax' ? plan.levels[level] : null, step[level]]
    }),
  ]
}
