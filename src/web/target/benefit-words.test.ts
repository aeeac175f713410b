import { expect, test } from 'vitest'
import type { FundedBenefit } from '#domain/funded-benefits.ts'
import { createFormat } from '#web/ui/format.ts'
import { benefitsSummary, benefitText, withoutLinesText } from './benefit-words.ts'

const format = createFormat('en-GB', 'EUR')
const funded = (text: string, shares: (number | null)[], days: FundedBenefit['days'] = null): FundedBenefit => {
  const [planned, months] = [shares.filter((share) => share !== null).length, shares.filter((share) => share === 10_000).length]
  return { benefit: 'health', text, cost: 1, shares, planned, months, days }
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

test('of months that did not plan a benefit nothing is told', () => {
  const text = (...shares: (number | null)[]) => benefitText(funded('x', shares), format)
  expect([text(null, 10_000, 0), text(null, null, 0), text(null, 10_000, 10_000), text(null)]).toEqual([
    'paid in 1 of 2 months that planned it',
    'paid in 0 of 1 month that planned it',
    'paid in all 2 months that planned it',
    'not in the lines of these months',
  ])
})

test('months without lines of their own are named', () => {
  expect(withoutLinesText([], format)).toBe('')
  expect(withoutLinesText(['2026-03'], format)).toBe(
    'March 2026 had no lines of needs, and is held against the nearest you had set before, or else your first ones.',
  )
  expect(withoutLinesText(['2026-03', '2026-04'], format)).toMatch(/^2 of these months had no lines of needs, and are held/)
})

test('the answer tells of the most urgent one that is funded, and names what is not', () => {
  expect(benefitsSummary([health, sick, training], format)).toBe('Health cover: paid in all 3 months. Training is not funded yet.')
  expect(benefitsSummary([training], format)).toBe('Training is not funded yet.')
  expect(benefitsSummary([health, funded('Bicycle', [null, null, null])], format)).toBe('Health cover: paid in all 3 months.')
  expect(benefitsSummary([funded('Bicycle', [null, null, null])], format)).toBe('None of them stood in the lines of these months.')
})
