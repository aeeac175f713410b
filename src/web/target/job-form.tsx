import { useState, type FormEvent } from 'react'
import type { JobOffer } from '#contract/tax.ts'
import { useSend } from '#web/api/use-send.ts'
import { useBook } from '#web/shell/book.ts'
import { Button } from '#web/ui/button.tsx'
import { MoneyInput } from '#web/ui/money-input.tsx'
import { TextField } from '#web/ui/text-field.tsx'
import { toast } from '#web/ui/toast.tsx'
import { Trouble } from '#web/ui/trouble.tsx'
import { HundredthsField } from './hundredths-field.tsx'

interface JobFormProps {
  offer: JobOffer
  /** Whether it was said, or comes from a preset. */
  said: boolean
  /** Minutes of self-directed work that the book knows of a month; null without any. */
  known: number | null
}

type Draft = { [K in 'social' | 'tax' | 'premium' | 'employerPremium' | 'pension' | 'leave']: number | undefined }

/** What a job would pay, all of it to be typed. */
export function JobForm({ offer, said, known }: JobFormProps) {
  const book = useBook()
  const set = useSend('setJobOffer')
  const params = { book: book.id }
  const [wage, setWage] = useState<number | undefined>(offer.wage ?? undefined)
  const [hours, setHours] = useState(offer.minutes === null ? '' : String(offer.minutes / 60))
  const [draft, setDraft] = useState<Draft>({
    social: offer.social,
    tax: offer.tax,
    premium: offer.premium,
    employerPremium: offer.employer.premium,
    pension: offer.employer.pension,
    leave: offer.employer.leave,
  })
  const isRead = (value: Draft): value is { [K in keyof Draft]: number } => Object.values(value).every((one) => one !== undefined)
  const typedHours = /^\d{1,3}$/.test(hours.trim()) ? Number(hours) : undefined
  const hoursError =
    hours.trim() === '' || (typedHours !== undefined && typedHours > 0) ? undefined : 'Write whole hours of a month, from 1 to 744.'
  const save = async (event: FormEvent) => {
    event.preventDefault()
    if (!isRead(draft) || hoursError) return
    const { social, tax, premium, employerPremium, pension, leave } = draft
    const employer = { premium: employerPremium, pension, leave }
    const minutes = typedHours === undefined ? null : typedHours * 60
    await set.mutateAsync({ params, body: { offer: { wage: wage ?? null, social, tax, premium, employer, minutes } } })
    toast({ text: 'The job is noted.', undo: async () => void (await set.mutateAsync({ params, body: { offer: said ? offer : null } })) })
  }
  const money = (label: string, key: 'premium' | 'employerPremium', hint?: string) => (
    <MoneyInput
      label={label}
      hint={hint}
      currency={book.homeCurrency}
      locale={book.locale}
      initial={draft[key]}
      onChange={(amount) => setDraft({ ...draft, [key]: amount })}
    />
  )
  const hundredths = (label: string, key: 'social' | 'tax' | 'pension' | 'leave', unit = '%') => (
    <HundredthsField
      label={label}
      unit={unit}
      initial={draft[key] ?? 0}
      most={unit === '%' ? 9_000 : 1_200}
      onChange={(value) => setDraft({ ...draft, [key]: value })}
    />
  )
  return (
    <details className="method">
      <summary>What a job would pay</summary>
      <form className="stack job-form" noValidate onSubmit={(event) => void save(event).catch(() => {})}>
        <div className="field-row">
          <MoneyInput
            label="Wage, gross, a month"
            hint="An offer, or what one like you is paid. Left empty, only the equal wage is told."
            currency={book.homeCurrency}
            locale={book.locale}
            initial={wage}
            onChange={setWage}
          />
          <TextField
            label="Hours of your own work a month"
            hint={known === null ? 'Your book knows no hours of basic work.' : 'Left empty, the basic hours of your book are taken.'}
            inputMode="numeric"
            error={hoursError}
            value={hours}
            onChange={setHours}
          />
          {hundredths('Contributions of the wage', 'social')}
          {hundredths('Income tax of the wage', 'tax')}
          {money('Own health premium, a month', 'premium')}
          {money('Employer’s part of the premium', 'employerPremium')}
          {hundredths('Employer’s pension, of the wage', 'pension')}
          {hundredths('Paid leave in a year', 'leave', 'months')}
        </div>
        <Trouble error={set.error} />
        <div className="actions">
          <Button type="submit" disabled={set.isPending}>
            Save the job
          </Button>
        </div>
      </form>
    </details>
  )
}
