import type { Outlook } from '#contract/outlook.ts'
import type { Plans } from '#contract/plan.ts'
import type { OutlookAnswer } from '#domain/outlook.ts'
import { targetOf } from '#domain/target.ts'
import { How } from '#web/figures/how.tsx'
import { useFormat } from '#web/shell/book.ts'
import { Link } from '#web/shell/link.tsx'
import { to } from '#web/shell/path-builder.ts'
import { Card } from '#web/ui/card.tsx'
import { ChartFigure } from '#web/ui/chart-figure.tsx'
import { DataTable } from '#web/ui/data-table.tsx'
import type { Format } from '#web/ui/format.ts'
import { bufferFigure } from './buffer-figure.ts'
import { BufferForm } from './buffer-form.tsx'
import { bufferBar, GOAL, daysSentence, goalSentence, lastsSentence, type BufferFacts } from './buffer-words.ts'
import { nextMonth } from './count-on-words.ts'
import { TakeDays } from './take-days.tsx'
import type { Imagining } from './use-imagined.ts'

interface BufferCardProps {
  years: OutlookAnswer
  outlook: Outlook
  plans: Plans
  imagining: Imagining
}

const TITLE = 'How long does your buffer last?'

/** What is kept for poorer months: for how long it lasts, what it is held against, and the days off that it pays for. */
export function BufferCard({ years, outlook, plans, imagining }: BufferCardProps) {
  const format = useFormat()
  const enough = targetOf(outlook.targets, nextMonth(outlook))?.enough
  const { buffer } = plans
  if (!buffer || !enough) {
    return (
      <Card className="span-12" title={TITLE}>
        <p className="answer">
          {enough ? (
            'Say what you keep for poorer months, and this tells how long it lasts and how many days off it pays for.'
          ) : (
            <>
              This is told against what a month needs: <Link to={to.target()}>say what is enough for you</Link>.
            </>
          )}
        </p>
        <BufferForm key={JSON.stringify(buffer)} buffer={buffer} today={outlook.today} />
      </Card>
    )
  }
  const facts: BufferFacts = { buffer, enough, dependable: years.real?.ahead[0]?.low ?? null, goal: years.real?.goal ?? null }
  return (
    <ChartFigure
      className="span-12"
      title={TITLE}
      tools={
        <span className="hint">{`${format.money(buffer.amount)} on ${format.day(buffer.day)}, in an account; what comes: dependable, net, before income tax, in every lens`}</span>
      }
      summary="The bar is what is kept, its stronger part what must stay. The marks are six weeks, three and six months of enough, and your own goal."
      before={
        <>
          <p className="answer">{lastsSentence(facts, format)}</p>
          <p>{[goalSentence(facts, format), daysSentence(facts, format)].filter(Boolean).join(' ')}</p>
        </>
      }
      after={
        <>
          <TakeDays facts={facts} outlook={outlook} plans={{ ...plans, buffer }} years={years} imagining={imagining} />
          <BufferForm key={JSON.stringify(buffer)} buffer={buffer} today={outlook.today} />
          <How figure={() => bufferFigure({ facts, outlook, day: buffer.day }, format)} />
        </>
      }
      table={<MarksTable facts={facts} format={format} />}
    >
      <BufferPicture facts={facts} format={format} />
    </ChartFigure>
  )
}

function BufferPicture({ facts, format }: { facts: BufferFacts; format: Format }) {
  const { filled, least, marks } = bufferBar(facts)
  return (
    <svg
      className="buffer-bar"
      width="100%"
      height="74"
      role="img"
      aria-label={`${format.money(facts.buffer.amount)} kept. ${marks.map(({ label, amount }) => `${label}: ${format.money(amount)}`).join(', ')}.`}
    >
      <rect className="buffer-track" x="0" y="26" width="100%" height="22" />
      <rect className="buffer-kept" x="0" y="26" width={`${filled}%`} height="22" />
      <rect className="buffer-least" x="0" y="26" width={`${least}%`} height="22" />
      {marks.map(({ label, x, named }) => (
        <g key={label} className={label === GOAL ? 'is-goal' : undefined}>
          <line className="buffer-mark" x1={`${x}%`} x2={`${x}%`} y1="22" y2="52" />
          {named && (
            <text x={`${x}%`} y={label === GOAL ? 16 : 68} textAnchor={x > 88 ? 'end' : x < 12 ? 'start' : 'middle'}>
              {label}
            </text>
          )}
        </g>
      ))}
    </svg>
  )
}

function MarksTable({ facts, format }: { facts: BufferFacts; format: Format }) {
  const { buffer } = facts
  const rows = [{ label: 'Kept', amount: buffer.amount }, { label: 'Must stay', amount: buffer.least }, ...bufferBar(facts).marks]
  return (
    <DataTable
      caption="The buffer and what it is held against"
      columns={[
        { key: 'label', heading: 'What', names: true, cell: (row: (typeof rows)[number]) => row.label },
        { key: 'amount', heading: 'Amount', align: 'number', cell: (row) => format.exact(row.amount) },
        {
          key: 'gap',
          heading: 'To go',
          align: 'number',
          cell: (row) => (row.amount > buffer.amount ? format.exact(row.amount - buffer.amount) : ''),
        },
      ]}
      rows={rows}
      rowKey={(row) => row.label}
    />
  )
}
