import type { Format } from '#web/ui/format.ts'
import { useElementWidth } from '#web/ui/element-width.ts'
import { hueOf, ranksById } from '#web/ui/hues.ts'
import { HALF, type KeepRow } from './keep-words.ts'
import { layOutScatter, NARROW } from './scatter-layout.ts'

interface KeepScatterProps {
  rows: readonly KeepRow[]
  chosen: number | undefined
  /** What an hour of all ventures together brings: where the fields part. */
  middle: number | null
  onChoose: (venture: number) => void
  format: Format
}

const HEIGHT = 300
/** Room at both ends of the rates, as a share of what lies between them. */
const SIDE = 0.35

/** Four fields, a mark for each venture with its name beside it; a mark is a button that tells more. */
export function KeepScatter({ rows, chosen, middle, onChoose, format }: KeepScatterProps) {
  const [ref, width] = useElementWidth()
  const drawn = rows.flatMap((row) =>
    row.rate === null || row.dependable === null ? [] : [{ ...row, rate: row.rate, share: row.dependable }],
  )
  const { low, top } = spanOf([...drawn.map(({ rate }) => rate), ...(middle === null ? [] : [middle])])
  const ranks = ranksById(rows.map(({ venture }) => venture))
  // A phone has room for the names only.
  const narrow = width < NARROW
  const joyText = (joy: number | null) => (joy === null || narrow ? '' : ` · joy ${joy}`)
  const x = (rate: number) => (rate - low) / (top - low)
  const placed = drawn.map(({ venture, name, joy, rate, share, net }) => {
    return { key: venture, x: x(rate), y: share, size: net, label: `${name}${joyText(joy)}` }
  })
  const marks = new Map(layOutScatter(placed, { width, height: HEIGHT }).map((mark) => [mark.key, mark]))
  const across = middle === null ? 50 : x(middle) * 100
  const others = rows.filter(({ rate, dependable }) => rate === null || dependable === null)
  return (
    <div className="keep-picture">
      <p className="hint keep-axis">upwards: how much of a usual month can be counted on, from none to all</p>
      <div ref={ref} className="keep-plot" role="group" aria-label="Ventures by what an hour brings and how far they can be counted on">
        <svg width="100%" height={HEIGHT} aria-hidden="true">
          <line className="axis-line" x1={`${across}%`} x2={`${across}%`} y1="0" y2="100%" />
          <line className="axis-line" x1="0" x2="100%" y1={`${HALF * 100}%`} y2={`${HALF * 100}%`} />
          <text x="6" y="16">
            {narrow ? 'steady, less' : 'steady, less an hour'}
          </text>
          <text x="100%" dx="-6" y="16" textAnchor="end">
            {narrow ? 'steady, more' : 'steady, more an hour'}
          </text>
          <text x="6" y={HEIGHT - 8}>
            {narrow ? 'unsteady, less' : 'unsteady, less an hour'}
          </text>
          <text x="100%" dx="-6" y={HEIGHT - 8} textAnchor="end">
            {narrow ? 'unsteady, more' : 'unsteady, more an hour'}
          </text>
        </svg>
        {width > 0 &&
          drawn.map(({ venture, name, joy, rate, share }) => {
            const mark = marks.get(venture)
            if (!mark) return null
            const hue = hueOf(ranks.get(venture) ?? -1)
            const half = mark.width / 2
            return (
              <button
                key={venture}
                type="button"
                className={`keep-mark is-${mark.side}`}
                aria-pressed={venture === chosen}
                aria-label={`${name}${joyText(joy)}: ${format.money(rate)} an hour, ${format.percent(share)} can be counted on`}
                style={{
                  left: mark.left - half,
                  top: mark.top - half,
                  width: mark.width,
                  height: mark.width,
                  background: hue.fill,
                  borderColor: hue.edge,
                }}
                onClick={() => onChoose(venture)}
              >
                <span>
                  <bdi>{name}</bdi>
                  {joyText(joy)}
                </span>
              </button>
            )
          })}
      </div>
      <p className="hint keep-axis keep-right">
        to the right: what an hour brings, from {format.money(low)} to {format.money(top)}
      </p>
      {others.length > 0 && (
        <p className="actions hint">
          Not in the picture, for want of hours or months:
          {others.map(({ venture, name }) => (
            <button key={venture} type="button" className="link-button" aria-pressed={venture === chosen} onClick={() => onChoose(venture)}>
              {name}
            </button>
          ))}
        </p>
      )}
    </div>
  )
}

/** From a little less than the least to a little more than the most, so that the fields are told apart. */
function spanOf(rates: readonly number[]): { low: number; top: number } {
  const [least, most] = [Math.min(...rates), Math.max(...rates)]
  const room = Math.max((most - least) * SIDE, Math.abs(most) * 0.05, 1)
  return { low: Math.round(least - room), top: Math.round(most + room) }
}
