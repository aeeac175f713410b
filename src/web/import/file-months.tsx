import { useState } from 'react'
import type { FileReport } from '#contract/import.ts'
import { useFormat } from '#web/shell/book.ts'
import { plural } from '#web/ui/number-words.ts'

/** How many months are shown at first. */
const SHOWN = 6

/** What a file itself tells of each month, by currency, the newest first: to be held against the platform's own statement. */
export function FileMonths({ fileName, months }: { fileName: string; months: FileReport['months'] }) {
  const format = useFormat()
  const [all, setAll] = useState(false)
  const newest = months.toReversed()
  const shown = all ? newest : newest.slice(0, SHOWN)
  return (
    <>
      <table className="file-months">
        <caption>
          In this file, net<span className="visually-hidden">{` by month, ${fileName}`}</span>
        </caption>
        <thead className="visually-hidden">
          <tr>
            <th scope="col">Month</th>
            <th scope="col">Lines</th>
            <th scope="col">Net</th>
          </tr>
        </thead>
        <tbody>
          {shown.map(({ month, currency, lines, net }) => (
            <tr key={month + currency}>
              <th scope="row">{format.shortMonth(month)}</th>
              <td className="number">{plural(lines, 'line', { written: format.count(lines) })}</td>
              <td className="number">{format.exact(net, currency)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {!all && newest.length > SHOWN && (
        <button type="button" className="link-button" onClick={() => setAll(true)}>
          {`and ${format.count(newest.length - SHOWN)} more`}
        </button>
      )}
    </>
  )
}
