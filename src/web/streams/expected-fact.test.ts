import { expect, test } from 'vitest'
import { createFormat } from '#web/ui/format.ts'
import { expectedFact } from './expected-fact.ts'

const format = createFormat('en', 'EUR')

test('what is expected is told by currency, with whom it is of and when', () => {
  const monthly = [
    { currency: 'EUR', amount: 1217 },
    { currency: 'USD', amount: 500 },
  ]
  expect(expectedFact({ patrons: 1, hidden: 0, monthly, day: '2026-06-02' }, format)).toEqual({
    label: 'Expected a month',
    value: '€12.17 + $5.00',
    hint: 'before fees, of 1 patron on June 2, 2026; not counted',
  })
})

test('where lists count as an estimate, that is said in its place', () => {
  const { hint } = expectedFact({ patrons: 2, hidden: 0, monthly: [{ currency: 'EUR', amount: 500 }], day: null }, format, true)
  expect(hint).toBe('before fees, of 2 patrons; counted only as an estimate')
})

test('private amounts are said to be missing', () => {
  expect(expectedFact({ patrons: 3, hidden: 3, monthly: [], day: null }, format)).toEqual({
    label: 'Expected a month',
    value: '–',
    hint: 'before fees, of 3 patrons, 3 with a private amount; not counted',
  })
})
