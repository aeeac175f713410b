import type { FileReport } from '#contract/import.ts'
import { useFormat } from '#web/shell/book.ts'
import { Button } from '#web/ui/button.tsx'
import { Card } from '#web/ui/card.tsx'
import { datesQuestion, ORDER_WORDS, orderExample, type DateOrder } from './dates-words.ts'

interface DatesCardProps {
  fileName: string
  dates: NonNullable<FileReport['dates']>
  /** Whether the file is being read just now. */
  busy: boolean
  onChoose: (order: DateOrder) => void
  onLeaveOut: () => void
}

/** Asks whether days come before months in a file of which nothing tells it: read wrong, its money would stand in other months. */
export function DatesCard({ fileName, dates, busy, onChoose, onLeaveOut }: DatesCardProps) {
  const format = useFormat()
  return (
    <Card title={datesQuestion(fileName, dates, format)} hint="remembered for this account's next file">
      <p>Nothing in the file says whether the day or the month comes first. Look up one payment that you know the day of.</p>
      <div className="actions dates-choice">
        {(['dmy', 'mdy'] as const).map((order) => (
          <Button key={order} tone="quiet" disabled={busy} onClick={() => onChoose(order)}>
            {orderExample(dates, order, format)}
            <span className="hint">{ORDER_WORDS[order]}</span>
          </Button>
        ))}
        <Button tone="quiet" onClick={onLeaveOut}>
          Leave it out
        </Button>
      </div>
    </Card>
  )
}
