import { useQuery } from '@tanstack/react-query'
import type { Time } from '#contract/time.ts'
import type { CrowdingOut } from '#domain/crowding-out.ts'
import { How } from '#web/figures/how.tsx'
import { durationWords, kindWords } from '#web/hours/words.ts'
import { Card } from '#web/ui/card.tsx'
import { ChartFigure } from '#web/ui/chart-figure.tsx'
import { DataTable } from '#web/ui/data-table.tsx'
import type { Format } from '#web/ui/format.ts'
import { crowdingFigure } from './crowding-figure.ts'
import { crowdingOutInWorker } from './reckoning.ts'
import { crowdingSentence, hourCount, weekWords } from './words.ts'

interface CrowdingCardProps {
  time: Time
  format: Format
}

const TITLE = 'Do paid hours go together with fewer basic ones?'

/** Whether basic hours were fewer in weeks with more paid ones; silent where that cannot be told. */
export function CrowdingCard({ time, format }: CrowdingCardProps) {
  // The running week is not over.
  const weeks = time.weeks.slice(0, -1).filter(({ known }) => known)
  const asked = weeks.map(({ paid, basic }) => ({ paid, basic }))
  const { data: told, error } = useQuery({
    queryKey: ['crowding out', asked],
    queryFn: () => crowdingOutInWorker(asked),
    staleTime: Infinity,
  })
  if (error) throw error
  const sentence = told ? crowdingSentence(told, format) : 'Drawing weeks.'
  if (!told || told.say === 'few') {
    return (
      <Card className={told ? 'span-6' : 'span-6 is-drawing'} title={TITLE}>
        <p className="answer">{sentence}</p>
      </Card>
    )
  }
  return (
    <ChartFigure
      className="span-6"
      title={TITLE}
      summary={sentence}
      summaryHidden
      before={<p className="answer">{sentence}</p>}
      after={<How figure={() => crowdingFigure({ weeks, told }, format)} />}
      table={
        <DataTable
          caption="Paid and basic hours of each week"
          rows={weeks.toReversed()}
          rowKey={({ week }) => week}
          columns={[
            { key: 'week', heading: 'Week', names: true, cell: ({ week }) => weekWords(week, format) },
            { key: 'paid', heading: kindWords('paid'), align: 'number', cell: ({ paid }) => durationWords(paid, format) },
            { key: 'basic', heading: kindWords('basic'), align: 'number', cell: ({ basic }) => durationWords(basic, format) },
          ]}
        />
      }
    >
      <WeeksPicture weeks={weeks} told={told} says={sentence} format={format} />
    </ChartFigure>
  )
}

const PLOT = 180

/** Weeks as points, paid hours to the right and basic ones upwards, with the line where there is one. */
function WeeksPicture({ weeks, told, says, format }: { weeks: Time['weeks']; told: CrowdingOut; says: string; format: Format }) {
  const right = Math.max(60, ...weeks.map(({ paid }) => paid)) * 1.05
  const top = Math.max(60, ...weeks.map(({ basic }) => basic)) * 1.08
  const x = (paid: number) => `${(paid / right) * 100}%`
  const y = (basic: number) => `${100 - (basic / top) * 100}%`
  const line = told.say === 'slope' ? lineThrough(weeks, told.slope) : null
  return (
    <svg className="weeks-picture" width="100%" height={PLOT + 38} role="img" aria-label={says}>
      <svg x="30" y="4" width="calc(100% - 30px)" height={PLOT} className="inset-plot">
        <line className="zero-line" x1="0" x2="100%" y1="100%" y2="100%" />
        <line className="zero-line" x1="0" x2="0" y1="0" y2="100%" />
        {weeks.map(({ week, paid, basic }) => (
          <circle key={week} className="week-point" cx={x(paid)} cy={y(basic)} r="4.5" />
        ))}
        {line && <line className="floor-line" x1={x(line.from)} x2={x(line.to)} y1={y(line.at(line.from))} y2={y(line.at(line.to))} />}
        <text x="-6" y={y(Math.floor(top / 600) * 600)} dy="4" textAnchor="end">
          {hourCount(Math.floor(top / 600) * 600, format)}
        </text>
        <text x={x(Math.floor(right / 600) * 600)} y={PLOT + 17} textAnchor="middle">
          {hourCount(Math.floor(right / 600) * 600, format)}
        </text>
        <text x="0" y={PLOT + 17} textAnchor="middle">
          0
        </text>
        <text x="100%" y={PLOT + 33} textAnchor="end">
          paid hours in a week, basic hours upwards
        </text>
      </svg>
    </svg>
  )
}

/** The line of a slope through the middle of all points, over the paid hours that there were. */
function lineThrough(weeks: Time['weeks'], slope: number) {
  const middle = (values: number[]) => values.sort((a, b) => a - b)[values.length >> 1] ?? 0
  const paid = weeks.map((week) => week.paid)
  const base = middle(weeks.map((week) => week.basic - slope * week.paid))
  return { from: Math.min(...paid), to: Math.max(...paid), at: (x: number) => Math.max(0, base + slope * x) }
}
