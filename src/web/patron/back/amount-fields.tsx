import { useId } from 'react'
import type { PublicVenture } from '#contract/public.ts'
import type { Format } from '#web/ui/format.ts'
import { MoneyInput } from '#web/ui/money-input.tsx'
import { SelectField } from '#web/ui/select-field.tsx'
import { coverPrices, MOST_MONTHS, offeredAmounts, type BackForm } from './back-form.ts'

interface AmountFieldsProps {
  venture: PublicVenture
  today: string
  form: BackForm
  error: string | undefined
  format: Format
  onChange: (change: Partial<BackForm>) => void
}

/** How much: amounts that are offered, or another; for months to cover, what they come to where amounts are published. */
export function AmountFields({ venture, today, form, error, format, onChange }: AmountFieldsProps) {
  const cover = form.cadence === 'cover'
  const prices = coverPrices(venture, form.months, today)
  const offered = cover
    ? prices.map(({ key, amount }) => ({
        amount,
        label: `${key === 'missing' ? 'What is missing' : 'All of it'}: ${format.money(amount)}`,
      }))
    : offeredAmounts(venture).map((amount) => ({ amount, label: format.money(amount) }))
  const typed = form.other || offered.length === 0
  return (
    <>
      {cover && (
        <SelectField
          label="Months to cover"
          value={String(form.months)}
          choices={Array.from({ length: MOST_MONTHS }, (_, i) => ({ value: String(i + 1), label: String(i + 1) }))}
          onChange={(value) => onChange(coverChange(venture, form, { months: Number(value), today }))}
        />
      )}
      {offered.length > 0 && (
        <AmountChoice
          offered={offered}
          chosen={typed ? undefined : form.amount}
          onAmount={(amount) => onChange({ amount, other: false })}
          onOther={() => onChange({ other: true })}
        />
      )}
      {typed && (
        <MoneyInput
          label={cover ? 'Amount, for all of these months' : form.cadence === 'once' ? 'Amount' : 'Amount a month'}
          currency={venture.currency}
          locale={format.locale}
          initial={form.amount}
          error={error}
          onChange={(amount) => onChange({ amount })}
        />
      )}
      {!typed && error !== undefined && <p className="field-error">{error}</p>}
    </>
  )
}

/** Another number of months keeps the choice that was made: its price changes with them. */
function coverChange(venture: PublicVenture, form: BackForm, { months, today }: { months: number; today: string }): Partial<BackForm> {
  const chosen = coverPrices(venture, form.months, today).find(({ amount }) => amount === form.amount)
  const next = coverPrices(venture, months, today).find(({ key }) => key === chosen?.key)
  return { months, ...(next && !form.other && { amount: next.amount }) }
}

interface AmountChoiceProps {
  offered: readonly { amount: number; label: string }[]
  chosen: number | undefined
  onAmount: (amount: number) => void
  onOther: () => void
}

function AmountChoice({ offered, chosen, onAmount, onOther }: AmountChoiceProps) {
  const name = useId()
  return (
    <fieldset className="amounts">
      <legend className="visually-hidden">Amount</legend>
      {offered.map(({ amount, label }) => (
        <label key={label}>
          <input type="radio" name={name} checked={amount === chosen} onChange={() => onAmount(amount)} />
          <span>{label}</span>
        </label>
      ))}
      <label>
        <input type="radio" name={name} checked={chosen === undefined} onChange={onOther} />
        <span>Other</span>
      </label>
    </fieldset>
  )
}
