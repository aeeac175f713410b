import type { Minor } from '#domain/money.ts'
import type { Month } from '#domain/month.ts'
import type { Format } from '#web/ui/format.ts'
import { totalAt, type Group } from './groups.ts'

interface MonthTooltipProps {
  i: number
  months: readonly Month[]
  groups: readonly Group[]
  enough: readonly (Minor | null)[] | null
  aside?: readonly Minor[] | null
  untold: readonly Month[]
  running: Month
  format: Format
}

/** What a month came to, said and shown while it is pointed at or reached by arrow keys. */
export function MonthTooltip({ i, months, groups, enough, aside = null, untold, running, format }: MonthTooltipProps) {
  const month = months[i] ?? ''
  if (untold.includes(month)) {
    return (
      <div className="tooltip">
        <strong>{format.month(month)}</strong>
        <p>Too early to say: under six full months before it.</p>
      </div>
    )
  }
  const total = totalAt(groups, i)
  return (
    <div className="tooltip">
      <p>
        <strong>{format.month(month)}</strong>
        {month === running && ', not over yet'}
      </p>
      <table>
        <tbody>
          {groups.toReversed().map((group) => {
            const value = group.values[i] ?? 0
            return value === 0 ? null : (
              <tr key={group.key}>
                <th scope="row">
                  <svg width="10" height="10" aria-hidden="true">
                    <rect width="10" height="10" rx="2" fill={group.hue.fill} />
                  </svg>
                  <bdi>{group.name}</bdi>
                </th>
                <td className="number">{format.money(value)}</td>
              </tr>
            )
          })}
          <tr className="sum">
            <th scope="row">Net</th>
            <td className="number">{format.money(total)}</td>
          </tr>
          {(aside?.[i] ?? 0) > 0 && (
            <tr>
              <th scope="row">of it for tax</th>
              <td className="number">{format.money(aside?.[i] ?? 0)}</td>
            </tr>
          )}
        </tbody>
      </table>
      {enough && <p>{standing(total, enough[i] ?? null, format)}</p>}
    </div>
  )
}

function standing(total: Minor, enough: Minor | null, format: Format): string {
  if (enough === null) return 'No target was set.'
  if (total >= enough) return `Enough, and ${format.money(total - enough)} over.`
  return `${format.money(enough - total, { round: 'rest' })} under enough.`
}
