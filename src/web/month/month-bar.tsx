import { addMonths } from '#domain/month.ts'
import { LENSES } from '#web/lens/lens.ts'
import { LensChoice } from '#web/lens/lens-choice.tsx'
import { useFormat } from '#web/shell/book.ts'
import { Link } from '#web/shell/link.tsx'
import { to } from '#web/shell/path-builder.ts'
import { useRouter } from '#web/shell/router-context.ts'
import { ChevronIcon } from '#web/ui/icon.tsx'
import { viewOf, type MonthChoice } from './queries.ts'

interface MonthBarProps {
  choice: MonthChoice
  first: string | null
  running: string
  tag: string | undefined
}

/** Which month, and through which lens. */
export function MonthBar({ choice, first, running, tag }: MonthBarProps) {
  const { params } = useRouter()
  const format = useFormat()
  const { month, lens, by, span } = choice
  const view = { lens, by, ...(span && { span }) }
  const before = addMonths(month, -1)
  const after = addMonths(month, 1)
  return (
    <div className="month-bar">
      <nav aria-label="Months">
        {first !== null && before >= first ? (
          <Link className="step" to={to.month(before, view)} aria-label={format.month(before)}>
            <ChevronIcon direction="left" />
          </Link>
        ) : (
          <span className="step">
            <ChevronIcon direction="left" />
          </span>
        )}
        <strong>{format.month(month)}</strong>
        {after <= running ? (
          <Link className="step" to={to.month(after === running ? undefined : after, view)} aria-label={format.month(after)}>
            <ChevronIcon direction="right" />
          </Link>
        ) : (
          <span className="step">
            <ChevronIcon direction="right" />
          </span>
        )}
      </nav>
      {tag && <span className="tag">{tag}</span>}
      <LensChoice lens={lens} of={LENSES} path={(next, search) => to.month(params['month'], { ...viewOf(search), lens: next })} />
    </div>
  )
}
