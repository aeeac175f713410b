import { useState, type FormEvent } from 'react'
import type { OwnRate } from '#contract/rate.ts'
import type { Stream } from '#contract/stream.ts'
import { q } from '#web/api/client.ts'
import { usePrefetched } from '#web/api/use-prefetched.ts'
import { useSend } from '#web/api/use-send.ts'
import { useBook, useFormat } from '#web/shell/book.ts'
import { Button } from '#web/ui/button.tsx'
import { Card } from '#web/ui/card.tsx'
import { CurrencyField } from '#web/ui/currency-field.tsx'
import { plural } from '#web/ui/number-words.ts'
import { StackTable } from '#web/ui/stack-table.tsx'
import { TextArea } from '#web/ui/text-area.tsx'
import { toast } from '#web/ui/toast.tsx'
import { Trouble } from '#web/ui/trouble.tsx'
import { readRateLines } from './rate-lines.ts'

/** A stream's own rates: of a platform that converts by itself before it pays. */
export function StreamRatesCard({ stream }: { stream: Stream }) {
  const book = useBook()
  const format = useFormat()
  const params = { book: book.id, stream: stream.id }
  const rates = usePrefetched(q('streamRates', params))
  const remove = useSend('removeStreamRate')
  const set = useSend('setStreamRates')
  const takeOff = async (rate: OwnRate) => {
    const { currency, against, from } = rate
    await remove.mutateAsync({ params: { ...params, currency, against, from } })
    const undo = async () => {
      await set.mutateAsync({ params, body: { rates: [rate] } })
    }
    toast({ text: `The rate of ${currency} from ${format.day(from)} is removed.`, undo })
  }
  return (
    <Card title="Rates of this stream" className="span-12" hint="used before the book’s own and the published ones">
      <p className="quiet-text">
        For a platform that converts by itself before it pays. Each holds from its day on, until the next one of the same pair.
      </p>
      {rates.length > 0 && (
        <StackTable
          caption="Rates of this stream"
          rows={rates}
          rowKey={({ currency, against, from }) => `${currency} ${against} ${from}`}
          columns={[
            {
              key: 'rate',
              heading: 'Rate',
              names: true,
              cell: ({ currency, against, rate }) => `1 ${currency} = ${format.decimal(rate)} ${against}`,
            },
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
      <RatesForm stream={stream} />
    </Card>
  )
}

function RatesForm({ stream }: { stream: Stream }) {
  const book = useBook()
  const format = useFormat()
  const set = useSend('setStreamRates')
  const [pair, setPair] = useState({ currency: book.homeCurrency === 'USD' ? 'EUR' : 'USD', against: book.homeCurrency })
  const [text, setText] = useState('')
  const [asked, setAsked] = useState(false)
  const read = readRateLines(text, pair, book.locale)
  const same = pair.currency === pair.against ? 'Choose two different currencies.' : undefined
  const save = async () => {
    setAsked(true)
    if (typeof read === 'string' || same !== undefined) return
    await set.mutateAsync({ params: { book: book.id, stream: stream.id }, body: { rates: read } })
    toast({ text: `${plural(read.length, 'rate', { written: format.count(read.length) })} of ${pair.currency} saved.` })
    setText('')
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
          value={pair.currency}
          error={asked && same}
          onChange={(currency) => setPair({ ...pair, currency })}
        />
        <CurrencyField label="in" locale={book.locale} value={pair.against} onChange={(against) => setPair({ ...pair, against })} />
      </div>
      <TextArea
        label="Days and rates"
        hint="One on each line, as in 2026-05-03 0.92; several can be pasted from a table."
        rows={3}
        value={text}
        error={asked && typeof read === 'string' && read}
        onChange={setText}
      />
      <Trouble error={set.error} />
      <div className="actions">
        <Button type="submit" tone="quiet" disabled={set.isPending}>
          Add
        </Button>
      </div>
    </form>
  )
}
