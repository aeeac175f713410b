import type { Outlook } from '#contract/outlook.ts'
import { BAND_MONTHS } from '#domain/forecast.ts'
import type { Minor } from '#domain/money.ts'
import type { Target } from '#domain/target.ts'
import type { TargetPlan } from '#domain/target-plan.ts'
import { useQuery } from '@tanstack/react-query'
import { q } from '#web/api/client.ts'
import { How } from '#web/figures/how.tsx'
import { nextMonth } from '#web/outlook/count-on-words.ts'
import { useBook, useFormat } from '#web/shell/book.ts'
import { Card } from '#web/ui/card.tsx'
import { ChartFigure } from '#web/ui/chart-figure.tsx'
import { DataTable } from '#web/ui/data-table.tsx'
import type { Format } from '#web/ui/format.ts'
import { hueOf, HUES, ranksById, type Hue } from '#web/ui/hues.ts'
import { ladderRows, ladderSummary, payersText, rungText, type LadderRow } from './ladder.ts'
import { ladderFigure } from './ladder-figure.ts'
import { useForetold } from './use-foretold.ts'

const TITLE = 'Which needs are paid, and by whom?'

interface LadderCardProps {
  target: Target
  plan: TargetPlan | undefined
}

/** The needs from the most urgent down, each filled from the streams, the most dependable first. */
export function LadderCard({ target, plan }: LadderCardProps) {
  const book = useBook()
  const format = useFormat()
  const foretold = useForetold()
  const { data: all = [] } = useQuery(q('streams', { book: book.id }))
  if (plan?.kind !== 'needs') {
    return (
      <Card title={TITLE} className="span-6">
        <p>Work your target out from what you need, line by line, and this says which line is carried by which stream.</p>
      </Card>
    )
  }
  if (!foretold)
    return (
      <Card title={TITLE} className="span-12 target-waiting">
        {null}
      </Card>
    )
  const { outlook, told } = foretold
  if (told.say !== 'band') {
    return (
      <Card title={TITLE} className="span-12">
        <p>
          Too early to say: it takes {BAND_MONTHS} full months to know what can be counted on, and there {told.months === 1 ? 'is' : 'are'}{' '}
          {told.months === 0 ? 'none' : format.count(told.months)} yet.
        </p>
      </Card>
    )
  }
  const facts = { needs: plan.needs, target, streams: outlook.streams, next: told.next, today: outlook.today }
  const rows = ladderRows(facts)
  const ranks = ranksById(all.map(({ id }) => id))
  const hues = outlook.streams.map(({ stream }) => hueOf(ranks.get(stream) ?? HUES))
  return (
    <ChartFigure
      className="span-12 ladder"
      title={TITLE}
      summary={`Full: can be counted on; pale: in a usual month; empty: open. ${format.month(nextMonth(outlook))}, dependable, net, after the tax and months off of your target.`}
      before={<p className="ladder-answer">{ladderSummary(rows)}</p>}
      after={<How figure={() => ladderFigure(facts, format)} />}
      table={<LadderTable rows={rows} streams={outlook.streams} format={format} />}
    >
      <ol className="rungs">
        {rows.map((row, at) => (
          // Two needs may say the same.
          <li key={at}>
            <p>
              <bdi className="rung-name">{row.text}</bdi> <span className="number">{format.money(row.amount)}</span>
            </p>
            <RungBar row={row} hues={hues} />
            <p className="hint">{rungText(row, outlook.streams, format)}</p>
          </li>
        ))}
      </ol>
    </ChartFigure>
  )
}

/** What pays one need, part by part: full where it can be counted on, pale in a usual month, empty where it is open. */
function RungBar({ row, hues }: { row: LadderRow; hues: readonly Hue[] }) {
  const ends = row.paid.map((_, i) => row.paid.slice(0, i + 1).reduce((sum, { amount }) => sum + amount, 0))
  const share = (amount: Minor) => `${(amount / row.amount) * 100}%`
  return (
    <svg className="rung" width="100%" height="14" aria-hidden="true">
      <rect className="rung-open" x="0.5" y="0.5" width="100%" height="13" rx="2" />
      {row.paid.map(({ by, amount, firm }, i) => {
        const hue = hues[by]
        const from = (ends[i] ?? 0) - amount
        return (
          <rect
            key={i}
            x={share(from)}
            y="0"
            width={share(amount)}
            height="14"
            fill={hue?.fill}
            stroke={hue?.edge}
            opacity={firm ? 1 : 0.4}
          />
        )
      })}
    </svg>
  )
}

interface LadderTableProps {
  rows: readonly LadderRow[]
  streams: Outlook['streams']
  format: Format
}

const STATES = { firm: 'firm', usual: 'usual', open: 'open' }

function LadderTable({ rows, streams, format }: LadderTableProps) {
  const numbered = rows.map((row, at) => ({ row, at }))
  const firm = ({ paid }: LadderRow) => paid.reduce((sum, part) => (part.firm ? sum + part.amount : sum), 0)
  return (
    <DataTable
      caption="Needs and who pays them"
      columns={[
        { key: 'text', heading: 'Need', names: true, cell: ({ row }: (typeof numbered)[number]) => row.text },
        { key: 'amount', heading: 'A month', align: 'number', cell: ({ row }) => format.exact(row.amount) },
        { key: 'state', heading: 'State', cell: ({ row }) => STATES[row.state] },
        { key: 'firm', heading: 'Firm', align: 'number', cell: ({ row }) => format.exact(firm(row)) },
        { key: 'usual', heading: 'Usual', align: 'number', cell: ({ row }) => format.exact(row.amount - row.open - firm(row)) },
        { key: 'open', heading: 'Open', align: 'number', cell: ({ row }) => format.exact(row.open) },
        { key: 'by', heading: 'Paid by', cell: ({ row }) => payersText(row, streams, format) },
      ]}
      rows={numbered}
      rowKey={({ at }) => at}
    />
  )
}
