import type { Fact } from '#web/ui/facts.tsx'
import type { Format } from '#web/ui/format.ts'
import type { Approval } from './approval.ts'
import { feesOf, perDeveloper, PLEDGE_BENCHMARK, yearOf } from './list-figures.ts'
import type { Convert } from './use-ventures.ts'

/** What an approval costs and what it spares, in words that can stand in a justification. */
export function figuresOf(approval: Approval, format: Format, convert: Convert): Fact[] {
  const year = yearOf(approval)
  const { cards, bank, saved } = feesOf(approval)
  const facts: Fact[] = [
    {
      label: 'In a year',
      value: format.money(year),
      hint: approval.lines.length === 1 ? 'one payment each time' : `${approval.lines.length} payments each time, one approval`,
    },
    {
      label: saved >= 0 ? 'Fees saved in a year' : 'More in fees in a year',
      value: format.money(Math.abs(saved)),
      hint: `${format.money(cards)} if each month went by card, ${format.money(bank)} by transfer`,
    },
  ]
  const each = perDeveloper(approval)
  if (each === null) return facts
  const { amount, currency } = PLEDGE_BENCHMARK
  const benchmark = convert(amount, currency)
  const share = benchmark === null || benchmark === 0 ? '' : `${format.percent(each / benchmark)} of `
  const hint = `${share}the Open Source Pledge’s ${format.money(amount, { currency })} for each of ${format.count(approval.developers ?? 0)}`
  return [...facts, { label: 'For each developer in a year', value: format.money(each), hint }]
}
