import type { ReactNode } from 'react'
import { exponentOf } from '#domain/currency.ts'
import { useBook } from '#web/shell/book.ts'
import { CurrencyField } from '#web/ui/currency-field.tsx'
import { MoneyInput } from '#web/ui/money-input.tsx'
import { Segmented } from '#web/ui/segmented.tsx'
import { TextField } from '#web/ui/text-field.tsx'
import { takesFee, type IncomeForm, type IncomeTrouble, type TypedKind } from './income-form.ts'

interface IncomeFieldsProps {
  form: IncomeForm
  onChange: (form: IncomeForm) => void
  trouble: IncomeTrouble
  /** The field of the stream, which stands among the others. */
  children: ReactNode
}

const KINDS: { value: TypedKind; label: string }[] = [
  { value: 'payment', label: 'Payment' },
  { value: 'refund', label: 'Refund' },
  { value: 'fee', label: 'Fee' },
  { value: 'adjustment', label: 'Adjustment' },
]

const HINTS: Record<TypedKind, string> = {
  payment: 'What was paid, before fees.',
  refund: 'What you gave back.',
  fee: 'What a fee took, where no payment carries it.',
  adjustment: 'A correction; with a minus where it takes away.',
}

/** The fields of one income. */
export function IncomeFields({ form, onChange, trouble, children }: IncomeFieldsProps) {
  const { locale, today } = useBook()
  const set = (change: Partial<IncomeForm>) => onChange({ ...form, ...change })
  return (
    <>
      <Segmented label="Kind" options={KINDS} value={form.kind} onChange={(kind) => set({ kind })} />
      <div className="field-row amount-field">
        <MoneyInput
          key={form.currency}
          label="Amount"
          hint={HINTS[form.kind]}
          error={trouble.amount}
          currency={form.currency}
          locale={locale}
          initial={form.amount}
          onChange={(amount) => set({ amount })}
        />
        <CurrencyField value={form.currency} locale={locale} onChange={(currency) => set({ currency, ...keptAmounts(form, currency) })} />
        <TextField
          label="Day"
          type="date"
          hint={form.day > today && 'Still to come, and counted in its month all the same. What is agreed is entered in Outlook.'}
          error={trouble.day}
          value={form.day}
          onChange={(day) => set({ day })}
        />
      </div>
      {children}
      <div className="field-row">
        <TextField
          label="Months it covers"
          hint="12 for a yearly pledge: Smoothed spreads it, Cash does not."
          inputMode="numeric"
          error={trouble.months}
          value={form.months}
          onChange={(months) => set({ months })}
        />
        {takesFee(form.kind) && (
          <MoneyInput
            key={form.currency}
            label="Fee (optional)"
            hint="What was kept back of it."
            error={trouble.fee}
            currency={form.currency}
            locale={locale}
            initial={form.fee}
            onChange={(fee, empty) => set({ fee, feeTyped: !empty })}
          />
        )}
        <TextField label="From whom (optional)" maxLength={200} value={form.name} onChange={(name) => set({ name })} />
      </div>
      <TextField label="Note (optional)" maxLength={2000} value={form.note} onChange={(note) => set({ note })} />
    </>
  )
}

/** A currency with as many decimals keeps what was typed; with others the same digits would be another amount. */
function keptAmounts({ currency }: IncomeForm, next: string): Partial<IncomeForm> {
  return exponentOf(currency) === exponentOf(next) ? {} : { amount: undefined, fee: undefined, feeTyped: false }
}
