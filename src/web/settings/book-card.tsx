import { useMemo, useState, type FormEvent } from 'react'
import type { BookChange } from '#contract/book.ts'
import { useSend } from '#web/api/use-send.ts'
import { useBook } from '#web/shell/book.ts'
import { Button } from '#web/ui/button.tsx'
import { Card } from '#web/ui/card.tsx'
import { CurrencyField } from '#web/ui/currency-field.tsx'
import { createFormat } from '#web/ui/format.ts'
import { SelectField } from '#web/ui/select-field.tsx'
import { TextField } from '#web/ui/text-field.tsx'
import { toast } from '#web/ui/toast.tsx'
import { Trouble } from '#web/ui/trouble.tsx'
import { bookTrouble, changeOf, consequences, isLocale, zoneChoices, type BookForm } from './book-form.ts'

/** Name, home currency, zone and locale of the book. */
export function BookCard() {
  const book = useBook()
  const { name, homeCurrency, zone, locale } = book
  const [form, setForm] = useState<BookForm>({ name, homeCurrency, zone, locale })
  const [asked, setAsked] = useState(false)
  const zones = useMemo(() => zoneChoices(zone), [zone])
  const send = useSend('changeBook')
  const set = (change: Partial<BookForm>) => setForm({ ...form, ...change })
  const change = changeOf(book, form)
  const trouble = bookTrouble(form)
  const put = (body: BookChange) => send.mutateAsync({ params: { book: book.id }, body })
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setAsked(true)
    if (Object.keys(trouble).length > 0 || Object.keys(change).length === 0) return
    await put(change)
    const before = { name, homeCurrency, zone, locale }
    const undo = async () => {
      await put(before)
      setForm(before)
    }
    toast({ text: 'The book is changed.', undo })
  }
  return (
    <Card title="Book" className="span-8">
      <form className="stack" noValidate onSubmit={(event) => void submit(event).catch(() => {})}>
        <div className="field-row">
          <TextField label="Name" maxLength={80} error={asked && trouble.name} value={form.name} onChange={(text) => set({ name: text })} />
          <CurrencyField
            label="Home currency"
            hint="In which everything is summed."
            locale={locale}
            value={form.homeCurrency}
            onChange={(code) => set({ homeCurrency: code })}
          />
        </div>
        <div className="field-row">
          <SelectField
            label="Time zone"
            hint="Decides on which day a payment falls."
            value={form.zone}
            onChange={(next) => set({ zone: next })}
            choices={zones.map((one) => ({ value: one, label: one.replaceAll('_', ' ') }))}
          />
          <TextField
            label="Figures and dates as in"
            hint={exampleOf(form)}
            error={asked && trouble.locale}
            value={form.locale}
            onChange={(text) => set({ locale: text })}
          />
        </div>
        {consequences(book, form).map((words) => (
          <p key={words} className="warning">
            {words}
          </p>
        ))}
        <Trouble error={send.error} />
        <div className="actions">
          <Button type="submit" disabled={send.isPending || Object.keys(change).length === 0}>
            {send.isPending ? 'Saving…' : 'Save'}
          </Button>
        </div>
      </form>
    </Card>
  )
}

/** How the locale writes an amount and a day. */
function exampleOf({ locale, homeCurrency }: BookForm): string {
  if (!isLocale(locale.trim())) return 'A language and a country, as in en-GB or de-AT.'
  const format = createFormat(locale.trim(), homeCurrency)
  return `As in ${format.exact(123_450)}, ${format.day('2026-11-23')}.`
}
