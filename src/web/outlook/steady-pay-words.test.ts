import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { ViewLens } from '#domain/income.ts'
import type { Year } from '#domain/outlook.ts'
import { createFormat } from '#web/ui/format.ts'
import {
  bufferBar,
  daysSentence,
  earnedDays,
  GOAL,
  goalSentence,
  lastsSentence,
  spendableOf,
  takenText,
  type BufferFacts,
} from './buffer-words.ts'
import { calmYear, outlookFacts as outlook, planFacts as plans } from './outlook-fixture.ts'
import { knownSentences, outlookLead, tooEarly, yearBasis, yearSentence } from './outlook-words.ts'
import { enoughOf, monthsAhead } from './outlook-question.ts'
import { certaintyText, earlyPay, inHundred, payDetails, paySentence } from './steady-pay-words.ts'

const format = createFormat('en', 'EUR')
const year = calmYear({ low: 142_060, pay: 184_050 })
const months = monthsAhead(outlook)
const enough = enoughOf(outlook, months)
const details = (enough: number | null, more: Partial<Parameters<typeof payDetails>[0]> = {}) =>
  payDetails({ year, enough, months, buffer: { amount: 300_000, least: 0 }, aside: null, ...more }, format)

test('pay is told with its certainty, rounded down, beside enough', () => {
  expect(paySentence({ year, certainty: 90 }, format)).toBe('You can pay yourself €1,840 every month for a year (9 in 10).')
  expect(details(200_000)).toEqual([
    '€160 to go to enough, €2,000.',
    'For it your buffer is spent where months are poor, all of it if need be.',
    'Paying yourself enough would run dry in 40 of 100 cases.',
    'This pay runs dry in 10 of 100 cases.',
    'The buffer is lowest most often in January 2027.',
  ])
  expect(details(184_050)[0]).toBe('That is just enough.')
  expect(details(100_000)[0]).toBe('That is enough and €840 over.')
  const uneven = details(260_000, { year: calmYear({ low: 142_060, pay: 229_974 }) })
  expect(uneven[0]).toBe('€301 to go to enough, €2,600.')
  expect(paySentence({ year: calmYear({ low: 0, pay: 0 }), certainty: 95 }, format)).toBe(
    'Nothing can be paid every month for a year (95 in 100).',
  )
  expect([certaintyText(50), certaintyText(99)]).toEqual(['5 in 10', '99 in 100'])
  expect([0, 4, 95].map((one) => inHundred(one, format))).toEqual([
    'in none of 2,000 draws',
    'in fewer than 1 of 100 cases',
    'in 10 of 100 cases',
  ])
})

test('pay says what of it is for tax, and speaks of a buffer only where one was said', () => {
  expect(details(null, { aside: 46_012, buffer: { amount: 360_000, least: 200_000 } }).slice(0, 2)).toEqual([
    'It is before income tax, for which €460 of it is put aside.',
    'For it your buffer is spent where months are poor, down to the €2,000 that must stay if need be.',
  ])
  for (const buffer of [null, { amount: 0, least: 0 }]) {
    expect(details(null, { buffer }).at(-1)).toBe('What is left over from better months is lowest most often in January 2027.')
    expect(details(null, { buffer }).join(' ')).not.toMatch(/buffer/i)
  }
  // All of it must stay: it is there, and nothing of it is spent.
  expect(details(null, { buffer: { amount: 100_000, least: 100_000 } })[0]).toMatch(/^Paying yourself enough/)
  const nothing = details(200_000, { year: calmYear({ low: 0, pay: 0 }), buffer: null, aside: 0 })
  expect(nothing.join(' ')).not.toMatch(/lowest|tax|buffer/)
})

test('under six months it is the lowest known month, and that is said; under three nothing', () => {
  const young = (count: number) => ({
    ...outlook,
    streams: outlook.streams.map((one) => ({ ...one, net: [60_000, 40_000, 70_000, 50_000].slice(0, count) })),
  })
  expect(earlyPay(young(4), format)).toBe(
    '€800 a month is what the poorest of 4 full months brought: no more can be said before there are 6.',
  )
  expect(earlyPay(young(2), format)).toBe('Steady pay takes 3 full months at least, and is drawn from 6 on.')
  expect(tooEarly(1, format)).toBe('Too early to say: 1 full month so far, and the year ahead is drawn from 6 on.')
})

