import fc from 'fast-check'
import { expect, test } from 'vitest'
import { expectedOf, type PatronSight } from './patron-sight.ts'

const sight = (more: Partial<PatronSight>): PatronSight => ({
  key: 'a',
  patrons: 1,
  status: 'active',
  amount: 500,
  currency: 'EUR',
  every: 'month',
  ...more,
})

test('a week is a fifty-second of a year and a year twelve months, rounded once by currency', () => {
  const { monthly } = expectedOf([
    sight({ amount: 25, every: 'week' }),
    sight({ amount: 25, every: 'week' }),
    sight({ amount: 12_000, every: 'year' }),
    sight({ amount: 300, currency: 'CHF' }),
  ])
  // 0.25 a week is 1.08333 a month; two of them are 2.17, not twice 1.08.
  expect(monthly).toEqual([
    { currency: 'CHF', amount: 300 },
    { currency: 'EUR', amount: 1217 },
  ])
})

test('only active patrons are expected, and a private amount is in no sum', () => {
  const sights = [
    sight({}),
    sight({ amount: null, currency: '' }),
    ...(['declined', 'former', 'free'] as const).map((status) => sight({ status })),
  ]
  expect(expectedOf(sights)).toEqual({ patrons: 2, hidden: 1, monthly: [{ currency: 'EUR', amount: 500 }] })
})

test('of many days only the newest is still expected', () => {
  const sights = [sight({ day: '2026-01-07', patrons: 9 }), sight({ day: '2026-01-14', patrons: 4, amount: 100 })]
  expect(expectedOf(sights)).toEqual({ patrons: 4, hidden: 0, monthly: [{ currency: 'EUR', amount: 100 }] })
})

test('the sum of many monthly amounts is exact, in whatever order', () => {
  const amounts = fc.array(fc.integer({ min: 0, max: 1_000_000 }), { maxLength: 20 })
  fc.assert(
    fc.property(amounts, (all) => {
      const sights = all.map((amount) => sight({ amount }))
      expect(expectedOf(sights)).toEqual(expectedOf(sights.toReversed()))
      expect(expectedOf(sights).monthly[0]?.amount ?? 0).toBe(all.reduce((sum, amount) => sum + amount, 0))
    }),
  )
})
