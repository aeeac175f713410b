import { useState } from 'react'
import type { ImportReport } from '#contract/import.ts'
import { useFormat } from '#web/shell/book.ts'
import { Card } from '#web/ui/card.tsx'
import { VisuallyHidden } from '#web/ui/visually-hidden.tsx'
import { monthChanges, type MonthChange } from './month-changes.ts'

const SHOWN = 12

/** How much each month's net changes, as bars and figures. */
export function MonthsCard({ title, report }: { title: string; report: ImportReport }) {
  const [all, setAll] = useState(false)
  const changes = monthChanges(report.months)
  const shown = all ? changes : changes.slice(0, SHOWN)
  return (
    <Card title={title} hint="cash, net of each month">
      {changes.length === 0 ? (
        <p className="quiet-text">No month's total changes.</p>
      ) : (
        <table className="month-changes">
          <caption className="visually-hidden">{title}</caption>
          <thead className="visually-hidden">
            <tr>
              <th scope="col">Month</th>
              <th scope="col">Before and after</th>
              <th scope="col">Change</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((change) => (
              <Row key={change.month} change={change} />
            ))}
          </tbody>
        </table>
      )}
      {changes.length > SHOWN && !all && (
        <button type="button" className="link-button" onClick={() => setAll(true)}>
          {`and ${changes.length - SHOWN} earlier months`}
        </button>
      )}
    </Card>
  )
}

function Row({ change: { month, before, after, change, kept, moved } }: { change: MonthChange }) {
  const format = useFormat()
  return (
    <tr>
      <th scope="row">{format.shortMonth(month)}</th>
      <td>
        <VisuallyHidden>{`from ${format.money(before)} to ${format.money(after)}`}</VisuallyHidden>
        <span className="change-bar" aria-hidden="true" title={`${format.money(before)} → ${format.money(after)}`}>
          <i style={{ width: `${kept * 100}%` }} />
          <i className={change < 0 ? 'goes' : 'comes'} style={{ width: `${moved * 100}%` }} />
        </span>
      </td>
      <td className="number">{format.money(change, { signed: true })}</td>
    </tr>
  )
}
