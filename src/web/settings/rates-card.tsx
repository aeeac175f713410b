import { useState, type FormEvent } from 'react'
import type { OwnRate } from '#contract/rate.ts'
import { q } from '#web/api/client.ts'
import { usePrefetched } from '#web/api/use-prefetched.ts'
import { useSend } from '#web/api/use-send.ts'
import { useBook, useFormat } from '#web/shell/book.ts'
import { Button } from '#web/ui/button.tsx'
import { Card } from '#web/ui/card.tsx'
import { CurrencyField } from '#web/ui/currency-field.tsx'
import { StackTable } from '#web/ui/stack-table.tsx'
import { TextField } from '#web/ui/text-field.tsx'
import { toast } from '#web/ui/toast.tsx'
import { Trouble } from '#web/ui/trouble.tsx'
import { ownRateOf, rateTrouble } from './own-rate.ts'

/** The book's own rates: where no rate is published, or where another one is true. */
export function RatesCard() {
  const book = useBook()
  const format = useFormat()
  const rates = usePrefetched(q('ownRates', { book: book.id }))
  const set = useSend('setOwnRate')
  const remove = useSend('removeOwnRate')
  const takeOff = async (rate: OwnRate) => {
    const { currency, against, from } = rate
    await remove.mutateAsync({ params: { book: book.id, currency, against, from } })
    const undo = async () => {
      await set.mutateAsync({ params: { book: book.id }, body: rate })
    }
    toast({ text: `The rate of ${currency} from ${format.day(from)} is removed.`, undo })
  }
  return (
    <Card title="Own rates" className="span-8" hint="used instead of the published ones">
      <p className="quiet-text">
        For a currency without a published rate, or where you know the rate at which you were paid. It holds from its day on, until the next
        one of the same pair; every entry it touches is converted anew.
      </p>
      {rates.length > 0 && (
        <StackTable
          caption="Own rates"
          rows={rates}
          rowKey={({ currency, against, from }) => `${currency} ${against} ${from}`}
          columns={[
            { key: 'rate', heading: 'Rate', names: true, cell: ({ currency, against, rate }) => `1 ${currency} = ${rate} ${against}` },
            { key: 'from', heading: 'From', cell: ({ from }) => format.day(from) },
            {
              key: 'remove',
              heading: <span className="visually-hidden">Remove</span>,
              align: 'number',
              cell: (rate) => (
                <Button
                  tone="quiet"
                  className="small"
                  disabled={remove.isPending}
                  aria-label={`Remove the rate of ${rate.currency} from ${format.day(rate.from)}`}
                  onClick={() => void takeOff(rate).catch(() => {})}
                >
                  Remove
                </Button>
              ),
            },
          ]}
        />
      )}
      <Trouble error={remove.error} />
      <RateForm />
    </Card>
  )
}

function RateForm() {
  const book = useBook()
  const format = useFormat()
  const set = useSend('setOwnRate')
  const [form, setForm] = useState({
    currency: book.homeCurrency === 'USD' ? 'EUR' : 'USD',
    against: book.homeCurrency,
    from: book.today,
    rate: '',
  })
  const [asked, setAsked] = useState(false)
  const change = (next: Partial<typeof form>) => setForm({ ...form, ...next })
  const trouble = asked ? rateTrouble(form, book.locale) : {}
  const save = async () => {
    const rate = ownRateOf(form, book.locale)
    setAsked(true)
    if (!rate) return
    await set.mutateAsync({ params: { book: book.id }, body: rate })
    toast({ text: `1 ${rate.currency} is ${rate.rate} ${rate.against} from ${format.day(rate.from)} on.` })
    setForm({ ...form, rate: '' })
    setAsked(false)
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void save().catch(() => {})
  }
  return (
    <form className="stack rate-form" noValidate onSubmit={submit}>
      <div className="field-row">
        <CurrencyField
          label="One unit of"
          locale={book.locale}
          value={form.currency}
          error={trouble.pair}
          onChange={(currency) => change({ currency })}
        />
        <TextField label="is" inputMode="decimal" value={form.rate} error={trouble.rate} onChange={(rate) => change({ rate })} />
        <CurrencyField label="of" locale={book.locale} value={form.against} onChange={(against) => change({ against })} />
        <TextField label="from" type="date" value={form.from} error={trouble.from} onChange={(from) => change({ from })} />
      </div>
      <Trouble error={set.error} />
      <div className="actions">
        <Button type="submit" tone="quiet" disabled={set.isPending}>
          Add the rate
        </Button>
      </div>
    </form>
  )
}
