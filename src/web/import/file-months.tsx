import { useId, useState } from 'react'
import type { FileReport } from '#contract/import.ts'
import { useFormat } from '#web/shell/book.ts'
import { plural } from '#web/ui/number-words.ts'

/** How many months are shown at first. */
const SHOWN = 6

/** What a file itself tells of each month, by currency, the newest first: to be held against the platform's own statement. */
export function FileMonths({ months }: { months: FileReport['months'] }) {
  const format = useFormat()
  const heading = useId()
  const [all, setAll] = useState(false)
  const newest = months.toReversed()
  const shown = all ? newest : newest.slice(0, SHOWN)
  return (
    <div className="file-months">
      <p id={heading}>In this file, net</p>
      <ul aria-labelledby={heading}>
        {shown.map(({ month, currency, lines, net }) => (
          <li key={month + currency}>
            <span>{format.shortMonth(month)}</span> <span>{plural(lines, 'line', { written: format.count(lines) })}</span>{' '}
            <span className="number">{format.exact(net, currency)}</span>
          </li>
        ))}
      </ul>
      {!all && newest.length > SHOWN && (
        <button type="button" className="link-button" onClick={() => setAll(true)}>
          {`and ${format.count(newest.length - SHOWN)} more`}
        </button>
      )}
    </div>
  )
}
