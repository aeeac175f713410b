import type { FundedBenefit } from '#domain/funded-benefits.ts'
import type { Format } from '#web/ui/format.ts'

/** Full months from which benefits are told. */
export const LEAST_FUNDED_MONTHS = 3

/** One benefit in words: "paid in 11 of 12 months", with its days where it has any. */
export function benefitText({ months, shares, days }: FundedBenefit, format: Format): string {
  const of = shares.length
  const paid = months === of ? `paid in all ${format.count(of)} months` : `paid in ${format.count(months)} of ${format.count(of)} months`
  return days ? `${format.count(days.funded)} of ${format.count(days.of)} days funded, ${paid}` : paid
}

/** How far the most urgent benefit is paid, and which ones not at all. */
export function benefitsSummary(funded: readonly FundedBenefit[], format: Format): string {
  const never = funded.filter(({ shares }) => shares.every((share) => share === 0)).map(({ text }) => text)
  const first = funded.find(({ text }) => !never.includes(text))
  const parts = [
    first && `${first.text}: ${benefitText(first, format)}.`,
    never.length > 0 ? `${format.list(never)} ${never.length === 1 ? 'is' : 'are'} not funded yet.` : undefined,
  ]
  return parts.filter((part) => part !== undefined).join(' ')
}
