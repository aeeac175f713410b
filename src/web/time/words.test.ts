import { expect, test } from 'vitest'
import type { CheckInWeek, Time } from '#contract/time.ts'
import { createFormat } from '#web/ui/format.ts'
import { originWords } from './check-in-words.ts'
import { rateSentence, ratesTag, spanWords } from './rate-words.ts'
import {
  boughtSentence,
  careSentence,
  ceilingSentence,
  crowdingSentence,
  floorSentence,
  freeSentence,
  hourCount,
  hourWords,
  shareSentence,
} from './words.ts'

const format = createFormat('en', 'EUR')
const plan = { floor: 40, sustainable: null }
const share = { basic: 24 * 60, all: 72 * 60, known: 4 }

test('hours are whole from ten on, and have a digit below where they need one', () => {
  expect([0, 60, 270, 599, 1_890].map((minutes) => hourCount(minutes, format))).toEqual(['0', '1', '4.5', '10', '32'])
  expect([60, 90, 1_860].map((minutes) => hourWords(minutes, format))).toEqual(['1 hour', '1.5 hours', '31 hours'])
})

test('the page begins with the share of basic work, or with what to do', () => {
  expect(shareSentence({ share, plan }, format)).toBe('The last four weeks: 24 of 72 hours were basic work, 33%. Your floor is 40%.')
  expect(shareSentence({ share: { ...share, known: 3 }, plan }, format)).toContain('Three of the last four weeks: 24 of')
  expect(shareSentence({ share: null, plan }, format)).toContain('Say each week how long you worked')
})

test('the floor is told by how often it was missed, never as a score', () => {
  const told = (under: number) => floorSentence({ share, plan, under, missed: under >= 2 }, format)
  expect(told(0)).toBe('Basic work kept to its floor of 40% in the last three weeks.')
  expect(told(1)).toBe('Basic work was under its floor of 40% in one of the last three weeks.')
  expect(told(3)).toBe('Basic work was under its floor of 40% in three of the last three weeks.')
  expect(floorSentence({ share: null, plan, under: 0, missed: false }, format)).toBe('It takes two known weeks of the last four to tell.')
  for (const under of [0, 1, 2, 3]) expect(told(under)).not.toMatch(/100|score/)
})

test('care is told for ten paid hours, and not of none', () => {
  expect(careSentence({ care: { care: 121 * 60, paid: 242 * 60 }, knownMonths: 4 }, format)).toBe(
    'For each 10 paid hours there were 5 of care of the business, over four months.',
  )
  expect(careSentence({ care: { care: 60, paid: 0 }, knownMonths: 4 }, format)).toBe('')
})

test('hours that went together are told with their interval, and never as a cause', () => {
  const slope = { say: 'slope', weeks: 26, slope: -0.6, low: -0.84, high: -0.42 } as const
  const told = crowdingSentence(slope, format)
  expect(told).toBe('10 more paid hours in a week went together with 6 fewer basic ones (4.2 to 8.4, 8 in 10).')
  expect(crowdingSentence({ ...slope, slope: 0.3, low: 0.1, high: 0.5 }, format)).toContain('with 3 more basic ones (1 to 5, 8 in 10)')
  expect(crowdingSentence({ say: 'few', weeks: 1 }, format)).toContain('So far one week is known. From twelve on')
  expect(crowdingSentence({ say: 'unclear', weeks: 26 }, format)).toContain('nothing can be told')
  expect(told).not.toMatch(/caus|because|led to/)
})

test('patronage is told as hours of basic work that it bought', () => {
  const told = (patronage: Time['patronage'], enough: number | null = null) =>
    boughtSentence({ patronage, month: '2026-10', enough }, format)
  expect(told({ net: 775_00, funded: 31 * 60, basic: 40 * 60 })).toBe('Patrons paid for 31 of your 40 basic hours in October.')
  expect(told({ net: 775_00, funded: 46 * 60, basic: 40 * 60 })).toBe(
    'Patrons paid for all of your 40 basic hours in October, and for 6 more.',
  )
  expect(told({ net: 775_00, funded: 31 * 60, basic: 0 })).toContain('You did no basic work then.')
  expect(told({ net: 775_00, funded: 31 * 60, basic: null })).toContain('How many you did is not known.')
  expect(told({ net: 775_00, funded: null, basic: 60 })).toContain('say what is enough')
  expect(told({ net: 775_00, funded: null, basic: 60 }, 2_000_00)).toMatch(/, say below how many hours a month you can keep up\.$/)
  expect(told(null)).toContain('no patronage')
  expect(boughtSentence({ patronage: null, month: null, enough: null }, format)).toContain('told of full months; there is none yet')
})

