import { useQuery } from '@tanstack/react-query'
import { useState, type FormEvent } from 'react'
import { levelsOf, ventureTargetOf, type Need } from '#domain/need.ts'
import { addMonths, monthOf, monthRange } from '#domain/month.ts'
import { q } from '#web/api/client.ts'
import { levelsOfPlan } from '#domain/target-plan.ts'
import { useBook, useFormat } from '#web/shell/book.ts'
import { PlanPart } from '#web/target/plan-form.tsx'
import { Button } from '#web/ui/button.tsx'
import { Field } from '#web/ui/field.tsx'
import type { Format } from '#web/ui/format.ts'
import { Segmented } from '#web/ui/segmented.tsx'
import { Trouble } from '#web/ui/trouble.tsx'
import { draftsOf, emptyNeed, freshKey, isSound, needsOf, needsTrouble, stepsOf, type NeedDraft } from './draft.ts'
import { NeedLine } from './need-line.tsx'
import { OrderedLines } from './ordered-lines.tsx'
import { useNeedsChange } from './use-needs-change.ts'
import './needs.css'

const MOST_NEEDS = 30

const WAYS = [
  { value: 'needs', label: 'Before income tax' },
  { value: 'plan', label: 'After it: benefits, tax, time off' },
] as const

interface NeedsEditorProps {
  venture: number
  /** Called once it is saved. */
  onDone?: () => void
}

/** What a venture needs from a month on, line by line: before income tax, or as the book's own target is worked out. */
export function NeedsEditor({ venture, onDone }: NeedsEditorProps) {
  const book = useBook()
  const format = useFormat()
  const { data: targets = [] } = useQuery(q('ventureTargets', { book: book.id }))
  const running = monthOf(book.today)
  const [from, setFrom] = useState(running)
  const steps = stepsOf(targets, venture)
  const first = [addMonths(running, -24), ...steps.map((step) => step.from)].reduce((least, month) => (month < least ? month : least))
  const inForce = ventureTargetOf(targets, venture, from)
  const [chosen, setChosen] = useState<'needs' | 'plan'>()
  const way = chosen ?? (inForce?.plan ? 'plan' : 'needs')
  const { say, pending, error } = useNeedsChange(venture, steps)
  const fresh = `${from} ${JSON.stringify(inForce)}`
  const told = (enough: number, basis = '') => `From ${format.month(from)} on, ${format.money(enough)}${basis} is enough for it in a month.`
  return (
    <div className="stack">
      <Field label="From" hint="Earlier months keep what they needed.">
        {(control) => (
          <select {...control} value={from} onChange={(event) => setFrom(event.target.value)}>
            {monthRange(first, addMonths(running, 12)).map((month) => (
              <option key={month} value={month}>
                {format.month(month)}
                {month === running ? ' (this month)' : ''}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Segmented label="These amounts are" options={WAYS} value={way} onChange={setChosen} />
      {way === 'plan' ? (
        <PlanPart
          key={fresh}
          plan={inForce?.plan}
          pending={pending}
          error={error}
          saveLabel="Save the needs"
          onSave={async (plan) => {
            await say(from, { plan }, told(levelsOfPlan(plan).enough, ' before income tax'))
            onDone?.()
          }}
        />
      ) : (
        <NeedLines
          key={fresh}
          needs={inForce?.needs ?? []}
          pending={pending}
          error={error}
          onSave={async (needs) => {
            await say(from, { needs }, told(levelsOf(needs).enough))
            onDone?.()
          }}
        />
      )}
    </div>
  )
}

interface NeedLinesProps {
  /** Those in force. */
  needs: readonly Need[]
  pending: boolean
  error: Error | null
  onSave: (needs: Need[]) => Promise<void>
}

function NeedLines({ needs, pending, error, onSave }: NeedLinesProps) {
  const format = useFormat()
  const [drafts, setDrafts] = useState(() => draftsOf(needs))
  const [tried, setTried] = useState(false)
  const trouble = needsTrouble(drafts)
  const save = async (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (!isSound(trouble)) return
    await onSave(needsOf(drafts))
  }
  return (
    <form className="stack" noValidate onSubmit={(event) => void save(event).catch(() => {})}>
      <OrderedLines lines={drafts} onChange={setDrafts}>
        {(draft, acts) => (
          <NeedLine
            key={draft.key}
            draft={draft}
            error={tried ? { text: trouble.text.get(draft.key), amount: trouble.amount.get(draft.key) } : {}}
            {...acts}
          />
        )}
      </OrderedLines>
      {drafts.length < MOST_NEEDS && (
        <div className="actions">
          <Button tone="quiet" onClick={() => setDrafts([...drafts, emptyNeed(freshKey(drafts))])}>
            Add a need
          </Button>
        </div>
      )}
      <p className="needs-sum" role="status">
        {sumsSentence(drafts, format)}
      </p>
      {tried && <Trouble error={trouble.whole} />}
      <Trouble error={error} />
      <div className="actions">
        <Button type="submit" disabled={pending}>
          Save the needs
        </Button>
      </div>
    </form>
  )
}

/** What the lines add up to, level by level. */
function sumsSentence(drafts: readonly NeedDraft[], format: Format): string {
  const { bare, enough, comfortable } = levelsOf(needsOf(drafts))
  if (comfortable === 0) return 'Each line adds to what a month needs.'
  const parts = [
    bare > 0 && bare < enough ? `bare ${format.money(bare)}` : '',
    `enough ${format.money(enough)}`,
    comfortable > enough ? `comfortable ${format.money(comfortable)}` : '',
  ]
  return `In a month: ${parts.filter((part) => part !== '').join(' · ')}.`
}
