import type { MonthPage } from '#contract/income.ts'
import { Link } from '#web/shell/link.tsx'
import { to } from '#web/shell/path-builder.ts'
import type { Format } from '#web/ui/format.ts'

/** Says what is in no total because it has no rate, and what stands at a rate that will be corrected. */
export function MoneyNotes({ page, format }: { page: MonthPage; format: Format }) {
  const { unconverted, estimated, month } = page
  if (unconverted.length === 0 && !estimated) return null
  const amounts = unconverted.map(({ net, currency }) => format.exact(net, currency))
  return (
    <aside className="money-notes span-12" aria-label="About these figures">
      {unconverted.length > 0 && (
        <p>
          Not in the total, because there is no rate for it: {format.list(amounts)}.{' '}
          <Link to={to.ledger({ month, unconverted: true })}>Show these entries</Link>
        </p>
      )}
      {estimated && (
        <p>
          {format.count(estimated.entries)} {estimated.entries === 1 ? 'entry is' : 'entries are'} estimated at the rate of{' '}
          {format.day(estimated.rateDay)}, the last one known; this is corrected when the rate of the day arrives.
        </p>
      )}
    </aside>
  )
}
