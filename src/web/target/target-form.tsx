import { useState, type FormEvent } from 'react'
import type { IncomeByMonth } from '#contract/income.ts'
import type { Month } from '#domain/month.ts'
import { targetOf, type Levels, type Target } from '#domain/target.ts'
import { levelsOfPlan, type TargetPlan } from '#domain/target-plan.ts'
import { useBook, useFormat } from '#web/shell/book.ts'
import { Button } from '#web/ui/button.tsx'
import { MoneyInput } from '#web/ui/money-input.tsx'
import { SelectField } from '#web/ui/select-field.tsx'
import { Trouble } from '#web/ui/trouble.tsx'
import { HundredthsField } from './hundredths-field.tsx'
import { draftErrors, levelsOf, previewSentence, type Draft } from './preview.ts'
import type { useTargetChange } from './use-target-change.ts'

interface TargetFormProps {
  from: Month
  targets: readonly Target[]
  /** How the target in force was said. */
  plan: TargetPlan | undefined
  months: IncomeByMonth
  change: ReturnType<typeof useTargetChange>
}

const LEVELS = [
  { level: 'bare', label: 'Basics', hint: 'Rent, food, insurance. Left empty: three quarters of enough.' },
  { level: 'enough', label: 'Enough', hint: 'The line: with this a month is good enough.' },
  { level: 'comfortable', label: 'Comfortable', hint: 'Beyond this you need no more. Left empty: a quarter more than enough.' },
] as const

const BASES = [
  { value: 'before', label: 'before income tax: tax is part of what you need' },
  { value: 'after', label: 'after income tax: this much is to be left' },
]

/** What income tax takes where nothing was said yet. */
const USUAL_TAX = 2_500

/** Three amounts that hold from a month on, and what they would mean, before they are saved. */
export function TargetForm({ from, targets, plan, months, change }: TargetFormProps) {
  const book = useBook()
  const format = useFormat()
  const after = plan?.kind === 'after-tax' ? plan : undefined
  const inForce: Levels | null = after?.levels ?? targetOf(targets, from)
  const [draft, setDraft] = useState<Draft>({ bare: inForce?.bare, enough: inForce?.enough, comfortable: inForce?.comfortable })
  const [isAfter, setIsAfter] = useState(after !== undefined)
  const [tax, setTax] = useState<number | undefined>(after?.tax ?? USUAL_TAX)
  const [tried, setTried] = useState(false)
  const errors = draftErrors(draft)
  const said = levelsOf(draft)
  const made: TargetPlan | undefined = isAfter && said && tax !== undefined ? { kind: 'after-tax', levels: said, tax } : undefined
  const levels = isAfter ? made && levelsOfPlan(made) : said

  const save = async (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (!levels || Object.keys(errors).length > 0) return
    const before = made ? ' before income tax' : ''
    await change.say(
      from,
      made ? { plan: made } : { levels },
      `From ${format.month(from)} on, ${format.money(levels.enough)}${before} is enough.`,
    )
  }
  return (
    <form className="target-form" onSubmit={(event) => void save(event).catch(() => {})} noValidate>
      {LEVELS.map(({ level, label, hint }) => (
        <MoneyInput
          key={level}
          label={label}
          hint={hint}
          error={tried || level !== 'enough' ? errors[level] : undefined}
          currency={book.homeCurrency}
          locale={book.locale}
          initial={draft[level]}
          onChange={(amount) => setDraft({ ...draft, [level]: amount })}
        />
      ))}
      <SelectField
        label="These amounts are"
        choices={BASES}
        value={isAfter ? 'after' : 'before'}
        onChange={(basis) => setIsAfter(basis === 'after')}
      />
      {isAfter && <HundredthsField label="Income tax takes" unit="%" initial={tax ?? USUAL_TAX} most={9_000} onChange={setTax} />}
      <p className="preview" role="status">
        {levels && previewSentence({ levels, from, targets, months, afterTax: made && said?.enough }, format)}
      </p>
      <Trouble error={change.error} />
      <Button type="submit" disabled={change.pending}>
        Save
      </Button>
    </form>
  )
}
