import { expect, test } from 'vitest'
import { createFormat } from '#web/ui/format.ts'
import { isUntold, untoldText } from './dependable-words.ts'
import { heroSentence, leadSentences } from './sentence.ts'

const format = createFormat('en', 'EUR')
const sums = (net: number) => ({ gross: net, fees: 0, refunds: 0, tax: 0, net, entries: 0 })
const band = (low: number, made: string | null = '2026-11-01') => ({
  low,
  middle: 200_000,
  high: 280_000,
  basis: 22,
  made,
  recalibration: 1_000,
})
const november = {
  month: '2026-11',
  today: '2026-11-22',
  running: true,
  lens: 'dependable' as const,
  total: sums(142_000),
  dependable: band(142_000),
  target: { from: '2026-01', bare: 100_000, enough: 200_000, comfortable: 250_000 },
  pace: null,
  likely: null,
  undated: 0,
  paidForLater: 0,
}
type Page = Parameters<typeof heroSentence>[0]
const say = (page: Partial<Page>) => {
  const { before, strong, enough } = heroSentence({ ...november, ...page }, format)
  expect(enough).toBe(false)
  return before + strong
}

test('what can be counted on is held against enough, and never green', () => {
  expect(say({})).toBe('You can count on €1,420 in November, €580 under enough.')
  expect(say({ total: sums(200_000) })).toBe('You can count on enough in November.')
  expect(say({ target: null })).toBe('You can count on €1,420 in November.')
  expect(say({ total: sums(0), dependable: band(0) })).toBe('Nothing is sure in November.')
  expect(say({ total: sums(199_999) })).toBe('You can count on €1,999 in November, €0.01 under enough.')
  // At least so much is never rounded up, and what is missing never down.
  expect(say({ total: sums(176_566) })).toBe('You can count on €1,765 in November, €235 under enough.')
  expect(leadSentences({ ...november, dependable: band(176_566) }, format)[0]).toBe(
    'At least €1,765 in 9 of 10 cases; 8 in 10 lie between €1,765 and €2,800.',
  )
})

test('a past month says what could be counted on then', () => {
  expect(say({ month: '2026-03', running: false })).toBe('You could count on €1,420 in March, €580 under enough.')
})

test('where nothing can be told there is no figure', () => {
  const early = { dependable: null, total: sums(0), month: '2024-03', running: false }
  expect(say(early)).toBe('Too early to say what you could count on in March 2024.')
  expect(leadSentences({ ...november, ...early }, format)).toEqual(['It takes six full months before a month to say it.'])
  expect([{ ...november, ...early }, november, { ...november, ...early, lens: 'cash' as const }].map(isUntold)).toEqual([
    true,
    false,
    false,
  ])
  expect(untoldText(november, format)).toBe('€2,000 is enough; there is nothing yet to hold against it.')
  expect(untoldText({ target: null }, format)).toBe('What can be counted on is not known yet.')
})

test('it says how sure it is, and whether it was promised', () => {
  expect(leadSentences(november, format)).toEqual([
    'At least €1,420 in 9 of 10 cases; 8 in 10 lie between €1,420 and €2,800.',
    'Promised on 1 November 2026, from 22 full months before it.'.replace('1 November 2026', format.day('2026-11-01')),
  ])
  expect(leadSentences({ ...november, running: false, dependable: band(0, null) }, format)).toEqual([
    'In 1 of 10 cases or more nothing comes; 8 in 10 lie between €0 and €2,800.',
    'Nothing was promised then: this is what the 22 full months before it would have let expect.',
  ])
  expect(leadSentences({ ...november, dependable: band(-193_350) }, format)[0]).toBe(
    'In 1 of 10 cases it loses €1,934 or more; 8 in 10 lie between −€1,934 and €2,800.',
  )
})
