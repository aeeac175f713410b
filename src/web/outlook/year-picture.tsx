import type { Year } from '#domain/outlook.ts'
import type { Format } from '#web/ui/format.ts'
import { capital } from '#web/ui/number-words.ts'
import { useNarrow } from '#web/ui/use-narrow.ts'
import { lowText } from './chance-words.ts'
import { layOutYears, type YearsLayout } from './years-layout.ts'

/** Height of the plot in CSS pixels. */
const PLOT = 220

interface YearPictureProps {
  real: Year
  changed: Year | null
  months: readonly string[]
  enough: readonly (number | null)[]
  showsPaths: boolean
  format: Format
}

/** Bars from low to high, the line of enough as it steps, and single paths where they are asked for. */
export function YearPicture({ real, changed, months, enough, showsPaths, format }: YearPictureProps) {
  const narrow = useNarrow()
  const layout = layOutYears({ real, changed, months, enough, paths: showsPaths ? (changed ?? real).singles : [], narrow })
  const [first, last] = [real.ahead[0], real.ahead.at(-1)]
  const label =
    first && last
      ? `${capital(lowText(first.low, format.month(months[0] ?? ''), format))}, and ${lowText(last.low, format.month(months.at(-1) ?? ''), format)}.`
      : ''
  const name = narrow ? format.narrowMonth : format.monthWord
  return (
    <svg className="year-picture" width="100%" height={PLOT + 40} role="img" aria-label={label}>
      <svg x="0" y="16" width="100%" height={PLOT} className="inset-plot">
        {layout.levels.map(({ amount, y, named }) => (
          <g key={amount}>
            <line className={amount === 0 ? 'nothing-line' : 'axis-line'} x1="0" x2="100%" y1={`${y}%`} y2={`${y}%`} />
            {named && (
              <text x="100%" y={`${y}%`} dy="-4" textAnchor="end">
                {format.money(amount, { style: 'compact' })}
              </text>
            )}
          </g>
        ))}
        {layout.bars.map(({ key, kind, x, width, top, height }) => (
          <rect
            key={key}
            className={kind === 'real' ? 'likely-band' : 'imagined-band'}
            x={`${x}%`}
            y={`${top}%`}
            width={`${width}%`}
            height={`${height}%`}
          />
        ))}
        <Lines layout={layout} />
        {layout.bars.map(({ key, x, width, middle }) => (
          <line key={key} className="middle-line" x1={`${x}%`} x2={`${x + width}%`} y1={`${middle}%`} y2={`${middle}%`} />
        ))}
        {layout.enoughText !== null && (
          <text className="enough-text" x="100%" y={`${layout.enoughText}%`} dy="-5" textAnchor="end">
            enough
          </text>
        )}
      </svg>
      {layout.names.map(({ month, x }) => (
        <text key={month} x={`${x}%`} y={PLOT + 34} textAnchor="middle">
          {name(month)}
        </text>
      ))}
    </svg>
  )
}

function Lines({ layout }: { layout: YearsLayout }) {
  return (
    <svg width="100%" height="100%" viewBox="0 0 100 100" preserveAspectRatio="none" className="inset-plot">
      {layout.enough !== '' && <path className="enough-line" d={layout.enough} />}
      {layout.paths.map((path) => (
        <path key={path} className="single-path" d={path} />
      ))}
    </svg>
  )
}
