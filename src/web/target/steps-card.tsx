import type { Month } from '#domain/month.ts'
import { SINCE_ALWAYS, type Target } from '#domain/target.ts'
import { planOf, type DatedPlan, type TargetPlan } from '#domain/target-plan.ts'
import { How } from '#web/figures/how.tsx'
import { useFormat } from '#web/shell/book.ts'
import { Button } from '#web/ui/button.tsx'
import { Card } from '#web/ui/card.tsx'
import { StackTable } from '#web/ui/stack-table.tsx'
import { madeOf } from './plan-words.ts'
import { stepsFigure } from './steps-figure.ts'
import type { useTargetChange } from './use-target-change.ts'

interface StepsCardProps {
  targets: readonly Target[]
  plans: readonly DatedPlan[]
  /** The step in force. */
  now: Target | null
  change: ReturnType<typeof useTargetChange>
  className: string
}

/** Every step of the target, the newest first; each can be taken away, and put back. */
export function StepsCard({ targets, plans, now, change, className }: StepsCardProps) {
  const format = useFormat()
  const nameOf = (from: Month) => (from === SINCE_ALWAYS ? 'the beginning' : format.month(from))
  return (
    <Card title="Steps" className={`${className} steps`} hint="net, before income tax">
      {targets.length === 0 ? (
        <p className="hint">No step yet: the first one draws the line.</p>
      ) : (
        <StackTable
          caption="Steps of the target"
          columns={[
            { key: 'from', heading: 'From', names: true, cell: ({ from }) => <StepName from={from} plan={planOf(plans, from)} /> },
            { key: 'bare', heading: 'Basics', align: 'number', cell: (step) => format.exact(step.bare) },
            { key: 'enough', heading: 'Enough', align: 'number', cell: (step) => <strong>{format.exact(step.enough)}</strong> },
            { key: 'comfortable', heading: 'Comfortable', align: 'number', cell: (step) => format.exact(step.comfortable) },
            {
              key: 'remove',
              heading: <span className="visually-hidden">Remove</span>,
              align: 'number',
              cell: ({ from }) => (
                <Button
                  tone="quiet"
                  className="small"
                  aria-label={`Remove the step of ${nameOf(from)}`}
                  onClick={() => void change.take(from, `The step of ${nameOf(from)} is removed.`).catch(() => {})}
                >
                  Remove
                </Button>
              ),
            },
          ]}
          rows={targets.toSorted((a, b) => (a.from < b.from ? 1 : -1))}
          rowKey={(step) => step.from}
        />
      )}
      {now && <How figure={() => stepsFigure({ now, targets, plans }, format)} />}
    </Card>
  )
}

/** The month of a step, with what it is made of where it was not simply typed. */
function StepName({ from, plan }: { from: Month; plan: TargetPlan | undefined }) {
  const format = useFormat()
  return (
    <>
      {from === SINCE_ALWAYS ? 'the beginning' : format.shortMonth(from)}
      {plan && <span className="hint step-made">{madeOf(plan, format)}</span>}
    </>
  )
}
