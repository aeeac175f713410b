import { daysInMonth } from '#domain/month.ts'
import type { TaxPeriodRule } from '#domain/set-aside.ts'
import { useFormat } from '#web/shell/book.ts'
import { SelectField } from '#web/ui/select-field.tsx'

interface DueDaysProps {
  periods: readonly TaxPeriodRule[]
  onChange: (periods: readonly TaxPeriodRule[]) => void
}

/** Any year that has all days: only its months are named. */
const monthName = (number: number) => `2024-${String(number).padStart(2, '0')}`

/** By when the tax of each period is due; in the same year, or in the next where the month is earlier than the period. */
export function DueDays({ periods, onChange }: DueDaysProps) {
  const format = useFormat()
  const months = Array.from({ length: 12 }, (_, i) => ({ value: String(i + 1), label: format.longMonth(monthName(i + 1)) }))
  const change = (start: number, next: Partial<TaxPeriodRule>) =>
    onChange(periods.map((period) => (period.start === start ? { ...period, ...next } : period)))
  return (
    <details className="method">
      <summary>Days on which it is due</summary>
      <ul className="due-days">
        {periods.map(({ start, dueMonth, dueDay }) => {
          const begins = `From ${format.longMonth(monthName(start))} on: due in`
          const days = Array.from({ length: daysInMonth(monthName(dueMonth)) }, (_, i) => ({ value: String(i + 1), label: String(i + 1) }))
          return (
            <li key={start}>
              <SelectField
                label={begins}
                choices={months}
                value={String(dueMonth)}
                onChange={(value) =>
                  change(start, { dueMonth: Number(value), dueDay: Math.min(dueDay, daysInMonth(monthName(Number(value)))) })
                }
              />
              <SelectField
                label="on day"
                choices={days}
                value={String(dueDay)}
                onChange={(value) => change(start, { dueDay: Number(value) })}
              />
            </li>
          )
        })}
      </ul>
    </details>
  )
}
