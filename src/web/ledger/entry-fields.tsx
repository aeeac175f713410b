import type { Entry, EntryKind } from '#contract/entry.ts'
import { useBook } from '#web/shell/book.ts'
import { MoneyInput } from '#web/ui/money-input.tsx'
import { SelectField } from '#web/ui/select-field.tsx'
import { TextField } from '#web/ui/text-field.tsx'
import type { EntryForm, EntryTrouble } from './edit-form.ts'
import { kindWords } from './entry-words.ts'

const KINDS: readonly EntryKind[] = ['payment', 'refund', 'chargeback', 'fee', 'adjustment', 'summary', 'transfer']

interface EntryFieldsProps {
  entry: Entry
  form: EntryForm
  onChange: (form: EntryForm) => void
  trouble: EntryTrouble
}

/** What can be changed of a line. */
export function EntryFields({ entry, form, onChange, trouble }: EntryFieldsProps) {
  const { locale } = useBook()
  const set = (change: Partial<EntryForm>) => onChange({ ...form, ...change })
  const amount = (label: string, part: 'gross' | 'fees' | 'refunds') => (
    <MoneyInput
      label={label}
      error={trouble[part]}
      currency={entry.currency}
      locale={locale}
      initial={form[part]}
      onChange={(value) => set({ [part]: value })}
    />
  )
  return (
    <>
      <div className="field-row">
        <TextField label="Day" type="date" error={trouble.day} value={form.day} onChange={(day) => set({ day })} />
        <SelectField
          label="Kind"
          hint={form.kind === 'transfer' ? 'A transfer only moves money: it is kept, not counted.' : undefined}
          value={form.kind}
          onChange={(value) => set({ kind: KINDS.find((kind) => kind === value) ?? form.kind })}
          choices={KINDS.map((kind) => ({ value: kind, label: kindWords(kind) }))}
        />
      </div>
      <div className="field-row amounts">
        {amount('Gross', 'gross')}
        {amount('Fees', 'fees')}
        {amount('Refunds', 'refunds')}
      </div>
      <div className="field-row">
        <TextField
          label="Months it covers"
          inputMode="numeric"
          error={trouble.months}
          value={form.months}
          onChange={(months) => set({ months })}
        />
        <TextField label="Name" maxLength={200} value={form.name} onChange={(name) => set({ name })} />
      </div>
      <TextField label="Note" maxLength={2000} value={form.note} onChange={(note) => set({ note })} />
    </>
  )
}