test('the year is told by its poorest month and by how many are enough', () => {
  const say = (told: Year) => yearSentence({ year: told, months, enough, lens: 'cash' }, format)
  expect(say(year)).toBe(
    'Count on €1,420 even in December 2026, the poorest of the twelve (9 in 10). None of the twelve is enough in 8 of 10 draws or more.',
  )
  expect(say({ ...year, ofTen: [9, 8, ...year.ofTen.slice(2)] })).toMatch(/Two of the twelve are enough/)
  expect(say({ ...year, ofTen: year.ofTen.map(() => 9) })).toMatch(/Each of the twelve is enough/)
  expect(say({ ...calmYear({ low: 0, pay: 0 }), ofTen: [] })).toBe('Nothing is sure in any of the twelve (9 in 10).')
  const lost = calmYear({ low: -193_350, pay: 0 })
  expect(say({ ...lost, ofTen: [] })).toBe(
    'Nothing is sure in any of the twelve: in 1 of 10 cases December 2026, the poorest, loses €1,934 or more.',
  )
  expect(say({ ...year, ofTen: [], ahead: [...lost.ahead.slice(0, 1), ...year.ahead.slice(1)] })).toBe(
    'Nothing is sure in December 2026, the poorest of the twelve: in 1 of 10 cases it loses €1,934 or more.',
  )
  expect(say({ ...year, ofTen: [] })).toMatch(/\(9 in 10\)\.$/)
})

test('of what can be counted on no draws are told: a month is enough by its low end or it is not', () => {
  const say = (target: number | null) =>
    yearSentence({ year, months, enough: [target, ...enough.slice(1)], lens: 'dependable' }, format)
      .split('. ')
      .at(-1)
  expect(say(142_060)).toBe('One of the twelve is enough by what can be counted on alone.')
  expect(say(142_061)).toBe('None of the twelve is enough by what can be counted on alone.')
  expect(say(null)).toBe('None of the twelve is enough by what can be counted on alone.')
})

test('the head of the page bears the name of its lens', () => {
  const lead = (lens: ViewLens) => outlookLead(outlook, { years: { months: 8, real: year, changed: null }, lens }, format)
  expect(lead('cash')).toBe('The twelve months after this one likely bring €17,047 to €21,847 together (8 in 10; cash, net).')
  expect(lead('smoothed')).toBe('The twelve months after this one likely bring €17,047 to €21,847 together (8 in 10; smoothed, net).')
  expect(lead('dependable')).toBe('Count on €17,047 over the twelve months after this one together (9 in 10; dependable, net).')
  const lost = (low: number, of: ViewLens) =>
    outlookLead(outlook, { years: { months: 8, real: calmYear({ low, pay: 0 }), changed: null }, lens: of }, format)
  expect(lost(-50_000, 'cash')).toBe('The twelve months after this one likely lose €1,200 to €6,000 together (8 in 10; cash, net).')
  expect(lost(-50_000, 'dependable')).toBe(
    'Nothing is sure over the twelve months after this one: in 1 of 10 cases they lose €6,000 or more together (dependable, net).',
  )
  expect(lost(0, 'dependable')).toMatch(/in 1 of 10 cases or more they bring nothing/)
  expect(yearBasis({ years: { months: 8, real: year, changed: null }, lens: 'smoothed' }, format)).toMatch(
    /^Smoothed, net, each payment in the months it is for,/,
  )
})

test('what is due again and what is already paid is said', () => {
  expect(knownSentences(outlook, plans, format)).toEqual([
    '1 longer payment will be due again, likely €90 in all: three of four are taken to come, until your own tell.',
    '€90 is already paid for months to come: it arrived, so it does not come again.',
  ])
  expect(knownSentences({ ...outlook, known: [] }, { paidAhead: 0 }, format)).toEqual([])
  expect(knownSentences({ ...outlook, renewed: { due: 40, renewed: 29 } }, plans, format)[0]).toMatch(/29 of 40 came again so far\.$/)
})

test('smoothed, what is already paid for the months is sure in them, and what is due is spread', () => {
  const sure = (ahead: number, amount: number) => ({ stream: -1, patron: null, ahead, amount, chance: 1_000, months: 1 })
  const known = [
    ...outlook.known.map((item) => ({ ...item, months: 12 })),
    sure(0, 4_000),
    sure(1, 4_000),
    sure(12, 3_000),
    sure(13, 9_000),
  ]
  expect(knownSentences({ ...outlook, lens: 'smoothed', known }, plans, format)).toEqual([
    '1 longer payment will be due again, likely €90 in all, each spread over its months: three of four are taken to come, until your own tell.',
    '€70 of these months was already paid by the end of October 2026: it is sure.',
  ])
  expect(knownSentences({ ...outlook, lens: 'smoothed', known: [] }, plans, format)).toEqual([])
})

const facts: BufferFacts = { buffer: { amount: 900_000, least: 600_000 }, enough: 200_000, dependable: 140_000, goal: 1_000_000 }

