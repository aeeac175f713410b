import type { Crowd } from '#contract/crowd.ts'
import { How } from '#web/figures/how.tsx'
import { Card } from '#web/ui/card.tsx'
import { ChartFigure } from '#web/ui/chart-figure.tsx'
import { DataTable } from '#web/ui/data-table.tsx'
import type { Format } from '#web/ui/format.ts'
import { hueOf, OTHER, ranksById } from '#web/ui/hues.ts'
import { numberWord } from '#web/ui/number-words.ts'
import { Spark } from '#web/ui/spark.tsx'
import { steadierFigure } from './steadier-figure.ts'
import { marginalSentence, steadySentence } from './words.ts'

type Steadiness = NonNullable<Crowd['steadiness']>

/** So many jagged lines stand above the calm one. */
const LINES = 6

const TITLE = 'Together they are steadier'
const OF = 'cash, net, in every lens; by venture'

/** Many small ventures swing; their sum swings less. */
export function Steadier({ crowd: { steadiness }, format }: { crowd: Crowd; format: Format }) {
  if (steadiness === null) {
    return (
      <Card className="span-12" title={TITLE} hint={OF}>
        <p className="answer">How ventures steady each other takes two of them, and six full months.</p>
      </Card>
    )
  }
  const sentence = steadySentence(steadiness, format)
  return (
    <ChartFigure
      className="span-12"
      title={TITLE}
      tools={<span className="hint">{OF}</span>}
      summary={sentence}
      summaryHidden
      before={
        <p className="answer">
          {sentence} {marginalSentence(steadiness, format)}
        </p>
      }
      after={<How figure={() => steadierFigure(steadiness, format)} />}
      table={<SwingTable steadiness={steadiness} format={format} />}
    >
      <Lines steadiness={steadiness} says={sentence} format={format} />
    </ChartFigure>
  )
}

function Lines({ steadiness, says, format }: { steadiness: Steadiness; says: string; format: Format }) {
  const { ventures, total, swing } = steadiness
  const ranks = ranksById(ventures.map(({ venture }) => venture))
  const words = (value: number | null) => (value === null ? '' : `swings by ${format.percent(value)}`)
  return (
    <div className="steady-picture" role="img" aria-label={says}>
      <ul>
        {ventures.slice(0, LINES).map((venture) => (
          <li key={venture.venture}>
            <span>
              <bdi>{venture.name}</bdi> <span className="hint">{words(venture.swing)}</span>
            </span>
            <Spark values={venture.net} hue={hueOf(ranks.get(venture.venture) ?? -1)} />
          </li>
        ))}
      </ul>
      <div className="steady-total">
        <span>
          <strong>Together</strong> <span className="hint">{words(swing)}</span>
        </span>
        <Spark values={total} hue={OTHER} />
      </div>
      <p className="hint">
        Each line on a scale of its own.
        {ventures.length > LINES && ` The ${numberWord(LINES)} largest of ${format.count(ventures.length)} ventures; the table has all.`}
      </p>
    </div>
  )
}

function SwingTable({ steadiness: { ventures, swing, damping, total, months }, format }: { steadiness: Steadiness; format: Format }) {
  const share = (value: number | null) => (value === null ? 'unknown' : format.percent(value))
  const mean = (net: readonly number[]) => format.money(Math.round(net.reduce((sum, one) => sum + one, 0) / months.length))
  const rows = [
    ...ventures.map((venture) => ({ ...venture, key: String(venture.venture) })),
    { key: 'total', name: 'Together', net: total, swing, without: null, dampingWithout: null },
  ]
  return (
    <DataTable
      caption="How ventures swing alone, and how the total swings and is damped with and without each"
      rows={rows}
      rowKey={({ key }) => key}
      columns={[
        { key: 'name', heading: 'Venture', names: true, cell: ({ name }) => <bdi>{name}</bdi> },
        { key: 'mean', heading: 'Mean month', align: 'number', cell: ({ net }) => mean(net) },
        { key: 'swing', heading: 'Swings by', align: 'number', cell: (row) => share(row.swing) },
        {
          key: 'without',
          heading: 'Total without it',
          align: 'number',
          cell: ({ key, without }) => (key === 'total' ? '' : share(without)),
        },
        { key: 'with', heading: 'Damped by', align: 'number', cell: ({ key }) => (key === 'total' ? share(damping) : '') },
        {
          key: 'damped',
          heading: 'Damped without it',
          align: 'number',
          cell: ({ key, dampingWithout }) => (key === 'total' ? '' : share(dampingWithout)),
        },
      ]}
    />
  )
}
