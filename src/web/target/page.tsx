import { lazy, Suspense, useState } from 'react'
import { addMonths, monthOf, monthRange } from '#domain/month.ts'
import { targetOf } from '#domain/target.ts'
import { levelsOfPlan, planOf } from '#domain/target-plan.ts'
import { q } from '#web/api/client.ts'
import { usePrefetched } from '#web/api/use-prefetched.ts'
import { useBook, useFormat } from '#web/shell/book.ts'
import { PageHeading } from '#web/shell/page-heading.tsx'
import { Card } from '#web/ui/card.tsx'
import { Field } from '#web/ui/field.tsx'
import { Segmented } from '#web/ui/segmented.tsx'
import { basisSentence } from './plan-words.ts'
import { PlanPart } from './plan-form.tsx'
import { StepsCard } from './steps-card.tsx'
import { TargetForm } from './target-form.tsx'
import { useTargetChange } from './use-target-change.ts'
import { VentureTargetsCard } from './venture-targets-card.tsx'
import './target.css'

/** All of it comes after the line itself, and below it: what comes late moves nothing that is in sight. */
const LadderCard = lazy(async () => ({ default: (await import('./ladder-card.tsx')).LadderCard }))
const BenefitsCard = lazy(async () => ({ default: (await import('./benefits-card.tsx')).BenefitsCard }))
const FreedomCard = lazy(async () => ({ default: (await import('./freedom-card.tsx')).FreedomCard }))
const SplitCard = lazy(async () => ({ default: (await import('./split-card.tsx')).SplitCard }))
const TaxCard = lazy(async () => ({ default: (await import('./tax-card.tsx')).TaxCard }))

const WAYS = [
  { value: 'typed', label: 'Type it' },
  { value: 'needs', label: 'Work it out from what you need' },
] as const

/** What a month needs: three levels, each step from a month on, and what stands behind them. */
export function TargetPage() {
  const book = useBook()
  const format = useFormat()
  const targets = usePrefetched(q('targets', { book: book.id }))
  const plans = usePrefetched(q('targetPlans', { book: book.id }))
  const months = usePrefetched(q('incomeByMonth', { book: book.id, lens: 'cash' }))
  const change = useTargetChange(targets, plans)
  const running = monthOf(book.today)
  const [from, setFrom] = useState(running)
  const now = targetOf(targets, running)
  const planNow = planOf(plans, now?.from)
  const [chosen, setChosen] = useState<'typed' | 'needs'>()
  const way = chosen ?? (planNow?.kind === 'needs' ? 'needs' : 'typed')
  const inForce = targetOf(targets, from)
  const plan = planOf(plans, inForce?.from)
  const fresh = `${from} ${JSON.stringify(inForce)} ${JSON.stringify(plan)}`
  const choices = monthRange(months.firstMonth ?? addMonths(running, -12), addMonths(running, 12))
  const waiting = <div className="card span-12 target-waiting" />
  return (
    <>
      <section className="hero">
        <PageHeading
          title="Target"
          lead={`${basisSentence(now ? planNow : undefined, format)} Nothing on this page is advice: percentages and dates are yours to set.`}
        >
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
        <Card title={now ? 'Change it' : 'Set it'} className={way === 'needs' ? 'span-12' : 'span-6'}>
          <div className="stack">
            <div className="target-ways">
              <Segmented label="How to say it" options={WAYS} value={way} onChange={setChosen} />
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
            </div>
            {way === 'needs' ? (
              <PlanPart
                key={fresh}
                plan={plan}
                pending={change.pending}
                error={change.error}
                saveLabel="Save as the target"
                onSave={(made) =>
                  change.say(
                    from,
                    { plan: made },
                    `From ${format.month(from)} on, ${format.money(levelsOfPlan(made).enough)} before income tax is enough.`,
                  )
                }
              />
            ) : (
              <TargetForm key={fresh} from={from} targets={targets} plan={plan} months={months} change={change} />
            )}
          </div>
        </Card>
        <StepsCard targets={targets} plans={plans} now={now} change={change} className={way === 'needs' ? 'span-12' : 'span-6'} />
        {now && (
          <Suspense fallback={waiting}>
            <LadderCard target={now} plan={planNow} />
            <BenefitsCard plan={planNow} targets={targets} plans={plans} />
            <FreedomCard plan={planNow} />
          </Suspense>
        )}
        <Suspense fallback={waiting}>
          <TaxCard plan={planNow} income={months} />
        </Suspense>
        <Suspense fallback={waiting}>
          <SplitCard income={months} />
        </Suspense>
        <VentureTargetsCard enough={now?.enough} />
      </div>
    </>
  )
}
