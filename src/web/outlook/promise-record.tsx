import type { Outlook } from '#contract/outlook.ts'
import { How } from '#web/figures/how.tsx'
import { Card } from '#web/ui/card.tsx'
import { ChartFigure } from '#web/ui/chart-figure.tsx'
import { DataTable } from '#web/ui/data-table.tsx'
import type { Format } from '#web/ui/format.ts'
import { recordFigure } from './record-figure.ts'
import { dotsOf, OUTCOMES, recordSentences, type Kept } from './record-words.ts'

interface RecordProps {
  outlook: Outlook
  format: Format
}

export const RECORD_TITLE = 'How past promises held'

/** Twelve dots: whether each month brought what had been promised of it at its beginning. */
export function PromiseRecord({ outlook, format }: RecordProps) {
  const dots = dotsOf(outlook)
  const sentences = recordSentences(outlook, format)
  if (dots.length === 0) {
    return (
      <Card className="promise-record" title={RECORD_TITLE}>
        <p className="hint">{sentences.join(' ')}</p>
      </Card>
    )
  }
  return (
    <ChartFigure
      className="promise-record"
      title={RECORD_TITLE}
      tools={<span className="hint">dependable, held against cash, net</span>}
      before={<p>{sentences.join(' ')}</p>}
      summary="A dot: inside the band. A triangle: more than it, or less. Each was frozen in its month, from the months before it alone."
      after={<How figure={() => recordFigure({ dots, outlook }, format)} />}
      table={<RecordTable dots={dots} format={format} />}
    >
      <svg className="promise-dots" width="100%" height="64" role="img" aria-label={sentences.join(' ')}>
        <line className="axis-line" x1="0" x2="100%" y1="22" y2="22" />
        {dots.map((kept, i) => (
          <svg key={kept.month} x={`${((i + 0.5) * 100) / dots.length}%`} y="22" className="inset-plot">
            <Mark outcome={kept.outcome} />
            <title>{keptText(kept, format)}</title>
            <text y="36" textAnchor="middle">
              {format.narrowMonth(kept.month)}
            </text>
          </svg>
        ))}
      </svg>
    </ChartFigure>
  )
}

function Mark({ outcome }: Pick<Kept, 'outcome'>) {
  if (outcome === 'inside') return <circle className="kept-mark" r="6" />
  return <path className="missed-mark" d={outcome === 'over' ? 'M-7 -5H7L0 -17Z' : 'M-7 5H7L0 17Z'} />
}

function keptText({ month, low, high, net, outcome }: Kept, format: Format): string {
  return `${format.month(month)}: promised ${format.money(low, { round: 'down' })} to ${format.money(high)}, brought ${format.money(net)}: ${OUTCOMES[outcome]}`
}

function RecordTable({ dots, format }: { dots: readonly Kept[]; format: Format }) {
  return (
    <DataTable
      caption="Promises and what the months brought"
      columns={[
        { key: 'month', heading: 'Month', cell: (kept: Kept) => format.month(kept.month), names: true },
        { key: 'low', heading: 'At least', align: 'number', cell: (kept) => format.exact(kept.low) },
        { key: 'high', heading: 'At most', align: 'number', cell: (kept) => format.exact(kept.high) },
        { key: 'net', heading: 'Brought', align: 'number', cell: (kept) => format.exact(kept.net) },
        { key: 'outcome', heading: 'Against the band', cell: (kept) => OUTCOMES[kept.outcome] },
        { key: 'made', heading: 'Promised on', cell: (kept) => format.day(kept.made) },
      ]}
      rows={dots}
      rowKey={(kept) => kept.month}
    />
  )
}
