import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState, type FormEvent } from 'react'
import type { Outlook } from '#contract/outlook.ts'
import { exponentOf } from '#domain/currency.ts'
import { monthOf } from '#domain/month.ts'
import { q } from '#web/api/client.ts'
import { useBook, useFormat } from '#web/shell/book.ts'
import { Button } from '#web/ui/button.tsx'
import { CurrencyField } from '#web/ui/currency-field.tsx'
import { MoneyInput } from '#web/ui/money-input.tsx'
import { SelectField } from '#web/ui/select-field.tsx'
import { TextField } from '#web/ui/text-field.tsx'
import { toast } from '#web/ui/toast.tsx'
import { Trouble } from '#web/ui/trouble.tsx'
import { useSendAgreed } from './agreed-client.ts'
import { agreedText, draftDue, readAgreed, surenessChoices, type AgreedDraft } from './agreed-words.ts'
import { nextMonth } from './count-on-words.ts'
import { monthsAhead } from './outlook-question.ts'

interface AgreedFormProps {
  outlook: Outlook
  onDone: () => void
}

/** What is agreed, of which stream, for when, and how sure it is. */
export function AgreedForm({ outlook, onDone }: AgreedFormProps) {
  const { id: book, homeCurrency, locale } = useBook()
  const format = useFormat()
  const { data: all } = useQuery(q('streams', { book }))
  const streams = (all ?? []).filter(({ archived }) => !archived)
  const box = useRef<HTMLFormElement>(null)
  // It takes the place of the button that asked for it.
  useEffect(() => box.current?.querySelector('select')?.focus(), [])
  const [draft, setDraft] = useState<AgreedDraft>({
    stream: '',
    month: nextMonth(outlook),
    day: '',
    amount: undefined,
    currency: homeCurrency,
    sureness: 'signed',
    note: '',
  })
  const [tried, setTried] = useState(false)
  const add = useSendAgreed('addAgreed')
  const remove = useSendAgreed('removeAgreed')
  const set = (more: Partial<AgreedDraft>) => setDraft({ ...draft, ...more })
  const body = readAgreed(draft)
  const save = async (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (!body) return
    const item = await add.mutateAsync({ params: { book }, body })
    toast({
      text: `${agreedText(item, format)}.`,
      undo: async () => void (await remove.mutateAsync({ params: { book, agreed: item.id } })),
    })
    onDone()
  }
  return (
    <form
      ref={box}
      className="agreed-form"
      aria-label="Enter what is agreed"
      onSubmit={(event) => void save(event).catch(() => {})}
      noValidate
    >
      <SelectField
        label="Of which stream"
        value={draft.stream}
        error={tried && draft.stream === '' && 'Choose a stream.'}
        choices={[
          { value: '', label: 'Choose one' },
          ...streams.map(({ id, name, ventureName }) => ({ value: String(id), label: `${name}, ${ventureName}` })),
        ]}
        onChange={(stream) => set({ stream })}
      />
      <div className="field-row">
        <MoneyInput
          key={draft.currency}
          label="Amount"
          hint="As it is to arrive, after fees."
          error={tried && (draft.amount === undefined || draft.amount < 1) && 'Say how much is agreed.'}
          currency={draft.currency}
          locale={locale}
          initial={draft.amount}
          onChange={(amount) => set({ amount })}
        />
        <CurrencyField
          value={draft.currency}
          locale={locale}
          onChange={(currency) => set({ currency, ...(exponentOf(currency) === exponentOf(draft.currency) ? {} : { amount: undefined }) })}
        />
      </div>
      <div className="field-row">
        <SelectField
          label="Due in"
          value={draft.month}
          choices={[monthOf(outlook.today), ...monthsAhead(outlook)].map((month) => ({ value: month, label: format.month(month) }))}
          onChange={(month) => set({ month })}
        />
        <TextField
          label="Day, if known"
          inputMode="numeric"
          value={draft.day}
          error={tried && draftDue(draft) === undefined && 'That month has no such day.'}
          onChange={(day) => set({ day })}
        />
      </div>
      <SelectField
        label="How sure"
        value={draft.sureness}
        choices={surenessChoices(format)}
        onChange={(value) => set({ sureness: value === 'signed' ? 'signed' : 'agreed' })}
      />
      <TextField label="Note" value={draft.note} maxLength={200} onChange={(note) => set({ note })} />
      <Trouble error={add.error ?? remove.error} />
      <div className="actions">
        <Button type="submit" disabled={add.isPending}>
          Enter it
        </Button>
        <Button tone="quiet" onClick={onDone}>
          Cancel
        </Button>
      </div>
    </form>
  )
}
