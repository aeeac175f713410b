import type { Day } from '#domain/month.ts'
import { useFormat } from '#web/shell/book.ts'
import { Link } from '#web/shell/link.tsx'
import { to } from '#web/shell/path-builder.ts'
import { ChevronIcon } from '#web/ui/icon.tsx'
import { weeksAround } from './week-asked.ts'
import { weekWords } from './words.ts'

/** Which week is asked for, the one before it and the one after. */
export function WeekNav({ week, today }: { week: Day; today: Day }) {
  const format = useFormat()
  const { before, after } = weeksAround(week, today)
  return (
    <nav className="week-nav" aria-label="Weeks">
      <Link className="step" replace to={to.time({ week: before })} aria-label={`Week of ${weekWords(before, format)}`}>
        <ChevronIcon direction="left" />
      </Link>
      <strong>{weekWords(week, format)}</strong>
      {after === null ? (
        <span className="step">
          <ChevronIcon direction="right" />
        </span>
      ) : (
        <Link className="step" replace to={to.time({ week: after })} aria-label={`Week of ${weekWords(after, format)}`}>
          <ChevronIcon direction="right" />
        </Link>
      )}
    </nav>
  )
}
