import { useState } from 'react'
import { addMonths, monthOf, monthRange } from '#domain/month.ts'
import { targetOf, type Target } from '#domain/target.ts'
import { q } from '#web/api/client.ts'
import { usePrefetched } from '#web/api/use-prefetched.ts'
import { useSend } from '#web/api/use-send.ts'
import { useBook, useFormat } from '#web/shell/book.ts'
import { PageHeading } from '#web/shell/page-heading.tsx'
import { Button } from '#web/ui/button.tsx'
import { Card } from '#web/ui/card.tsx'
import { DataTable } from '#web/ui/data-table.tsx'
import { Field } from '#web/ui/field.tsx'
import { toast } from '#web/ui/toast.tsx'
import { TargetForm } from './target-form.tsx'
import { VentureTargetsCard } from './venture-targets-card.tsx'
import './target.css'

/** What a month needs: three levels, each step from a month on. */
export function TargetPage() {
  const book = useBook()
  const format = useFormat()
  const targets = usePrefetched(q('targets', { book: book.id }))
  const months = usePrefetched(q('incomeByMonth', { book: book.id, lens: 'cash' }))
  const running = monthOf(book.today)
  const [from, setFrom] = useState(running)
  const now = targetOf(targets, running)
  const choices = monthRange(months.firstMonth ?? addMonths(running, -12), addMonths(running, 12))
  return (
    <>
      <section className="hero">
        <PageHeading title="Target" lead="After fees and refunds, before income tax: what you owe in tax is part of what a month needs.">
          {now ? (
            <>
              <em className="is-enough">{format.money(now.enough)}</em> is enough in a month.
            </>
          ) : (
            'What is enough for you in a month?'
          )}
        </PageHeading>
      </section>
      <div className="grid">
        <Card title={now ? 'Change it' : 'Set it'} className="span-6">
          <Field label="From" hint="Earlier months keep the line they had.">
            {(control) => (
              <select {...control} value={from} onChange={(event) => setFrom(event.target.value)}>
                {choices.map((month) => (
                  <option key={month} value={month}>
                    {format.month(month)}
                    {month === running ? ' (this month)' : ''}
                  </option>
                ))}
              </select>
            )}
          </Field>
          <TargetForm key={`${from} ${JSON.stringify(targetOf(targets, from))}`} from={from} targets={targets} months={months} />
        </Card>
        <Card title="Steps" className="span-6 steps" hint="before income tax">
          {targets.length === 0 ? <p className="hint">No step yet: the first one draws the line.</p> : <Steps targets={targets} />}
        </Card>
        <VentureTargetsCard enough={now?.enough} />
      </div>
    </>
  )
}

/** Every step of the target, the newest first; each can be taken away, and put back. */
function Steps({ targets }: { targets: readonly Target[] }) {
  const book = useBook()
  const format = useFormat()
  const set = useSend('setTarget')
  const remove = useSend('removeTarget')
  const steps = targets.toSorted((a, b) => (a.from < b.from ? 1 : -1))
  const take = async ({ from, ...levels }: Target) => {
    const params = { book: book.id, month: from }
    await remove.mutateAsync({ params })
    toast({
      text: `The step of ${format.month(from)} is removed.`,
      undo: async () => void (await set.mutateAsync({ params, body: levels })),
    })
  }
  return (
    <DataTable
      caption="Steps of the target"
      columns={[
        { key: 'from', heading: 'From', names: true, cell: (step: Target) => format.shortMonth(step.from) },
        { key: 'bare', heading: 'Basics', align: 'number', cell: (step: Target) => format.exact(step.bare) },
        { key: 'enough', heading: 'Enough', align: 'number', cell: (step: Target) => <strong>{format.exact(step.enough)}</strong> },
        { key: 'comfortable', heading: 'Comfortable', align: 'number', cell: (step: Target) => format.exact(step.comfortable) },
        {
          key: 'remove',
          heading: <span className="visually-hidden">Remove</span>,
          align: 'number',
          cell: (step: Target) => (
            <Button
              tone="quiet"
              className="small"
              aria-label={`Remove the step of ${format.month(step.from)}`}
              onClick={() => void take(step)}
            >
              Remove
            </Button>
          ),
        },
      ]}
      rows={steps}
      rowKey={(step) => step.from}
    />
  )
}
