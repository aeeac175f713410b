import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { IncomeByMonth } from '#contract/income.ts'
import type { Tax } from '#contract/tax.ts'
import { monthOf } from '#domain/month.ts'
import { taxRuleOf } from '#domain/set-aside.ts'
import { presetOf } from '#domain/tax-preset.ts'
import type { TargetPlan } from '#domain/target-plan.ts'
import { q } from '#web/api/client.ts'
import { useSend } from '#web/api/use-send.ts'
import { How } from '#web/figures/how.tsx'
import { useBook, useFormat } from '#web/shell/book.ts'
import { Button } from '#web/ui/button.tsx'
import { Card } from '#web/ui/card.tsx'
import { StackTable } from '#web/ui/stack-table.tsx'
import { toast } from '#web/ui/toast.tsx'
import { PresetSources } from './preset-fields.tsx'
import { PutAsideDialog } from './put-aside-dialog.tsx'
import { SHOWN_PERIODS, taxFigure } from './tax-figure.ts'
import { TaxForm } from './tax-form.tsx'
import { differsSentence, periodText, taxSentence } from './tax-words.ts'

const TITLE = 'How much of it is for tax?'

interface TaxCardProps {
  plan: TargetPlan | undefined
  /** Net by stream and month, in cash. */
  income: IncomeByMonth
}

/** What of the net is put aside for income tax, by quarter, with the days on which it is due. */
export function TaxCard({ plan, income }: TaxCardProps) {
  const book = useBook()
  const format = useFormat()
  const { data: tax, error } = useQuery(q('tax', { book: book.id }))
  const { data: streams } = useQuery(q('streams', { book: book.id }))
  if (error) throw error
  if (!tax || !streams)
    return (
      <Card title={TITLE} className="span-12 target-waiting">
        {null}
      </Card>
    )
  const rule = taxRuleOf(tax.rules, monthOf(book.today))
  const differs = differsSentence(plan, rule?.rate, format)
  return (
    <Card title={TITLE} className="span-12 tax-card" hint="cash, net, as it was paid">
      {tax.rules.length === 0 ? (
        <p>
          Say what share you put aside, and each quarter says how much of what came in is not yours, and by when it is due. The Month page
          then outlines it on top of its bars.
        </p>
      ) : (
        <>
          <p className="ladder-answer">{taxSentence(tax, format)}</p>
          {differs && <p className="hint">{differs}</p>}
          <Periods tax={tax} />
          <Rules tax={tax} />
          <How figure={() => taxFigure({ tax, income }, format)} />
        </>
      )}
      <details className="method">
        <summary>{rule ? 'Change share and days' : 'Put a share aside'}</summary>
        <TaxForm key={JSON.stringify(rule)} rule={rule} rules={tax.rules} streams={streams} planned={plan} />
      </details>
      {rule && <PresetSources preset={presetOf(rule.preset)} changed={rule.rate !== presetOf(rule.preset).model.tax} />}
    </Card>
  )
}

function Periods({ tax }: { tax: Tax }) {
  const format = useFormat()
  const [asked, setAsked] = useState<Tax['periods'][number] | null>(null)
  return (
    <>
      <StackTable
        caption="Tax by period"
        rows={tax.periods.slice(0, SHOWN_PERIODS)}
        rowKey={({ from }) => from}
        columns={[
          { key: 'period', heading: 'Months', names: true, cell: (period) => periodText(period, format) },
          { key: 'due', heading: 'Due', cell: ({ due }) => format.day(due) },
          { key: 'net', heading: 'Net', align: 'number', cell: ({ net }) => format.exact(net) },
          { key: 'aside', heading: 'For tax', align: 'number', cell: ({ aside }) => format.exact(aside) },
          {
            key: 'withheld',
            heading: 'Withheld',
            align: 'number',
            cell: ({ withheld }) => (withheld === 0 ? '' : format.exact(withheld)),
          },
          { key: 'put', heading: 'Put aside', align: 'number', cell: ({ put }) => (put === 0 ? '' : format.exact(put)) },
          { key: 'rest', heading: 'To put aside', align: 'number', cell: ({ rest }) => <strong>{format.exact(rest)}</strong> },
          {
            key: 'say',
            heading: <span className="visually-hidden">Put aside</span>,
            align: 'number',
            cell: (period) => (
              <Button
                tone="quiet"
                className="small"
                aria-label={`Say what is put aside of ${periodText(period, format)}`}
                onClick={() => setAsked(period)}
              >
                Put aside…
              </Button>
            ),
          },
        ]}
      />
      <PutAsideDialog period={asked} onClose={() => setAsked(null)} />
    </>
  )
}

/** Every share that was said, with the month that it holds from; each can be taken away, and put back. */
function Rules({ tax }: { tax: Tax }) {
  const book = useBook()
  const format = useFormat()
  const set = useSend('setTaxRule')
  const remove = useSend('removeTaxRule')
  const take = async ({ from, ...body }: Tax['rules'][number]) => {
    const params = { book: book.id, month: from }
    await remove.mutateAsync({ params })
    toast({ text: `The share from ${format.month(from)} on is removed.`, undo: async () => void (await set.mutateAsync({ params, body })) })
  }
  return (
    <ul className="tax-rules">
      {tax.rules.toReversed().map((rule) => (
        <li key={rule.from}>
          <span>
            From {format.month(rule.from)} on {format.share(rule.rate)}
            {rule.streams.length > 0 && `, ${format.count(rule.streams.length)} of the streams otherwise`}
          </span>
          <Button
            tone="quiet"
            className="small"
            aria-label={`Remove the share from ${format.month(rule.from)} on`}
            onClick={() => void take(rule).catch(() => {})}
          >
            Remove
          </Button>
        </li>
      ))}
    </ul>
  )
}
