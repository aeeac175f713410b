import type { Crowd } from '#contract/crowd.ts'
import { How } from '#web/figures/how.tsx'
import { Card } from '#web/ui/card.tsx'
import { ChartFigure } from '#web/ui/chart-figure.tsx'
import { DataTable } from '#web/ui/data-table.tsx'
import type { Format } from '#web/ui/format.ts'
import { numberWord } from '#web/ui/number-words.ts'
import { whoStaysFigure } from './who-stays-figure.ts'
import { STAYS } from './words.ts'

/** How many of those who began are still there after so many months. */
export function WhoStays({ crowd, format }: { crowd: Crowd; format: Format }) {
  const { survival } = crowd
  const drawn = survival.observed.length > 0
  const last = survival.steps.at(-1)
  const told = last
    ? `${format.percent(last.left)} stay longer than ${format.count(last.month)} months (${format.percent(last.low)} to ${format.percent(last.high)}, 8 in 10).`
    : 'Nobody has left.'
  const sentence = drawn
    ? `Of ${format.count(survival.patrons)} patrons who began in the last two years: ${told}`
    : `Who stays can be told from ${format.count(STAYS)} patrons on who began in the last two years; ${survival.patrons === 0 ? 'none' : numberWord(survival.patrons)} did.`
  if (!drawn) {
    return (
      <Card className="span-6" title="Who stays" hint="from the month one began">
        <p className="answer">{sentence}</p>
      </Card>
    )
  }
  return (
    <ChartFigure
      className="span-6"
      title="Who stays"
      tools={<span className="hint">from the month one began</span>}
      summary={sentence}
      summaryHidden
      before={<p className="answer">{sentence}</p>}
      after={<How figure={() => whoStaysFigure(crowd, format)} />}
      table={
        <DataTable
          caption="Share still there"
          rows={survival.steps}
          rowKey={({ month }) => month}
          columns={[
            { key: 'month', heading: 'After months', names: true, cell: ({ month }) => format.count(month) },
            { key: 'left', heading: 'Still there', align: 'number', cell: ({ left }) => format.percent(left) },
            { key: 'low', heading: '1 in 10 is less', align: 'number', cell: ({ low }) => format.percent(low) },
            { key: 'high', heading: '1 in 10 is more', align: 'number', cell: ({ high }) => format.percent(high) },
            { key: 'risk', heading: 'Observed', align: 'number', cell: ({ atRisk }) => format.count(atRisk) },
          ]}
        />
      }
    >
      <Steps survival={survival} says={sentence} format={format} />
    </ChartFigure>
  )
}

/** The steps, with the number observed below them; the axis is words beside the picture, so that it can be stretched. */
function Steps({ survival, says, format }: { survival: Crowd['survival']; says: string; format: Format }) {
  const { steps, until, observed } = survival
  const x = (month: number) => (until === 0 ? 0 : (month / until) * 100)
  const y = (share: number) => 100 - share * 100
  const path = steps.map(({ month, left }) => `H${x(month)}V${y(left)}`).join('')
  const upper = steps.map(({ month, high }) => `H${x(month)}V${y(high)}`).join('')
  // The band's lower edge is walked back from the end.
  const lower = steps
    .toReversed()
    .map(({ month, low }) => `V${y(low)}H${x(month)}`)
    .join('')
  return (
    <div className="steps-picture" role="img" aria-label={says}>
      <span className="steps-share">{format.percent(1)}</span>
      <svg viewBox="0 0 100 100" preserveAspectRatio="none">
        {[0, 50, 100].map((line) => (
          <path key={line} className="steps-grid" d={`M0 ${line}H100`} />
        ))}
        <path className="steps-band" d={`M0 0${upper}H100${lower}V0Z`} />
        <path className="steps-line" d={`M0 0${path}H100`} />
      </svg>
      <span className="steps-share">{format.percent(0)}</span>
      <div className="steps-axis">
        {observed.map(({ month, atRisk }) => (
          <span key={month} style={{ insetInlineStart: `${x(month)}%` }}>
            <b>{month === 0 ? 'start' : format.count(month)}</b>
            {format.count(atRisk)}
          </span>
        ))}
      </div>
      <p className="hint">Months since one began, and below them how many were observed so long.</p>
    </div>
  )
}
