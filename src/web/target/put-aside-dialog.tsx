import { useState, type FormEvent } from 'react'
import type { Tax } from '#contract/tax.ts'
import { useSend } from '#web/api/use-send.ts'
import { useBook, useFormat } from '#web/shell/book.ts'
import { Button } from '#web/ui/button.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { MoneyInput } from '#web/ui/money-input.tsx'
import { toast } from '#web/ui/toast.tsx'
import { Trouble } from '#web/ui/trouble.tsx'
import { periodText } from './tax-words.ts'

interface PutAsideDialogProps {
  period: Tax['periods'][number] | null
  onClose: () => void
}

/** Asks what is put aside, or paid already, for one period. */
export function PutAsideDialog({ period, onClose }: PutAsideDialogProps) {
  const format = useFormat()
  return (
    <Dialog title={period ? `Put aside for ${periodText(period, format)}` : 'Put aside'} open={period !== null} onClose={onClose}>
      {period && <PutAsideForm period={period} onClose={onClose} />}
    </Dialog>
  )
}

function PutAsideForm({ period, onClose }: { period: Tax['periods'][number]; onClose: () => void }) {
  const book = useBook()
  const format = useFormat()
  const set = useSend('setPutAside')
  const [amount, setAmount] = useState<number | undefined>(period.put === 0 ? undefined : period.put)
  const [tried, setTried] = useState(false)
  const params = { book: book.id, month: period.from }
  const save = async (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (amount === undefined || amount < 0) return
    await set.mutateAsync({ params, body: { amount } })
    onClose()
    toast({
      text: `${format.money(amount)} is put aside for ${periodText(period, format)}.`,
      undo: async () => void (await set.mutateAsync({ params, body: { amount: period.put } })),
    })
  }
  return (
    <form className="stack" noValidate onSubmit={(event) => void save(event).catch(() => {})}>
      <MoneyInput
        label="Put aside or paid, in all"
        hint={`For tax of these months: ${format.exact(period.aside)}. 0 takes it back.`}
        error={tried && (amount === undefined || amount < 0) ? 'Write an amount, or 0.' : undefined}
        currency={book.homeCurrency}
        locale={book.locale}
        initial={amount}
        onChange={setAmount}
      />
      <Trouble error={set.error} />
      <div className="actions">
        <Button type="submit" disabled={set.isPending}>
          Save
        </Button>
        <Button tone="quiet" onClick={onClose}>
          Cancel
        </Button>
      </div>
    </form>
  )
}
