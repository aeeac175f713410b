import type { Crowd } from '#contract/crowd.ts'
import { exponentOf } from '#domain/currency.ts'
import type { Minor } from '#domain/money.ts'
import { How } from '#web/figures/how.tsx'
import { Link } from '#web/shell/link.tsx'
import { to } from '#web/shell/path-builder.ts'
import { Card } from '#web/ui/card.tsx'
import type { Format } from '#web/ui/format.ts'
import { useNarrow } from '#web/ui/use-narrow.ts'
import { calendarFigure } from './calendar-figure.ts'
import { rhythmSentence, shadesOf } from './calendar.ts'
import { streamName } from './stops.ts'

/** Months on a phone. */
const NARROW = 6

/** When money comes: a row for each stream. The table is the picture. */
export function CalendarStrip({ crowd, format, tag }: { crowd: Crowd; format: Format; tag: string }) {
  const narrow = useNarrow()
  const months = narrow ? crowd.months.slice(-NARROW) : crowd.months
  if (crowd.streams.length === 0) return null
  return (
    <Card className="span-12 calendar" title="When does money come?" hint={tag}>
      <p className="answer">{rhythmSentence(crowd, format)}</p>
      <div key={String(narrow)} ref={showNewest} className="table-scroll" role="region" aria-label="Net by stream and month" tabIndex={0}>
        <table>
          <caption className="visually-hidden">Net by stream and month, shaded by the share of the stream’s own middle month</caption>
          <thead>
            <tr>
              <th scope="col">Stream</th>
              {months.map((month) => (
                <th key={month} scope="col" className="number">
                  <abbr title={format.month(month)}>{format.monthWord(month)}</abbr>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {crowd.streams.map((stream) => {
              const shades = shadesOf(stream.history).slice(-months.length)
              return (
                <tr key={stream.stream}>
                  <th scope="row">
                    <Link to={to.stream(stream.stream, { lens: crowd.lens })}>{streamName(stream)}</Link>
                  </th>
                  {stream.history.slice(-months.length).map((net, i) => (
                    <td key={months[i]} className={`number shade-${shades[i]}`}>
                      {net === 0 ? <span className="visually-hidden">nothing</span> : whole(net, crowd.currency, format)}
                    </td>
                  ))}
                </tr>
              )
            })}
          </tbody>
        </table>
      </div>
      <p className="hint">
        The darker a month, the more it is of the stream’s own middle month; a framed one brought nothing, or less.
        {narrow && ' A wider screen shows twelve.'}
      </p>
      <How figure={() => calendarFigure(crowd, format)} />
    </Card>
  )
}

/** The newest months are those that one asks for: where not all fit, the older ones are scrolled to. */
function showNewest(scroller: HTMLElement | null): void {
  scroller?.scrollTo({ left: scroller.scrollWidth })
}

/** Without cents, for a narrow cell; the stream's own page has them. */
function whole(net: Minor, currency: string, format: Format): string {
  const unit = 10 ** (exponentOf(currency) ?? 2)
  return Math.abs(net) < unit ? format.money(net) : format.money(Math.round(net / unit) * unit)
}
