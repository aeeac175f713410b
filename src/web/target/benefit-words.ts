import type { FundedBenefit } from '#domain/funded-benefits.ts'
import type { Month } from '#domain/month.ts'
import type { Format } from '#web/ui/format.ts'
import { plural } from '#web/ui/number-words.ts'

/** Full months from which benefits are told. */
export const LEAST_FUNDED_MONTHS = 3

/** One benefit in words: "paid in 11 of 12 months", of those that planned it, with its days where it has any. */
export function benefitText({ months, planned, shares, days }: FundedBenefit, format: Format): string {
  if (planned === 0) return 'not in the lines of these months'
  const of = `${plural(planned, 'month', { written: format.count(planned) })}${planned === shares.length ? '' : ' that planned it'}`
  const paid = months === planned && planned > 1 ? `paid in all ${of}` : `paid in ${format.count(months)} of ${of}`
  return days ? `${format.count(days.funded)} of ${format.count(days.of)} days funded, ${paid}` : paid
}

/** How far the most urgent benefit is paid, and which ones not at all. */
export function benefitsSummary(funded: readonly FundedBenefit[], format: Format): string {
  const told = funded.filter(({ planned }) => planned > 0)
  if (told.length === 0) return 'None of them stood in the lines of these months.'
  const never = told.filter(({ shares }) => shares.every((share) => share === 0 || share === null)).map(({ text }) => text)
  const first = told.find(({ text }) => !never.includes(text))
  const parts = [
    first && `${first.text}: ${benefitText(first, format)}.`,
    never.length > 0 ? `${format.list(never)} ${never.length === 1 ? 'is' : 'are'} not funded yet.` : undefined,
  ]
  return parts.filter((part) => part !== undefined).join(' ')
}

/** That some months had no lines of their own, and by which they are told; empty where each had some. */
export function withoutLinesText(months: readonly Month[], format: Format): string {
  const [first] = months
  if (first === undefined) return ''
  const [had, are] =
    months.length === 1 ? [`${format.month(first)} had`, 'is'] : [`${format.count(months.length)} of these months had`, 'are']
  return `${had} no lines of needs, and ${are} held against the nearest you had set before, or else your first ones.`
}
