import { useBook } from '#web/shell/book.ts'
import { MoneyInput } from '#web/ui/money-input.tsx'
import { SelectField } from '#web/ui/select-field.tsx'
import { TextField } from '#web/ui/text-field.tsx'
import { levelNamed, LEVELS, type NeedDraft } from './draft.ts'
import { LineActs } from './line-acts.tsx'

interface NeedLineProps {
  draft: NeedDraft
  at: number
  of: number
  error: { text?: string | undefined; amount?: string | undefined }
  onChange: (change: Partial<NeedDraft>) => void
  onMove: (by: -1 | 1) => void
  onRemove: () => void
}

const choices = LEVELS.map(({ value, label, hint }) => ({ value, label: `${label}: ${hint}` }))

/** One need: what it is, what it costs in a month, how urgent it is, and its place in the order. */
export function NeedLine({ draft, at, of, error, onChange, onMove, onRemove }: NeedLineProps) {
  const book = useBook()
  const name = draft.text.trim() || `need ${at + 1}`
  return (
    <li className="need-line" data-need={draft.key}>
      <TextField
        label="What it is"
        maxLength={120}
        placeholder={at === 0 ? '6 hours a week of maintenance' : undefined}
        error={error.text}
        value={draft.text}
        onChange={(text) => onChange({ text })}
      />
      <MoneyInput
        label="A month"
        currency={book.homeCurrency}
        locale={book.locale}
        error={error.amount}
        initial={draft.amount}
        onChange={(amount) => onChange({ amount })}
      />
      <SelectField label="Level" choices={choices} value={draft.level} onChange={(level) => onChange({ level: levelNamed(level) })} />
      <LineActs name={name} at={at} of={of} onMove={onMove} onRemove={onRemove} />
    </li>
  )
}
