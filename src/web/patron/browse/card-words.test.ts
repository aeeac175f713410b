import { expect, test } from 'vitest'
import type { BrowseItem } from '#contract/public.ts'
import { createFormat } from '#web/ui/format.ts'
import { cardWords, originWords } from './card-words.ts'

const format = createFormat('en-GB', 'EUR')
const gift = { amount: 500, currency: 'EUR' }
const item: BrowseItem = {
  address: 'buses',
  url: 'v/buses',
  origin: null,
  fetched: null,
  title: 'Night buses',
  maker: '',
  summary: '',
  tags: [],
  work: 'basic',
  currency: 'EUR',
  money: 'exact',
  percent: 31,
  asOf: '2026-10-31',
  current: true,
  enough: false,
  tenthsAfter: 319,
  overflow: [],
  needsAmounts: null,
}
const kiln = { title: 'Tiny kiln', address: 'kiln' }

test('a card says how far the venture is and what the gift would do', () => {
  expect(cardWords(item, gift, format)).toEqual({ far: '31% of enough, smoothed', change: 'your €5 → 31.9%' })
})

test('without amounts a card says so and promises nothing', () => {
  expect(cardWords({ ...item, money: 'percent', percent: 30, tenthsAfter: null }, gift, format).change).toBe('shows no amounts')
  expect(cardWords({ ...item, money: 'hidden', percent: null, asOf: null, tenthsAfter: null }, gift, format)).toEqual({
    far: '',
    change: 'shows no amounts',
  })
})

test('a card without a percentage blames neither the months nor the target', () => {
  expect(cardWords({ ...item, percent: null, asOf: null, tenthsAfter: null }, gift, format)).toEqual({
    far: '',
    change: 'no percentage yet',
  })
})

test('who has enough points on', () => {
  const full = { ...item, percent: 100, enough: true }
  expect(cardWords({ ...full, overflow: [kiln] }, gift, format).change).toBe('has enough: backs Tiny kiln')
  expect(cardWords(full, gift, format).change).toBe('has enough')
})

test('an old percentage tells its month and claims nothing', () => {
  expect(cardWords({ ...item, current: false, enough: false }, gift, format)).toEqual({
    far: '31% of enough as of October 2026, smoothed',
    change: '',
  })
})

test("another site's venture is told with its origin and day", () => {
  expect(originWords({ origin: 'example.org', fetched: '2026-11-03' }, format)).toBe('as they say at example.org, 3 Nov 2026')
  expect(originWords({ origin: null, fetched: null }, format)).toBeUndefined()
})
