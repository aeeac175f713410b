import type { IncomeByMonth } from '#contract/income.ts'
import { monthOf } from '#domain/month.ts'
import type { Format } from '#web/ui/format.ts'
import { plural } from '#web/ui/number-words.ts'
import { totalAt, type Group } from './groups.ts'

/** How many of the shown months were enough: full ones with a target, from the first on with any entry. */
export function monthsSummary(months: IncomeByMonth, groups: readonly Group[], format: Format): string {
  const running = monthOf(months.today)
  if (months.lens === 'dependable') return dependableSummary(months, groups, format)
  const full = months.months.flatMap((month, i) => {
    const enough = months.enough[i]
    const begun = months.firstMonth !== null && month >= months.firstMonth
    return begun && month < running && typeof enough === 'number' ? [totalAt(groups, i) >= enough] : []
  })
  const hatched = months.months.at(-1) === running ? ' The hatched month is not over.' : ''
  if (full.length === 0) return `${format.count(months.months.length)} months, net.${hatched}`
  const reached = full.filter(Boolean).length
  const of = plural(full.length, 'full month', { written: format.count(full.length) })
  return `${format.count(reached)} of ${of} with a target ${full.length === 1 ? 'was' : 'were'} enough.${hatched}`
}

/** In how many months enough could be counted on before they began, and of how many nothing can be told. */
function dependableSummary({ months, enough, untold }: IncomeByMonth, groups: readonly Group[], format: Format): string {
  const held = months.flatMap((month, i) => {
    const line = enough[i]
    return typeof line === 'number' && !untold.includes(month) ? [totalAt(groups, i) >= line] : []
  })
  const early =
    untold.length === 0 ? '' : ` Of ${format.count(untold.length)} nothing can be told: they have under six full months before them.`
  if (untold.length === months.length)
    return 'What could be counted on is told of months with six full ones before them; there is none yet.'
  if (held.length === 0) return `What could be counted on, month by month.${early}`
  return `Enough could be counted on in ${format.count(held.filter(Boolean).length)} of ${format.count(held.length)} months.${early}`
}
