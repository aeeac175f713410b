import { useQuery } from '@tanstack/react-query'
import { useId } from 'react'
import type { Outlook } from '#contract/outlook.ts'
import type { Plans } from '#contract/plan.ts'
import { addMonths, monthOf, monthRange } from '#domain/month.ts'
import type { OutlookAnswer, Year } from '#domain/outlook.ts'
import { q } from '#web/api/client.ts'
import { How } from '#web/figures/how.tsx'
import { useBook, useFormat } from '#web/shell/book.ts'
import { Card } from '#web/ui/card.tsx'
import { ChartFigure } from '#web/ui/chart-figure.tsx'
import { DataTable } from '#web/ui/data-table.tsx'
import type { Format } from '#web/ui/format.ts'
import { NO_BUFFER, spentBy } from './outlook-question.ts'
import { asideOf } from './pay-tax.ts'
import { PayPicture } from './pay-picture.tsx'
import { steadyPayFigure } from './steady-pay-figure.ts'
import { certaintyText, earlyPay, hasBuffer, payDetails, paySentence } from './steady-pay-words.ts'
import { CERTAINTY, type Imagining } from './use-imagined.ts'

interface SteadyPayCardProps {
  years: OutlookAnswer
  months: readonly string[]
  enough: readonly (number | null)[]
  outlook: Outlook
  plans: Plans
  imagining: Imagining
}

const TITLE = 'What can you pay yourself every month?'
/** Past months that are shown beside the flat line. */
const PAST = 12

/** One flat line of pay beside the saw-tooth that it is paid from. */
export function SteadyPayCard({ years, months, enough, outlook, plans, imagining }: SteadyPayCardProps) {
  const format = useFormat()
  const { certainty } = imagining
  const { data: tax } = useQuery(q('tax', { book: useBook().id }))
  // What is imagined is drawn where something is.
  const year = years.changed ?? years.real
  if (!year) {
    return (
      <Card className="span-12" title={TITLE}>
        <p className="answer">{earlyPay(outlook, format)}</p>
      </Card>
    )
  }
  const { amount: kept, least } = plans.buffer ?? NO_BUFFER
  const amount = kept - spentBy(outlook, imagining.changes)
  const facts = { outlook, year, months, certainty, buffer: { amount, least }, imagined: years.changed !== null }
  const past = pastMonths(outlook)
  const sentence = paySentence({ year, certainty }, format)
  const aside = tax ? asideOf(year.pay.pay, tax, outlook) : null
  const details = payDetails({ year, enough: enough[0] ?? null, months, buffer: plans.buffer, aside }, format)
  const left = hasBuffer(plans.buffer) ? 'what is left of the buffer' : 'what is left over'
  return (
    <ChartFigure
      className="span-12"
      title={TITLE}
      tools={
        <span className="hint">{`cash, net, in every lens${years.changed ? ', as imagined' : ''}: an account pays out what arrived`}</span>
      }
      summary={`The jagged line is what twelve months brought and how one drawn path goes on; the flat line is pay. Below it ${left}: 8 of 10 draws lie in the shade.`}
      before={
        <>
          <p className="answer">{sentence}</p>
          <p>{details.join(' ')}</p>
          <Certainty imagining={imagining} />
        </>
      }
      after={<How figure={() => steadyPayFigure(facts, format)} />}
      table={<PayTable year={year} months={months} format={format} />}
    >
      <PayPicture
        past={past}
        year={year}
        months={months}
        enough={enough[0] ?? null}
        buffer={amount}
        said={hasBuffer(plans.buffer)}
        format={format}
      />
    </ChartFigure>
  )
}

/** What the last full months brought together. */
function pastMonths({ first, streams, today }: Outlook): { month: string; net: number }[] {
  if (first === null) return []
  const all = monthRange(first, addMonths(monthOf(today), -1))
  return all.map((month, i) => ({ month, net: streams.reduce((sum, { net }) => sum + (net[i] ?? 0), 0) })).slice(-PAST)
}

function Certainty({ imagining: { certainty, setCertainty } }: { imagining: Imagining }) {
  const id = useId()
  return (
    <div className="certainty">
      <label htmlFor={id}>
        How sure: <strong>{certaintyText(certainty)}</strong>
      </label>
      <input
        id={id}
        type="range"
        min={CERTAINTY.least}
        max={CERTAINTY.most}
        value={certainty}
        aria-valuetext={certaintyText(certainty)}
        onChange={(event) => setCertainty(Number(event.target.value))}
      />
    </div>
  )
}

function PayTable({ year, months, format }: { year: Year; months: readonly string[]; format: Format }) {
  const rows = months.map((month, i) => ({ month, pay: year.pay.pay, left: year.pay.left[i], income: year.ahead[i] }))
  type Row = (typeof rows)[number]
  const amount = (value: number | undefined) => (value === undefined ? '' : format.exact(value))
  return (
    <DataTable
      caption="Pay, income and what is left by month"
      columns={[
        { key: 'month', heading: 'Month', cell: (row: Row) => format.month(row.month), names: true },
        { key: 'pay', heading: 'Pay', align: 'number', cell: (row) => amount(row.pay) },
        { key: 'income', heading: 'Income, middle', align: 'number', cell: (row) => amount(row.income?.middle) },
        { key: 'low', heading: 'Left, 1 in 10 is less', align: 'number', cell: (row) => amount(row.left?.low) },
        { key: 'middle', heading: 'Left, middle', align: 'number', cell: (row) => amount(row.left?.middle) },
        { key: 'high', heading: 'Left, 1 in 10 is more', align: 'number', cell: (row) => amount(row.left?.high) },
      ]}
      rows={rows}
      rowKey={(row) => row.month}
    />
  )
}
