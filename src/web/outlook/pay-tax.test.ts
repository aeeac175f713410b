import { expect, test } from 'vitest'
import { outlookFacts } from './outlook-fixture.ts'
import { createFormat } from '#web/ui/format.ts'
import { asideOf, yearTaxText } from './pay-tax.ts'

const rule = { from: '2026-01', rate: 2_500, streams: [], periods: [{ start: 1, dueMonth: 4, dueDay: 15 }], preset: 'generic' }

test('of a pay the common share is for tax, by the rule that holds now, and nothing is said without one', () => {
  expect(asideOf(100_002, { rules: [rule] }, outlookFacts)).toBe(25_000)
  expect(asideOf(100_000, { rules: [rule, { ...rule, from: '2026-11', rate: 3_000 }] }, outlookFacts)).toBe(30_000)
  expect(asideOf(100_000, { rules: [{ ...rule, from: '2027-01' }] }, outlookFacts)).toBeNull()
  expect(asideOf(100_000, { rules: [] }, outlookFacts)).toBeNull()
})

test('streams with shares of their own have the weight that they had in the last twelve full months', () => {
  // Of eight months 500.00 by sponsors and 800.00 of a wage that pays its tax at the source: 500 ÷ 1,300 of it at 25 %.
  const own = { ...rule, streams: [{ stream: 2, rate: 0 }] }
  expect(asideOf(130_000, { rules: [own] }, outlookFacts)).toBe(12_500)
  const ended = { ...outlookFacts, streams: outlookFacts.streams.map((one) => ({ ...one, archived: one.stream === 2 })) }
  expect(asideOf(130_000, { rules: [own] }, ended)).toBe(32_500)
  const nothing = { ...outlookFacts, streams: outlookFacts.streams.map((one) => ({ ...one, net: [0] })) }
  expect(asideOf(130_000, { rules: [own] }, nothing)).toBe(32_500)
})

test('a year says what of it is for tax, in the words of its lens', () => {
  const format = createFormat('en', 'EUR')
  const say = (lens: 'cash' | 'dependable') => yearTaxText({ sum: 2_914_500, aside: 728_625, lens }, format)
  expect(say('cash')).toBe('Of the €29,145 in the middle, before income tax, €7,286 is put aside for it and not yours.')
  expect(say('dependable')).toMatch(/^Of the €29,145 that can be counted on, before/)
})
