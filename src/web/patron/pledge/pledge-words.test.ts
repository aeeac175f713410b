import { expect, test } from 'vitest'
import { createFormat } from '#web/ui/format.ts'
import { pledgeWords, stateWords } from './pledge-words.ts'

const format = createFormat('en-GB', 'EUR')
const standing: Parameters<typeof stateWords>[0] = {
  state: 'open',
  due: '2026-12-03',
  checked: '2026-11-03',
  rhythm: 'monthly',
  payments: [],
  way: 'bank',
}
const paid = [{ day: '2026-11-03', amount: 500, currency: 'EUR' }]

test('a pledge is told by its payment and rhythm', () => {
  expect(pledgeWords({ amount: 500, currency: 'EUR', rhythm: 'monthly', months: 1 }, format)).toBe('€5 a month')
  expect(pledgeWords({ amount: 6000, currency: 'USD', rhythm: 'once', months: 12 }, format)).toBe('US$60 once, for 12 months')
  expect(pledgeWords({ amount: 500, currency: 'EUR', rhythm: 'once', months: 1 }, format)).toBe('€5 once')
})

test('what nobody has looked at is not called unpaid', () => {
  expect(stateWords({ ...standing, state: 'unchecked' }, format)).toBe('Not checked since 3 November 2026.')
  expect(stateWords({ ...standing, state: 'unchecked', checked: null }, format)).toMatch(/^Not checked yet/)
})

test('each state has its sentence', () => {
  expect(stateWords(standing, format)).toMatch(/has not been seen yet/)
  expect(stateWords({ ...standing, payments: paid }, format)).toBe('The next payment is due on 3 December 2026.')
  expect(stateWords({ ...standing, state: 'paid', payments: paid }, format)).toBe('Paid. The next payment is due on 3 December 2026.')
  expect(stateWords({ ...standing, state: 'paid', rhythm: 'once', due: null }, format)).toBe('Paid.')
  expect(stateWords({ ...standing, state: 'at-risk' }, format)).toBe('The payment due on 3 December 2026 has not been seen.')
  expect(stateWords({ ...standing, state: 'ended', rhythm: 'once', payments: paid }, format)).toMatch(/complete/)
  expect(stateWords({ ...standing, state: 'ended' }, format)).toMatch(/two payments/)
  expect(stateWords({ ...standing, state: 'cancelled' }, format)).toMatch(/^Cancelled/)
})
