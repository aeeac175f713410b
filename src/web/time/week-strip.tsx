import { useId } from 'react'
import type { Time } from '#contract/time.ts'
import { minutesIn } from '#domain/check-in.ts'
import { monthOf } from '#domain/month.ts'
import { How } from '#web/figures/how.tsx'
import { durationWords, kindWords } from '#web/hours/words.ts'
import { Link } from '#web/shell/link.tsx'
import { to } from '#web/shell/path-builder.ts'
import { Card } from '#web/ui/card.tsx'
import { ChartFigure } from '#web/ui/chart-figure.tsx'
import { DataTable } from '#web/ui/data-table.tsx'
import type { Format } from '#web/ui/format.ts'
import { FloorForm } from './plan-forms.tsx'
import { floorPath, layOutStrip } from './strip-layout.ts'
import { weekFigure } from './week-figure.ts'
import { careSentence, floorSentence, weekWords } from './words.ts'

interface WeekStripProps {
  time: Time
  format: Format
}

const TITLE = 'Is basic work eaten?'

/** Basic work of each week above the line, all other work below it, and the floor that was drawn for it. */
export function WeekStrip({ time, format }: WeekStripProps) {
  const sentence = floorSentence(time, format)
  if (time.weeks.every(({ known }) => !known)) {
    return (
      <Card className="span-12" title={TITLE}>
        <p className="answer">Nothing is known of any of the last 26 weeks. {sentence}</p>
        <FloorForm plan={time.plan} />
      </Card>
    )
  }
  return (
    <ChartFigure
      className="span-12 week-strip"
      title={TITLE}
      tools={<span className="hint">26 weeks and the running one, so far</span>}
      summary={sentence}
      summaryHidden
      before={
        <>
          <p className="answer">
            {sentence} {careSentence(time, format)}
          </p>
          <StripLegend />
        </>
      }
      after={
        <>
          <FloorForm plan={time.plan} />
          <How figure={() => weekFigure(time, format)} />
        </>
      }
      table={<WeeksTable time={time} format={format} />}
    >
      <StripPicture time={time} says={sentence} format={format} />
    </ChartFigure>
  )
}

function StripLegend() {
  return (
    <ul className="legend">
      {(['basic', 'paid', 'care'] as const).map((kind) => (
        <li key={kind}>
          <svg width="10" height="10" viewBox="0 0 10 10" aria-hidden="true">
            <rect className={`${kind}-hours`} x="0.5" y="0.5" width="9" height="9" rx="2" />
          </svg>
          {kindWords(kind)}
        </li>
      ))}
      <li>
        <svg width="16" height="10" viewBox="0 0 16 10" aria-hidden="true">
          <path className="floor-line" d="M0 5H16" />
        </svg>
        Floor of basic work
      </li>
    </ul>
  )
}

/** Height of the plot in CSS pixels. */
const PLOT = 210
/** Fewer months than weeks have a name below. */
const NAMED_EVERY = 4

function StripPicture({ time: { weeks, plan }, says, format }: WeekStripProps & { says: string }) {
  const hatch = useId()
  const strip = layOutStrip(weeks, plan.floor)
  const { bars, zero, place, marks } = strip
  const running = bars.at(-1)
  return (
    <svg className="strip-picture" width="100%" height={PLOT + 24} role="img" aria-label={says}>
      <defs>
        <pattern id={hatch} width="6" height="6" patternTransform="rotate(45)" patternUnits="userSpaceOnUse">
          <rect className="hatch" width="2.4" height="6" />
        </pattern>
      </defs>
      <svg x="28" y="0" width="calc(100% - 28px)" height={PLOT} className="inset-plot">
        {marks.map(({ hours, y }) => (
          <g key={hours}>
            <line className="axis-line" x1="0" x2="100%" y1={`${y}%`} y2={`${y}%`} />
            <text x="-6" y={`${y}%`} dy="4" textAnchor="end">
              {format.count(Math.abs(hours))}
            </text>
          </g>
        ))}
        {bars.map(({ week, known, x, width, basic, paid, care }) =>
          known ? (
            <g key={week}>
              {[basic, paid, care].map(({ top, height }, i) => (
                <rect
                  key={i}
                  className={['basic-hours', 'paid-hours', 'care-hours'][i]}
                  x={`${x}%`}
                  y={`${top}%`}
                  width={`${width}%`}
                  height={`${height}%`}
                />
              ))}
              {week === running?.week && (
                <rect
                  x={`${x}%`}
                  y={`${basic.top}%`}
                  width={`${width}%`}
                  height={`${basic.height + paid.height}%`}
                  fill={`url(#${hatch})`}
                />
              )}
            </g>
          ) : (
            <line key={week} className="unknown-week" x1={`${x}%`} x2={`${x + width}%`} y1={`${zero}%`} y2={`${zero}%`} />
          ),
        )}
        <line className="zero-line" x1="0" x2="100%" y1={`${zero}%`} y2={`${zero}%`} />
        <svg width="100%" height="100%" viewBox="0 0 100 100" preserveAspectRatio="none">
          <path className="floor-halo" d={floorPath(strip)} />
          <path className="floor-line" d={floorPath(strip)} />
        </svg>
        {bars.map(({ week, place: from }, i) =>
          i % NAMED_EVERY === 0 ? (
            <text key={week} x={`${from + place / 2}%`} y={PLOT + 18} textAnchor="middle">
              {format.monthWord(monthOf(week))}
            </text>
          ) : null,
        )}
      </svg>
    </svg>
  )
}

function WeeksTable({ time: { weeks, plan }, format }: WeekStripProps) {
  type Week = Time['weeks'][number]
  const time = (minutes: (week: Week) => number) => (week: Week) => (week.known ? durationWords(minutes(week), format) : '')
  return (
    <DataTable
      caption="Weeks, the newest first"
      rows={weeks.toReversed()}
      rowKey={({ week }) => week}
      columns={[
        {
          key: 'week',
          heading: 'Week',
          names: true,
          cell: ({ week }) => (
            <Link to={to.time({ week })} replace>
              {weekWords(week, format)}
            </Link>
          ),
        },
        { key: 'basic', heading: kindWords('basic'), align: 'number', cell: time(({ basic }) => basic) },
        { key: 'paid', heading: kindWords('paid'), align: 'number', cell: time(({ paid }) => paid) },
        { key: 'care', heading: kindWords('care'), align: 'number', cell: time(({ care }) => care) },
        {
          key: 'share',
          heading: `Basic, floor ${format.percent(plan.floor / 100)}`,
          align: 'number',
          cell: (week) => (week.known && minutesIn(week) > 0 ? format.percent(week.basic / minutesIn(week)) : ''),
        },
        {
          key: 'from',
          heading: 'From',
          cell: ({ known, said, outvoted }) =>
            said
              ? outvoted > 0
                ? `you; imported ${durationWords(outvoted, format)} not counted`
                : 'you'
              : known
                ? 'imported'
                : 'not known',
        },
      ]}
    />
  )
}
