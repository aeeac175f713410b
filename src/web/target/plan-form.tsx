import { useState, type FormEvent } from 'react'
import { BENEFITS, costOfDays, monthly, type Benefit, type NeedsPlan, type TargetPlan } from '#domain/target-plan.ts'
import { How } from '#web/figures/how.tsx'
import { isSound, freshKey } from '#web/needs/draft.ts'
import { NeedsList } from '#web/needs/needs-list.tsx'
import { OrderedLines } from '#web/needs/ordered-lines.tsx'
import { useBook, useFormat } from '#web/shell/book.ts'
import { Button } from '#web/ui/button.tsx'
import { SelectField } from '#web/ui/select-field.tsx'
import { Trouble } from '#web/ui/trouble.tsx'
import {
  BENEFIT_NAMES,
  benefitLine,
  countsDaysTwice,
  isDaysOff,
  linesTrouble,
  planDraft,
  planOfDraft,
  plannedNeeds,
  type LineDraft,
  type PlanDraft,
} from './plan-draft.ts'
import { planFigure } from './plan-figure.ts'
import { PlanLine } from './plan-line.tsx'
import { PlanPreview } from './plan-preview.tsx'
import { ModelFields } from './preset-fields.tsx'
import '#web/needs/needs.css'
import './target.css'

const MOST_LINES = 40

interface PlanFormProps {
  plan: TargetPlan | undefined
  onSave: (plan: NeedsPlan) => Promise<void>
  pending: boolean
  error: Error | null
  saveLabel: string
}

/** What the target in force is made of, and the form that changes it; the form at once where there is nothing to show. */
export function PlanPart(props: PlanFormProps) {
  const { plan } = props
  const format = useFormat()
  const [changing, setChanging] = useState(plan?.kind !== 'needs')
  if (changing || plan?.kind !== 'needs') return <PlanForm {...props} />
  return (
    <div className="stack">
      <div className="plan-lines">
        <NeedsList needs={plan.needs.map((need) => ({ ...need, amount: monthly(need) }))} />
      </div>
      <PlanPreview plan={plan} />
      <How figure={() => planFigure(plan, format)} />
      <div className="actions">
        <Button onClick={() => setChanging(true)}>Change the lines</Button>
      </div>
    </div>
  )
}

/** The target worked out from what one needs: lines in their order, then what tax, months off and fees make of them. */
function PlanForm({ plan, onSave, pending, error, saveLabel }: PlanFormProps) {
  const book = useBook()
  const format = useFormat()
  const [draft, setDraft] = useState<PlanDraft>(() => planDraft(plan, book.homeCurrency))
  const [tried, setTried] = useState(false)
  const [laid, setLaid] = useState(0)
  const worked = planOfDraft(draft)
  const trouble = linesTrouble(draft.lines)
  const unreadable =
    worked || !isSound(trouble) ? undefined : 'Tax and pension must leave a twentieth at least, and each number must be readable.'
  const save = async (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (!worked || !isSound(trouble)) return
    await onSave(worked)
  }
  return (
    <form className="stack" noValidate onSubmit={(event) => void save(event).catch(() => {})}>
      <p className="hint">
        Write what you pay in a month, after income tax, and what you would like to be able to pay, the most urgent first. Bare is what
        nothing goes on without, enough makes it last, comfortable comes after.
      </p>
      <Lines draft={draft} tried={tried} onChange={(lines) => setDraft({ ...draft, lines })} />
      <ModelFields
        model={draft.model}
        laid={laid}
        onChange={(model) => setDraft({ ...draft, model: { ...draft.model, ...model } })}
        onPreset={(model) => {
          setDraft({ ...draft, model })
          setLaid(laid + 1)
        }}
      />
      {countsDaysTwice(draft) && (
        <p className="hint">Days off stand in a line above and in the months off too: set the months to 0, or take the line away.</p>
      )}
      <div className="plan-preview" role="status">
        {worked ? <PlanPreview plan={worked} /> : <p className="hint">The three levels stand here once there is a line with an amount.</p>}
      </div>
      {worked && <How figure={() => planFigure(worked, format)} />}
      {tried && <Trouble error={trouble.whole ?? unreadable} />}
      <Trouble error={error} />
      <div className="actions">
        <Button type="submit" disabled={pending}>
          {saveLabel}
        </Button>
      </div>
    </form>
  )
}

interface LinesProps {
  draft: PlanDraft
  tried: boolean
  onChange: (lines: LineDraft[]) => void
}

function Lines({ draft, tried, onChange }: LinesProps) {
  const book = useBook()
  const { lines } = draft
  const trouble = linesTrouble(lines)
  const others = (own: number) => plannedNeeds(lines.filter(({ key }) => key !== own))
  const free = BENEFITS.filter((benefit) => !lines.some((line) => line.benefit === benefit))
  const add = (line: LineDraft) => onChange([...lines, line])
  return (
    <>
      <OrderedLines lines={lines} onChange={onChange}>
        {(line, acts) => (
          <PlanLine
            key={line.key}
            draft={line}
            error={tried ? { text: trouble.text.get(line.key), amount: trouble.amount.get(line.key) } : {}}
            daysCost={isDaysOff(line.benefit) && line.days ? costOfDays(others(line.key), line.days) : undefined}
            {...acts}
          />
        )}
      </OrderedLines>
      {lines.length < MOST_LINES && (
        <div className="actions plan-adds">
          <Button
            tone="quiet"
            onClick={() => add({ key: freshKey(lines), text: '', amount: undefined, level: 'enough', per: 'month', filled: 0 })}
          >
            Add a need
          </Button>
          {free.length > 0 && (
            <SelectField
              label={<span className="visually-hidden">Add a benefit</span>}
              value=""
              choices={[{ value: '', label: 'Add a benefit…' }, ...free.map((value) => ({ value, label: BENEFIT_NAMES[value] }))]}
              onChange={(value) => {
                const benefit = free.find((one): one is Benefit => one === value)
                if (benefit) add(benefitLine(benefit, draft, book.homeCurrency))
              }}
            />
          )}
        </div>
      )}
    </>
  )
}
