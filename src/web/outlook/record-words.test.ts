import { expect, test } from 'vitest'
import { createFormat } from '#web/ui/format.ts'
import { dotsOf, recordSentences, type Kept } from './record-words.ts'

const format = createFormat('en', 'EUR')
const kept = (outcome: Kept['outcome'], month = '2026-01'): Kept => ({ month, low: 1, high: 2, net: 1, outcome, made: `${month}-01` })
const year = [...Array.from({ length: 9 }, () => kept('inside')), kept('under'), kept('over'), kept('over')]
const say = (record: Kept[], more = {}) => recordSentences({ record, promised: true, recalibration: 1_000, ...more }, format)

test('the record is told as so many of so many', () => {
  expect(say(year)).toEqual(['Promised was 8 in 10; it was 9 of 12.', '1 brought less than was promised.'])
  expect(say([kept('over')])).toEqual(['Promised was 8 in 10; it was 0 of 1.', 'No month brought less than was promised.'])
})

test('what the record does to the band is said', () => {
  expect(say(year, { recalibration: 1_250 }).at(-1)).toBe('The record makes the band 25% wider.')
  expect(say(year, { recalibration: 800 }).at(-1)).toBe('The record makes the band 20% narrower.')
})

test('before a promise is over it says what will come', () => {
  expect(say([])[0]).toMatch(/^This month has its promise\./)
  expect(say([], { promised: false })[0]).toMatch(/^From six full months on/)
})

test('only the last twelve have a dot', () => {
  expect(dotsOf({ record: [kept('under', '2025-01'), ...year] })).toEqual(year)
})
