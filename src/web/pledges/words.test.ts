import { expect, test } from 'vitest'
import { createFormat } from '#web/ui/format.ts'
import { inOrder, patronWords, pledgeAmount, pledgesSummary, reasonWords, stateWords, wayWords } from './words.ts'

const format = createFormat('en-GB', 'EUR')
const dayOf = (instant: string) => instant.slice(0, 10)
const standing = { state: 'open' as const, due: null, checked: null, cancelled: null, rhythm: 'monthly' as const }

test('a pledge is at risk from the day after its grace, and nothing is claimed where no import reaches', () => {
  expect(stateWords({ ...standing, state: 'at-risk', due: '2026-11-03' }, format, dayOf)).toBe('at risk since 14 November 2026')
  expect(stateWords({ ...standing, state: 'unchecked', checked: '2026-11-03', due: '2026-11-01' }, format, dayOf)).toBe(
    'not checked since 3 November 2026',
  )
  expect(stateWords({ ...standing, state: 'unchecked' }, format, dayOf)).toBe('never checked: no import covers it yet')
})

test('paid, open, ended and cancelled say what comes next, or what came', () => {
  expect(stateWords({ ...standing, state: 'paid', due: '2026-12-10' }, format, dayOf)).toBe('paid, next on 10 December 2026')
  expect(stateWords({ ...standing, state: 'paid', rhythm: 'once' }, format, dayOf)).toBe('paid')
  expect(stateWords({ ...standing, due: '2026-12-10' }, format, dayOf)).toBe('due on 10 December 2026')
  expect(stateWords({ ...standing, state: 'ended' }, format, dayOf)).toBe('ended: two payments did not come')
  expect(stateWords({ ...standing, state: 'ended', rhythm: 'once' }, format, dayOf)).toBe('ended: it did not come')
  expect(stateWords({ ...standing, state: 'cancelled', cancelled: '2026-11-01T09:00:00Z' }, format, dayOf)).toBe(
    'cancelled on 1 November 2026',
  )
})

test('an amount is told with its rhythm and its own currency', () => {
  expect(pledgeAmount({ amount: 500, currency: 'EUR', rhythm: 'monthly', months: 1 }, format)).toBe('€5 a month')
  expect(pledgeAmount({ amount: 6_000, currency: 'USD', rhythm: 'once', months: 12 }, format)).toBe('US$60 once, for 12 months')
  expect(pledgeAmount({ amount: 6_000, currency: 'EUR', rhythm: 'once', months: 1 }, format)).toBe('€60 once')
})

test('who pledges and how they pay', () => {
  const patron = { kind: 'person' as const, name: '', email: '' }
  expect(patronWords({ patron })).toBe('someone without a name')
  expect(patronWords({ patron: { ...patron, email: 'a@example.org' } })).toBe('a@example.org')
  expect(wayWords({ way: 'page', page: 'https://www.patreon.com/obtool' })).toBe('patreon.com')
  expect(wayWords({ way: 'bank', page: '' })).toBe('bank transfer')
})

test('reasons stand beside each other, their days in words', () => {
  expect(reasonWords(['the amount is the same', 'on 2026-11-27, the day it was due'], format)).toBe(
    'the amount is the same · on 27 November 2026, the day it was due',
  )
})

test('the summary counts the live ones and names what wants a look', () => {
  const pledges = (['at-risk', 'open', 'paid', 'ended', 'cancelled', 'unchecked'] as const).map((state) => ({ state }))
  expect(pledgesSummary(pledges, 2)).toBe(
    'Four live pledges. One at risk. One not checked by an import yet. Two payments may belong to one.',
  )
  expect(pledgesSummary([], 0)).toContain('No pledge yet.')
})

test('what wants a look stands first, within a state the newest', () => {
  const pledges = [
    { state: 'cancelled' as const, made: '3' },
    { state: 'open' as const, made: '1' },
    { state: 'at-risk' as const, made: '0' },
    { state: 'open' as const, made: '2' },
  ]
  expect(inOrder(pledges).map(({ made }) => made)).toEqual(['0', '2', '1', '3'])
})
