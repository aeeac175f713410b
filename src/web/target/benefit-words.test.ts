import { expect, test } from 'vitest'
import type { FundedBenefit } from '#domain/funded-benefits.ts'
import { createFormat } from '#web/ui/format.ts'
import { benefitsSummary, benefitText } from './benefit-words.ts'

const format = createFormat('en-GB', 'EUR')
const funded = (text: string, shares: number[], days: FundedBenefit['days'] = null): FundedBenefit => {
  return { benefit: 'health', text, cost: 1, shares, months: shares.filter((share) => share === 10_000).length, days }
}
const health = funded('Health cover', [10_000, 10_000, 10_000])
const sick = funded('Sick days', [10_000, 2_000, 0], { of: 10, funded: 4 })
const training = funded('Training', [0, 0, 0])

test('each benefit says how many months paid for it, and of days how many are funded', () => {
  expect([health, sick, training].map((one) => benefitText(one, format))).toEqual([
    'paid in all 3 months',
    '4 of 10 days funded, paid in 1 of 3 months',
    'paid in 0 of 3 months',
  ])
})

test('the answer tells of the most urgent one that is funded, and names what is not', () => {
  expect(benefitsSummary([health, sick, training], format)).toBe('Health cover: paid in all 3 months. Training is not funded yet.')
  expect(benefitsSummary([training], format)).toBe('Training is not funded yet.')
})