test('the buffer is told in months of enough, against its goal, and in days off', () => {
  expect(lastsSentence(facts, format)).toBe(
    'What may be spent of it, €3,000, makes 5 months of enough together with what you can count on; it is 1.5 months of enough by itself. With what must stay it would be 15.',
  )
  const free = { ...facts, buffer: { amount: 900_000, least: 0 } }
  expect(lastsSentence(free, format)).toBe(
    'Together with what you can count on it makes 15 months of enough; it is 4.5 months of enough by itself.',
  )
  expect(lastsSentence({ ...free, dependable: null }, format)).toBe('It is 4.5 months of enough by itself.')
  // A loss is nothing to count on: 9,000 ÷ (2,000 + 1,000).
  expect(lastsSentence({ ...free, dependable: -100_000 }, format)).toBe(
    'Where each month loses €1,000 it makes 3 months of enough; it is 4.5 months of enough by itself.',
  )
  expect(lastsSentence({ ...facts, dependable: 200_000 }, format)).toMatch(/^What you can count on is enough by itself/)
  expect(goalSentence(facts, format)).toBe('€10,000 would keep up enough for a year in 9 of 10 cases: €1,000 to go.')
  expect(goalSentence({ ...facts, goal: 900_000 }, format)).toMatch(/you have it\.$/)
  expect(goalSentence({ ...facts, goal: null }, format)).toBeUndefined()
  // METRICS 11: 32.6 days, of which whole ones are taken.
  expect(earnedDays(facts)).toBe(32)
  expect(daysSentence(facts, format)).toBe('You have earned 32 paid days off.')
  expect(daysSentence({ ...facts, buffer: { amount: 605_000, least: 600_000 } }, format)).toBe(
    'No whole paid day off yet: one is €91.95, and €50 lies above what must stay.',
  )
})

test('days that are planned say what they take, and what is left to pay oneself', () => {
  const pay = { before: 229_974, after: 227_675 }
  expect(takenText({ days: 3, cost: 27_586, pay }, format)).toBe(
    '3 days off planned: €276 less in the buffer. Steady pay €2,276 instead of €2,299 a month.',
  )
  expect(takenText({ days: 1, cost: 9_195, pay: { before: 0, after: 0 } }, format)).toBe(
    '1 day off planned: €91.95 less in the buffer. Steady pay €0 a month as before.',
  )
  expect(takenText({ days: 1, cost: 9_195, pay: null }, format)).toBe('1 day off planned: €91.95 less in the buffer.')
})

test('a buffer under what must stay is told as that, not as one that runs dry', () => {
  const none = { ...year, enoughShort: null, pay: { ...year.pay, pay: 0, shortfall: 1_000 } }
  const told = (least: number) => payDetails({ year: none, enough: null, months, buffer: { amount: 100_000, least }, aside: null }, format)
  expect(told(200_000)).toEqual(['The buffer is €1,000 under what must stay of it from the beginning.'])
  expect(told(0)).toEqual(['Even with no pay it runs dry in 100 of 100 cases.'])
})

test('what must stay carries no month and pays for no day, also where it is more than what is kept', () => {
  const under = { ...facts, buffer: { amount: 500_000, least: 600_000 } }
  expect(lastsSentence(under, format)).toBe('It is €1,000 under what must stay, so none of it makes up for a poor month.')
  expect(daysSentence(under, format)).toBe('No paid day off yet: one is €91.95, and nothing lies above what must stay.')
  expect(spendableOf(under.buffer)).toBe(0)
  const all = { ...facts, buffer: { amount: 600_000, least: 600_000 } }
  expect(lastsSentence(all, format)).toBe('All of it must stay, so none of it makes up for a poor month.')
})

test('the bar holds the buffer and every mark', () => {
  const { filled, least, marks } = bufferBar(facts)
  expect(least).toBeLessThan(filled)
  expect(marks.map(({ label }) => label)).toEqual(['6 weeks', '3 months', '6 months', 'your goal'])
  expect(marks.every(({ x }) => x > 0 && x < 100)).toBe(true)
  expect(marks.every(({ named }) => named)).toBe(true)
  // Against a goal of years the marks crowd at the beginning.
  const far = bufferBar({ ...facts, goal: (facts.enough ?? 0) * 24 }).marks
  expect(far.map(({ named }) => named)).toEqual([false, false, true, true])
})

test('names below the bar keep their room, whatever is kept, aimed at and enough', () => {
  const amount = fc.nat(5_000_000)
  fc.assert(
    fc.property(amount, fc.option(amount), fc.integer({ min: 1, max: 5_000_000 }), (kept, goal, enough) => {
      const { filled, marks } = bufferBar({ ...facts, buffer: { amount: kept, least: 0 }, enough, goal })
      expect([filled, ...marks.map(({ x }) => x)].every((x) => x >= 0 && x <= 100)).toBe(true)
      const below = marks.filter(({ label, named }) => named && label !== GOAL).map(({ x }) => x)
      expect(below.slice(1).every((x, i) => x - (below[i] ?? 0) >= 20)).toBe(true)
    }),
  )
})