const month = '2026-10'
const ceiling = {
  sustainable: 100 * 60,
  free: 700_00,
  filled: [{ stream: 4, name: 'Invoices', venture: 1, ventureName: 'Editing', rate: 40_00, demand: 1_800, minutes: 1_800, net: 1_600_00 }],
  unrated: [],
  spare: 0,
  total: 2_300_00,
}

test('the ceiling names the gap that more hours cannot close', () => {
  expect(ceilingSentence({ ceiling, enough: 2_600_00, month }, format)).toBe(
    'Even fully booked you reach €2,300 in a usual month; enough is €2,600. €300 must come from something that does not need your hours.',
  )
  expect(ceilingSentence({ ceiling, enough: 2_000_00, month }, format)).toContain('enough and €300 over')
  expect(ceilingSentence({ ceiling, enough: null, month }, format)).toContain('Say what is enough')
  expect(ceilingSentence({ ceiling: { ...ceiling, filled: [] }, enough: 1, month }, format)).toContain(
    'no paid work has enough known hours',
  )
  expect(ceilingSentence({ ceiling: null, enough: 1, month }, format)).toContain('takes three full months')
  // Weeks may all be known: without a month of money it is money that lacks.
  expect(ceilingSentence({ ceiling: null, enough: 1, month: null }, format)).toBe(
    'How far your hours can carry takes full months of money, and their hours.',
  )
})

test('the share of money that takes no hours stands beside the one before', () => {
  const free = { free: 560_00, all: 1_000_00, before: { free: 600_00, all: 1_000_00 } }
  expect(freeSentence({ free }, format)).toBe('56% of your income takes no hours; in the six months before it was 60%.')
  for (const before of [null, { free: 112, all: 200 }]) {
    expect(freeSentence({ free: { ...free, before } }, format)).toBe('56% of your income takes no hours.')
  }
  expect([freeSentence({ free: null }, format), freeSentence({ free: { free: 0, all: 0, before: null } }, format)]).toEqual(['', ''])
})

const venture = (name: string, rate: number | null): Time['ventures'][number] => ({
  venture: rate ?? 0,
  name,
  work: 'income',
  joy: null,
  rate: rate === null ? null : { rate, range: { low: rate - 100, high: rate + 200 }, afterTax: null, months: 6, minutes: 600, of: [] },
  noRate: rate === null ? 'few' : null,
  minutes: 100,
  net: 1,
})

test('the best and the least paid hour are told, or what is missing', () => {
  const told = (ventures: Time['ventures'], knownMonths = 6, month: string | null = '2026-10') =>
    rateSentence({ ventures, knownMonths, month }, format)
  expect(told([venture('Obtool', 14_50), venture('Editing', 31_00), venture('Zines', 20_00)])).toBe(
    'An hour of Editing brings €31, one of Obtool €14.50.',
  )
  expect(told([venture('Editing', 31_00)])).toBe('An hour of Editing brings €31.')
  expect(told([venture('Editing', null)], 2)).toContain('so far two are')
  expect(told([venture('Editing', null)])).toContain('By venture')
  expect(told([], 0, null)).toContain('full months of money')
  expect(spanWords({ rate: 1, range: { low: 24_00, high: 38_00 }, afterTax: null, months: 6, minutes: 1, of: [] }, format)).toBe(
    '€24 to €38',
  )
  expect(ratesTag({ month: '2026-10', knownMonths: 6 }, format)).toBe('six months to October 2026, smoothed, net')
})

test('a form says where its numbers come from, and what counts', () => {
  const imported = [{ venture: 1, basic: 0, paid: 120, care: 0 }]
  const week: CheckInWeek = { week: '2026-11-16', today: '2026-11-27', said: false, lines: [], imported: [], before: [] }
  expect(originWords(week, format)).toBe('Nothing is known of this week yet.')
  expect(originWords({ ...week, before: imported }, format)).toContain('the last week that is known; nothing is saved yet')
  expect(originWords({ ...week, imported, lines: imported }, format)).toContain('counts in its place, for the whole week')
  expect(originWords({ ...week, said: true, imported }, format)).toBe(
    'As you said it. The 2 h that were imported for it do not count besides.',
  )
})
