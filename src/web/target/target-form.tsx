import { useState, type FormEvent } from 'react'
import type { IncomeByMonth } from '#contract/income.ts'
import type { Month } from '#domain/month.ts'
import { targetOf, type Target } from '#domain/target.ts'
import { useSend } from '#web/api/use-send.ts'
import { useBook, useFormat } from '#web/shell/book.ts'
import { Button } from '#web/ui/button.tsx'
import { MoneyInput } from '#web/ui/money-input.tsx'
import { toast } from '#web/ui/toast.tsx'
import { draftErrors, levelsOf, previewSentence, type Draft } from './preview.ts'

interface TargetFormProps {
  from: Month
  targets: readonly Target[]
  months: IncomeByMonth
}

const LEVELS = [
  { level: 'bare', label: 'Basics', hint: 'Rent, food, insurance. Left empty: three quarters of enough.' },
  { level: 'enough', label: 'Enough', hint: 'The line: with this a month is good enough.' },
  { level: 'comfortable', label: 'Comfortable', hint: 'Beyond this you need no more. Left empty: a quarter more than enough.' },
] as const

/** Three amounts that hold from a month on, and what they would mean, before they are saved. */
export function TargetForm({ from, targets, months }: TargetFormProps) {
  const book = useBook()
  const format = useFormat()
  const inForce = targetOf(targets, from)
  const [draft, setDraft] = useState<Draft>({ bare: inForce?.bare, enough: inForce?.enough, comfortable: inForce?.comfortable })
  const [tried, setTried] = useState(false)
  const set = useSend('setTarget')
  const remove = useSend('removeTarget')
  const errors = draftErrors(draft)
  const levels = levelsOf(draft)

  const save = async (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (!levels || Object.keys(errors).length > 0) return
    const params = { book: book.id, month: from }
    const before = targets.find((target) => target.from === from)
    await set.mutateAsync({ params, body: levels })
    toast({
      text: `From ${format.month(from)} on, ${format.money(levels.enough)} is enough.`,
      undo: async () => {
        if (!before) return void (await remove.mutateAsync({ params }))
        const { bare, enough, comfortable } = before
        await set.mutateAsync({ params, body: { bare, enough, comfortable } })
      },
    })
  }
  return (
    <form className="target-form" onSubmit={(event) => void save(event)} noValidate>
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
      <p className="preview" role="status">
        {levels && previewSentence({ levels, from, targets, months }, format)}
      </p>
      {set.error && (
        <p className="field-error" role="alert">
          {set.error.message}
        </p>
      )}
      <Button type="submit" disabled={set.isPending}>
        Save
      </Button>
    </form>
  )
}
