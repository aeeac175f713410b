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

/** How many benefits every month paid for, and how many none did. */
export function benefitsSummary(funded: readonly FundedBenefit[], format: Format): string {
  const of = funded[0]?.shares.length ?? 0
  const always = funded.filter(({ months }) => months === of).map(({ text }) => text)
  const never = funded.filter(({ shares }) => shares.every((share) => share === 0)).map(({ text }) => text)
  const parts = [
    always.length > 0
      ? `${format.list(always)} ${always.length === 1 ? 'was' : 'were'} paid in each of the last ${format.count(of)} full months.`
      : '',
    never.length > 0 ? `${format.list(never)} ${never.length === 1 ? 'is' : 'are'} not funded yet.` : '',
  ].filter((part) => part !== '')
  return parts.length > 0 ? parts.join(' ') : `Each was paid in part over the last ${format.count(of)} full months.`
}
