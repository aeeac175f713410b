import { useState, type FormEvent } from 'react'
import type { KeptBuffer } from '#contract/plan.ts'
import { isDay, type Day } from '#domain/month.ts'
import { useSend } from '#web/api/use-send.ts'
import { useBook, useFormat } from '#web/shell/book.ts'
import { Button } from '#web/ui/button.tsx'
import { MoneyInput } from '#web/ui/money-input.tsx'
import { TextField } from '#web/ui/text-field.tsx'
import { toast } from '#web/ui/toast.tsx'
import { Trouble } from '#web/ui/trouble.tsx'

/** What is kept, what must stay, and the day on which that was so. */
export function BufferForm({ buffer, today }: { buffer: KeptBuffer | null; today: Day }) {
  const { id: book, homeCurrency: currency, locale } = useBook()
  const format = useFormat()
  const [amount, setAmount] = useState(buffer?.amount)
  const [least, setLeast] = useState<number | undefined>(buffer?.least ?? 0)
  const [day, setDay] = useState(today)
  const [tried, setTried] = useState(false)
  const set = useSend('setBuffer')
  const remove = useSend('removeBuffer')
  const params = { book }
  const back = async () => {
    await (buffer ? set.mutateAsync({ params, body: buffer }) : remove.mutateAsync({ params }))
  }
  const errors = {
    amount: amount === undefined || amount < 0 ? 'Say what you keep; 0 for nothing.' : undefined,
    least: least === undefined || least < 0 ? 'Say what must stay; 0 for nothing.' : undefined,
    day: isDay(day) && day <= today ? undefined : 'Choose a day up to today.',
  }
  const save = async (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (amount === undefined || least === undefined || Object.values(errors).some((error) => error !== undefined)) return
    await set.mutateAsync({ params, body: { amount, least, day } })
    toast({ text: `${format.money(amount)} is kept on ${format.day(day)}.`, undo: back })
  }
  const forget = async () => {
    await remove.mutateAsync({ params })
    toast({ text: 'What you keep is no longer said.', undo: back })
  }
  return (
    <form className="buffer-form" onSubmit={(event) => void save(event)} noValidate>
      <div className="field-row">
        <MoneyInput label="Kept" error={tried && errors.amount} currency={currency} locale={locale} initial={amount} onChange={setAmount} />
        <MoneyInput
          label="Must stay"
          hint="Never to be spent."
          error={tried && errors.least}
          currency={currency}
          locale={locale}
          initial={least}
          onChange={setLeast}
        />
        <TextField label="On" type="date" value={day} max={today} error={tried && errors.day} onChange={setDay} />
      </div>
      <Trouble error={set.error ?? remove.error} />
      <div className="actions">
        <Button type="submit" tone="quiet" disabled={set.isPending}>
          Save
        </Button>
        {buffer && (
          <Button tone="quiet" disabled={remove.isPending} onClick={() => void forget()}>
            Remove
          </Button>
        )}
      </div>
    </form>
  )
}
