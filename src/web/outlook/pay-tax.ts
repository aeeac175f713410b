import type { Outlook } from '#contract/outlook.ts'
import type { Tax } from '#contract/tax.ts'
import { shareOf } from '#domain/basis-points.ts'
import { divideHalfEven, type Minor } from '#domain/money.ts'
import { monthOf } from '#domain/month.ts'
import type { ViewLens } from '#domain/income.ts'
import { setAside, taxRuleOf } from '#domain/set-aside.ts'
import type { Format } from '#web/ui/format.ts'

/** Full months whose streams tell of what an amount is made where streams have shares of their own. */
const LOOK_BACK = 12

/**
 * What is put aside for income tax of an amount that all streams bring together, by the rule in force: at the common share, or, where
 * streams have shares of their own, as much of it as of the last twelve full months. Null where no share is said. METRICS 18.
 */
export function asideOf(amount: Minor, { rules }: Pick<Tax, 'rules'>, outlook: Pick<Outlook, 'streams' | 'today'>): Minor | null {
  const rule = taxRuleOf(rules, monthOf(outlook.today))
  if (!rule) return null
  if (rule.streams.length === 0) return shareOf(amount, rule.rate)
  let [net, aside] = [0, 0]
  for (const { stream, net: months, archived } of outlook.streams) {
    if (archived) continue
    const sum = months.slice(-LOOK_BACK).reduce((total, one) => total + one, 0)
    net += sum
    aside += setAside([rule], { stream, month: rule.from, net: sum })
  }
  // Of months that brought nothing no share can be taken.
  if (net <= 0) return shareOf(amount, rule.rate)
  return Math.max(0, Number(divideHalfEven(BigInt(amount) * BigInt(aside), BigInt(net))))
}

interface TaxedYear {
  /** What twelve months bring together, in the middle or by what can be counted on. */
  sum: Minor
  aside: Minor
  lens: ViewLens
}

/** What of a year is for income tax, by the shares that are said. */
export function yearTaxText({ sum, aside, lens }: TaxedYear, format: Format): string {
  const where = lens === 'dependable' ? 'that can be counted on' : 'in the middle'
  return `Of the ${format.money(sum, { round: lens === 'dependable' ? 'down' : 'nearest' })} ${where}, before income tax, ${format.money(aside)} is put aside for it and not yours.`
}
