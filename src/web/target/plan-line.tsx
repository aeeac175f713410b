import type { Minor } from '#domain/money.ts'
import { levelNamed, LEVELS } from '#web/needs/draft.ts'
import { LineActs } from '#web/needs/line-acts.tsx'
import { useBook, useFormat } from '#web/shell/book.ts'
import { Button } from '#web/ui/button.tsx'
import { MoneyInput } from '#web/ui/money-input.tsx'
import { SelectField } from '#web/ui/select-field.tsx'
import { TextField } from '#web/ui/text-field.tsx'
import { isDaysOff, type LineDraft } from './plan-draft.ts'

interface PlanLineProps {
  draft: LineDraft
  at: number
  of: number
  error: { text?: string | undefined; amount?: string | undefined }
  /** What its days off would cost in a year by the other lines; undefined for a line that is not told in days. */
  daysCost: Minor | undefined
  onChange: (change: Partial<LineDraft>) => void
  onMove: (by: -1 | 1) => void
  onRemove: () => void
}

const PER = [
  { value: 'month', label: 'a month' },
  { value: 'year', label: 'a year' },
]

/** One line of what the money is for: what it is, what it costs, how urgent it is, and its place in the order. */
export function PlanLine({ draft, at, of, error, daysCost, onChange, onMove, onRemove }: PlanLineProps) {
  const book = useBook()
  const name = draft.text.trim() || `need ${at + 1}`
  const { benefit, days } = draft
  return (
    <li className="need-line plan-line" data-need={draft.key}>
      <TextField
        label="What it is"
        maxLength={120}
        placeholder={at === 0 ? 'Rent' : undefined}
        error={error.text}
        value={draft.text}
        onChange={(text) => onChange({ text })}
      />
      <MoneyInput
        key={draft.filled}
        label="Amount"
        currency={book.homeCurrency}
        locale={book.locale}
        error={error.amount}
        initial={draft.amount}
        onChange={(amount) => onChange({ amount })}
      />
      <SelectField label="For" choices={PER} value={draft.per} onChange={(per) => onChange({ per: per === 'year' ? 'year' : 'month' })} />
      <SelectField
        label="Level"
        choices={LEVELS.map(({ value, label }) => ({ value, label }))}
        value={draft.level}
        onChange={(level) => onChange({ level: levelNamed(level) })}
      />
      {isDaysOff(benefit) && <DaysField days={days} cost={daysCost} draft={draft} onChange={onChange} />}
      <LineActs name={name} at={at} of={of} onMove={onMove} onRemove={onRemove} />
    </li>
  )
}

interface DaysFieldProps {
  days: number | undefined
  cost: Minor | undefined
  draft: LineDraft
  onChange: (change: Partial<LineDraft>) => void
}

/** Days off in a year, and what they come to by the other lines, in one press. */
function DaysField({ days, cost, draft, onChange }: DaysFieldProps) {
  const format = useFormat()
  return (
    <div className="plan-days">
      <TextField
        label="Days a year"
        type="number"
        min={1}
        max={366}
        value={days === undefined ? '' : String(days)}
        onChange={(text) => onChange({ days: /^\d{1,3}$/.test(text) && Number(text) <= 366 ? Number(text) : undefined })}
      />
      {cost !== undefined && cost > 0 && (draft.amount !== cost || draft.per !== 'year') && (
        <Button tone="quiet" className="small" onClick={() => onChange({ amount: cost, per: 'year', filled: draft.filled + 1 })}>
          Take {format.money(cost)} a year
        </Button>
      )}
    </div>
  )
}
