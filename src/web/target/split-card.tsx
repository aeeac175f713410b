import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { IncomeByMonth } from '#contract/income.ts'
import { monthOf, monthRange } from '#domain/month.ts'
import { FIRST_SPLIT, splitNet, type Splitter } from '#domain/splitter.ts'
import { q } from '#web/api/client.ts'
import { useSend } from '#web/api/use-send.ts'
import { How } from '#web/figures/how.tsx'
import { useBook, useFormat } from '#web/shell/book.ts'
import { Button } from '#web/ui/button.tsx'
import { Card } from '#web/ui/card.tsx'
import { SelectField } from '#web/ui/select-field.tsx'
import { StackTable } from '#web/ui/stack-table.tsx'
import { toast } from '#web/ui/toast.tsx'
import { Trouble } from '#web/ui/trouble.tsx'
import { netOfMonth, splitFigure } from './split-figure.ts'
import { SplitForm } from './split-form.tsx'
import { splitSentence } from './split-words.ts'

const TITLE = 'Where does a month’s money go?'

/** A month's net in envelopes by fixed shares; nothing is split unasked. */
export function SplitCard({ income }: { income: IncomeByMonth }) {
  const book = useBook()
  const { data: said, error } = useQuery(q('splitter', { book: book.id }))
  const set = useSend('setSplitter')
  if (error) throw error
  const say = async (splitter: Splitter | null, words: string) => {
    const before = said?.splitter ?? null
    const put = async (next: Splitter | null) => void (await set.mutateAsync({ params: { book: book.id }, body: { splitter: next } }))
    await put(splitter)
    toast({ text: words, undo: () => put(before) })
  }
  if (!said?.splitter) {
    return (
      <Card title={TITLE} className="span-12">
        {said && (
          <>
            <p>
              Some split each month by fixed shares, as into envelopes: so much for tax, for costs, for themselves. It changes no figure
              elsewhere.
            </p>
            <Trouble error={set.error} />
            <div className="actions">
              <Button
                tone="quiet"
                disabled={set.isPending}
                onClick={() => void say(FIRST_SPLIT, 'Months are split by an example’s shares.').catch(() => {})}
              >
                Split months by shares
              </Button>
            </div>
          </>
        )}
      </Card>
    )
  }
  return <Split splitter={said.splitter} income={income} say={say} pending={set.isPending} error={set.error} />
}

interface SplitProps {
  splitter: Splitter
  income: IncomeByMonth
  say: (splitter: Splitter | null, words: string) => Promise<void>
  pending: boolean
  error: Error | null
}

function Split({ splitter, income, say, pending, error }: SplitProps) {
  const book = useBook()
  const format = useFormat()
  const running = monthOf(book.today)
  const [month, setMonth] = useState(running)
  const net = netOfMonth(income, month)
  const amounts = splitNet(net, splitter)
  const months = monthRange(income.firstMonth ?? running, running).toReversed()
  return (
    <Card title={TITLE} className="span-12" hint="cash, net, before income tax">
      <div className="split-month">
        <SelectField
          label="Month"
          value={month}
          choices={months.map((one) => ({ value: one, label: `${format.month(one)}${one === running ? ' (so far)' : ''}` }))}
          onChange={setMonth}
        />
      </div>
      <p className="ladder-answer">{splitSentence({ net, month, running, parts: splitter.parts, amounts }, format)}</p>
      {net > 0 && (
        <>
          <StackTable
            caption="The month by shares"
            rows={splitter.parts.map((part, i) => ({ ...part, i, amount: amounts[i] ?? 0 }))}
            rowKey={({ i }) => i}
            columns={[
              { key: 'name', heading: 'For', names: true, cell: ({ name }) => <bdi>{name}</bdi> },
              { key: 'share', heading: 'Share', align: 'number', cell: ({ share }) => format.share(share) },
              { key: 'amount', heading: 'Amount', align: 'number', cell: ({ amount }) => format.exact(amount) },
            ]}
          />
          <How figure={() => splitFigure({ month, income, splitter }, format)} />
        </>
      )}
      <details className="method">
        <summary>Change the shares</summary>
        <p className="hint">
          The first shares are an example for a business of one person, as “Profit First” tells it, second hand: profit 10, owner 50, tax
          15, costs 25. Nothing speaks for them but that somebody begins so.
        </p>
        <SplitForm
          key={JSON.stringify(splitter)}
          splitter={splitter}
          pending={pending}
          error={error}
          onSave={(next) => say(next, 'Months are split by the new shares.')}
          onStop={() => say(null, 'Months are split no more.')}
        />
      </details>
    </Card>
  )
}
