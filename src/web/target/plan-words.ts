import { WHOLE } from '#domain/basis-points.ts'
import type { NeedLevel } from '#domain/need.ts'
import { grossLevels, yearOf, type NeedsPlan, type TargetPlan } from '#domain/target-plan.ts'
import { decimalText, type Minor } from '#domain/money.ts'
import type { Format } from '#web/ui/format.ts'
import { plural } from '#web/ui/number-words.ts'

/** A text of a preset with its percentages, "15.3 %", as the locale writes them. */
export function localPercents(text: string, format: Format): string {
  return text.replace(/(\d+)(?:\.(\d{1,2}))? %/g, (_, whole: string, part = '') => format.share(Number(`${whole}${part.padEnd(2, '0')}`)))
}

/** Hundredths of months or other things as a decimal. */
export function hundredths(value: number, format: Format): string {
  return format.decimal(decimalText(value, 2))
}

/** What a target is made of, in the few words of a table. */
export function madeOf(plan: TargetPlan, format: Format): string {
  if (plan.kind === 'after-tax') return `${format.money(plan.levels.enough)} after ${format.share(plan.tax)} tax`
  return `from ${plural(plan.needs.length, 'line', { written: format.count(plan.needs.length) })}`
}

/** On which basis the target in force stands, and what it was before it did. */
export function basisSentence(plan: TargetPlan | undefined, format: Format): string {
  const held = 'Every month is held against it after fees and refunds, before income tax'
  if (!plan) return `${held}: what you owe in tax is part of what a month needs.`
  if (plan.kind === 'after-tax') {
    return `${held}. It leaves the ${format.money(plan.levels.enough)} that you want to keep once ${format.share(plan.tax)} of it went to tax: net less tax is enough just when net is.`
  }
  return `${held}. It is worked out from ${plural(plan.needs.length, 'line', { written: format.count(plan.needs.length) })} that you pay with what is left.`
}

/** The formula of a plan with the numbers of one of its levels. METRICS 12. */
export function formulaText({ needs, model }: Pick<NeedsPlan, 'needs' | 'model'>, level: NeedLevel, format: Format): string {
  const tax = format.share(model.tax)
  const off = hundredths(model.monthsOff, format)
  const year = yearOf(needs, level)
  const month = (amount: Minor) => format.exact(Math.round(amount / 12))
  const { profit, income, charged } = grossLevels({ needs, model })[level]
  const time = model.monthsOff === 0 ? '' : `, × 12 ÷ (12 − ${off} months off)`
  const fee = `charged: ÷ (1 − ${format.share(model.fee)} fees) = ${format.exact(charged)}.`
  if (model.shape === 'generic') return `${month(year.needs + year.health)} ÷ (1 − ${tax})${time} = ${format.exact(income)}; ${fee}`
  const left = `1 − ${format.share(1_413)} − ${tax} × (1 − ${format.share(706)}) − ${format.share(model.pension)} pension`
  const before = `Profit = (${month(year.needs)} + health cover ${month(year.health)} × (1 − ${tax})) ÷ (${left}) = ${format.exact(profit)}`
  return `${before}; + ${format.exact(model.costs)} costs${time} = ${format.exact(income)}; ${fee}`
}

/** Of 100 that come in, how many are left for needs, as the plan has it; null where nothing is enough. */
export function leftOfHundred(needed: number, before: number): number | null {
  return before <= 0 ? null : Math.floor((needed * WHOLE) / before / 100)
}
