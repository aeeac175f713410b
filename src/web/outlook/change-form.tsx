import { useState, type FormEvent, type ReactNode } from 'react'
import type { Outlook } from '#contract/outlook.ts'
import type { Plans } from '#contract/plan.ts'
import { monthsAhead, wagesOf } from './outlook-question.ts'
import type { Change } from '#domain/what-if.ts'
import { useBook } from '#web/shell/book.ts'
import { Button } from '#web/ui/button.tsx'
import type { Format } from '#web/ui/format.ts'
import { MoneyInput } from '#web/ui/money-input.tsx'
import { SelectField, type Choice } from '#web/ui/select-field.tsx'
import { TextField } from '#web/ui/text-field.tsx'
import { draftOf, readDraft, type ChangeDraft } from './change-draft.ts'

interface ChangeFormProps {
  names: { outlook: Outlook; plans: Plans; format: Format }
  onAdd: (change: Change) => void
}

const KINDS: Record<Change['kind'], string> = {
  venture: 'Drop a venture',
  patron: 'Lose a patron',
  patrons: 'Add patrons',
  job: 'Change the day job',
  fee: 'Change a fee',
  days: 'Take days off',
}

/** One change at a time: what, and how much. Only what the book has can be changed. */
export function ChangeForm({ names, onAdd }: ChangeFormProps) {
  const { outlook, plans } = names
  const hasWage = wagesOf(outlook).length > 0
  const kinds = Object.entries(hasWage ? KINDS : { ...KINDS, job: 'Take a day job' })
    .filter(
      ([kind]) =>
        (kind !== 'venture' || plans.ventures.length > 0) &&
        (kind !== 'patron' || plans.patrons.length > 0) &&
        (kind !== 'fee' || plans.fees.length > 0),
    )
    .map(([value, label]) => ({ value, label }))
  const [draft, setDraft] = useState<ChangeDraft>(() => draftOf(kinds[0]?.value ?? 'patrons', outlook, plans))
  const [tried, setTried] = useState(false)
  const change = readDraft(draft)
  const add = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (!change) return
    setTried(false)
    onAdd(change)
  }
  return (
    <form className="change-form" onSubmit={add} noValidate>
      <SelectField
        label="Change"
        value={draft.kind}
        choices={kinds}
        onChange={(kind) => {
          setTried(false)
          setDraft(draftOf(kind, outlook, plans))
        }}
      />
      <DraftFields key={draft.kind} draft={draft} names={names} onChange={(more) => setDraft({ ...draft, ...more })} />
      <Button type="submit" tone="quiet">
        Imagine it
      </Button>
      {tried && !change && (
        <p className="field-error" role="alert">
          {TROUBLE[draft.kind]}
        </p>
      )}
    </form>
  )
}

const TROUBLE: Record<Change['kind'], string> = {
  venture: 'Choose a venture.',
  patron: 'Choose a patron.',
  patrons: 'Say how many, 1 to 1,000, and what each gives.',
  job: 'Say what a month brings; 0 only where a job ends.',
  fee: 'Say what is kept, in percent from 0 to 100.',
  days: 'Say how many days, 1 to 366.',
}

interface FieldsProps {
  draft: ChangeDraft
  names: ChangeFormProps['names']
  onChange: (more: Partial<ChangeDraft>) => void
}

function DraftFields({ draft, names: { outlook, plans, format }, onChange }: FieldsProps): ReactNode {
  const { homeCurrency: currency, locale } = useBook()
  const which = (label: string, choices: readonly Choice[]) => (
    <SelectField label={label} value={draft.which} choices={choices} onChange={(value) => onChange({ which: value })} />
  )
  const money = (label: string, hint?: string) => (
    <MoneyInput
      label={label}
      hint={hint}
      currency={currency}
      locale={locale}
      initial={draft.amount}
      onChange={(amount) => onChange({ amount })}
    />
  )
  const number = (label: string, hint?: string) => (
    <TextField label={label} hint={hint} inputMode="decimal" value={draft.number} onChange={(value) => onChange({ number: value })} />
  )
  switch (draft.kind) {
    case 'venture':
      return which(
        'Venture',
        plans.ventures.map(({ venture, name }) => ({ value: String(venture), label: name })),
      )
    case 'patron':
      return which(
        'Patron',
        plans.patrons.map(({ patron, name, yearly }) => ({ value: patron, label: `${name}, ${format.money(yearly)} in a year` })),
      )
    case 'patrons':
      return (
        <>
          {number('How many')}
          {money('Each gives a month', plans.gift === null ? 'After fees.' : `After fees; ${format.money(plans.gift)} is usual.`)}
        </>
      )
    case 'job': {
      const wages = wagesOf(outlook)
      return (
        <>
          {wages.length > 0 &&
            which('Job', [
              ...wages.map(({ stream, name, level }) => ({ value: String(stream), label: `${name}, ${format.money(level)} now` })),
              { value: 'new', label: 'A new one' },
            ])}
          {money('Brings a month', draft.which === 'new' ? 'Net, each month the same.' : 'Net; 0 when it ends.')}
          <SelectField
            label="From"
            value={draft.from}
            choices={monthsAhead(outlook).map((month) => ({ value: month, label: format.month(month) }))}
            onChange={(from) => onChange({ from })}
          />
        </>
      )
    }
    case 'fee':
      return (
        <>
          {which(
            'Platform',
            plans.fees.map(({ platform, name, gross, fees }) => ({
              value: platform,
              label: `${name}, ${format.share(Math.round((fees * 1_000) / gross) * 10)} now`,
            })),
          )}
          {number('Keeps, in percent', 'Of what is paid.')}
        </>
      )
    case 'days':
      return number('Days', plans.buffer ? 'Paid from the buffer.' : 'You said no buffer, so they are paid from what comes.')
  }
}
