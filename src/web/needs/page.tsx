import { monthOf } from '#domain/month.ts'
import { levelsOf, ventureTargetOf } from '#domain/need.ts'
import type { PlannedTarget } from '#domain/venture-plan.ts'
import { q } from '#web/api/client.ts'
import { usePrefetched } from '#web/api/use-prefetched.ts'
import { useBook, useFormat } from '#web/shell/book.ts'
import { MissingPage } from '#web/shell/error-page.tsx'
import { Link } from '#web/shell/link.tsx'
import { PageHeading } from '#web/shell/page-heading.tsx'
import { to } from '#web/shell/path-builder.ts'
import { useAddress } from '#web/shell/router-context.ts'
import { madeOf } from '#web/target/plan-words.ts'
import { Button } from '#web/ui/button.tsx'
import { Card } from '#web/ui/card.tsx'
import { StackTable } from '#web/ui/stack-table.tsx'
import { stepsOf } from './draft.ts'
import { NeedsEditor } from './needs-editor.tsx'
import { useNeedsChange } from './use-needs-change.ts'
import '#web/styles/parts.css'

/** What one venture needs in a month. */
export function NeedsPage() {
  const book = useBook()
  const format = useFormat()
  const { params } = useAddress()
  const ventures = usePrefetched(q('ventures', { book: book.id }))
  const targets = usePrefetched(q('ventureTargets', { book: book.id }))
  const venture = ventures.find(({ id }) => id === Number(params['venture']))
  if (!venture) return <MissingPage />
  const now = ventureTargetOf(targets, venture.id, monthOf(book.today))
  return (
    <>
      <section className="hero">
        <PageHeading
          title={`What ${venture.name} needs`}
          lead={`A venture’s own target, ${now?.plan ? 'worked out from what you pay after income tax to what must come in before it' : 'before income tax as the book’s is: what tax takes stands in a line of its own'}. The percentage that its page tells is its patronage, net and smoothed, over this.`}
        >
          {now ? (
            <>
              <em className="is-enough">{format.money(levelsOf(now.needs).enough)}</em> a month is enough for {venture.name}.
            </>
          ) : (
            `What does ${venture.name} need in a month?`
          )}
        </PageHeading>
        <p className="actions">
          <Link to={to.target()}>All targets</Link>
          <Link to={to.publicPage(venture.id)}>Public page of {venture.name}</Link>
        </p>
      </section>
      <div className="grid">
        <Card title={now ? 'Change it' : 'Set it'} className="span-8">
          <NeedsEditor venture={venture.id} />
        </Card>
        <Card title="Steps" className="span-4 needs-steps">
          <Steps venture={venture.id} steps={stepsOf(targets, venture.id)} />
        </Card>
      </div>
    </>
  )
}

/** Every step, the newest first; each can be taken away, and put back. */
function Steps({ venture, steps }: { venture: number; steps: readonly PlannedTarget[] }) {
  const format = useFormat()
  const { take } = useNeedsChange(venture, steps)
  if (steps.length === 0) return <p className="hint">No step yet: the first one draws the line.</p>
  return (
    <StackTable
      caption="Steps"
      rows={steps}
      rowKey={({ from }) => from}
      columns={[
        { key: 'from', heading: 'From', names: true, cell: (step) => <StepName step={step} /> },
        { key: 'enough', heading: 'Enough', align: 'number', cell: ({ needs }) => format.exact(levelsOf(needs).enough) },
        {
          key: 'remove',
          heading: <span className="visually-hidden">Remove</span>,
          align: 'number',
          cell: (step) => (
            <Button
              tone="quiet"
              className="small"
              aria-label={`Remove the step of ${format.month(step.from)}`}
              onClick={() => void take(step, `The step of ${format.month(step.from)} is removed.`).catch(() => {})}
            >
              Remove
            </Button>
          ),
        },
      ]}
    />
  )
}

/** The month of a step, with what it was worked out from where it was not simply said before income tax. */
function StepName({ step: { from, plan } }: { step: PlannedTarget }) {
  const format = useFormat()
  return (
    <>
      {format.shortMonth(from)}
      {plan && <span className="hint step-made">{madeOf(plan, format)}</span>}
    </>
  )
}
