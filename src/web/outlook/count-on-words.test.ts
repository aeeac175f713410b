import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Outlook } from '#contract/outlook.ts'
import type { Foretold } from '#domain/foretell.ts'
import { createFormat } from '#web/ui/format.ts'
import { frequency, lowHeading, lowText } from './chance-words.ts'
import { countOnSentences, fromWhom, nextMonth, questionOf } from './count-on-words.ts'

const format = createFormat('en', 'EUR')
const stream = (id: number, name: string) => ({
  stream: id,
  name,
  ventureName: '',
  kind: 'patronage' as const,
  archived: false,
  net: [1, 2],
  yearly: [0, 0],
})
const outlook: Outlook = {
  lens: 'cash',
  currency: 'EUR',
  today: '2026-11-22',
  first: '2026-09',
  streams: ['Obtool', 'Zine shop', 'Editing', 'Scores', 'Notes'].map((name, i) => stream(i, name)),
  known: [],
  renewed: { due: 0, renewed: 0 },
  silent: [],
  targets: [
    { from: '2026-01', bare: 100, enough: 200, comfortable: 300 },
    { from: '2026-12', bare: 100, enough: 250, comfortable: 300 },
  ],
  recalibration: 1_000,
  record: [],
  promised: false,
}
const band: Extract<Foretold, { say: 'band' }> = {
  say: 'band',
  months: 24,
  next: { low: 142_060, middle: 200_000, high: 260_000, byStream: [50_000, 60_000, 20_000, 12_000, 60] },
  ofTen: 6,
  ahead: [],
}
const say = (told: Foretold) => countOnSentences(told, outlook, format)

test('what can be counted on is rounded down, and told in natural frequencies', () => {
  expect(say(band)).toEqual(['At least €1,420 in December, in 9 of 10 cases.', 'Likely €1,420 to €2,600 (8 in 10).', 'Enough in 6 of 10.'])
  expect(say({ ...band, ofTen: null })).toHaveLength(2)
  expect(say({ ...band, next: { ...band.next, low: 0 } })[0]).toBe('Nothing is sure in December: in 1 of 10 cases or more nothing comes.')
  expect(say({ ...band, next: { ...band.next, low: -193_350 } }).slice(0, 2)).toEqual([
    'Nothing is sure in December: in 1 of 10 cases it loses €1,934 or more.',
    'Likely −€1,934 to €2,600 (8 in 10).',
  ])
})

test('the ends of a chance stand for all beyond them, but where the band beside it says that they are passed', () => {
  expect([0, 1, 2, 8, 9, 10].map((ofTen) => frequency(ofTen))).toEqual([
    '1 of 10 or fewer',
    '1 of 10 or fewer',
    '2 of 10',
    '8 of 10',
    '9 of 10 or more',
    '9 of 10 or more',
  ])
  const beside = (low: number, high: number) => ({ band: { low, high }, enough: 250 })
  expect([frequency(1, beside(0, 249)), frequency(1, beside(0, 250))]).toEqual(['1 of 10 or fewer', '1 of 10'])
  expect([frequency(9, beside(250, 300)), frequency(9, beside(249, 300))]).toEqual(['9 of 10 or more', '9 of 10'])
  expect(say({ ...band, ofTen: 1 }).at(-1)).toBe('Enough in 1 of 10.')
  const far = { ...outlook, targets: [{ from: '2026-01', bare: 0, enough: 900_000_000_000, comfortable: 0 }] }
  expect(countOnSentences({ ...band, ofTen: 1 }, far, format).at(-1)).toBe('Enough in 1 of 10 or fewer.')
})

test('what is not sure is told as what may be lost, and never as a loss to count on', () => {
  expect([12_345, 0, -12_345].map((low) => lowText(low, 'December', format))).toEqual([
    'count on €123 in December',
    'nothing is sure in December',
    'in 1 of 10 cases December loses €124 or more',
  ])
  expect([lowHeading([0, 1]), lowHeading([0, -1])]).toEqual(['Count on', '1 in 10 is less'])
})

test('too few months are told, and what comes with more', () => {
  expect(say({ say: 'nothing', months: 1 })).toEqual([
    'Too early to say: 1 full month so far.',
    'After 3 it says what they brought, after 6 what you can count on.',
  ])
  expect(say({ say: 'range', months: 4, low: 10_000, high: 35_000 })[0]).toBe(
    'Too early to say: in 4 full months a month brought €100 to €350.',
  )
})

test('a book without a full month says so', () => {
  expect(say({ say: 'nothing', months: 0 })[0]).toBe('Too early to say: no full month so far.')
})

test('the streams that bring most are named, the others together', () => {
  expect(fromWhom(band, outlook, format)).toBe('From Zine shop €600, Obtool €500, Editing €200, and others €120.')
  // A wage of 1,500 and cents beside nothing else is no more than what it is.
  expect(fromWhom({ ...band, next: { ...band.next, low: 149_480, byStream: [149_480, 0, 0, 0, 0] } }, outlook, format)).toBe(
    'From Obtool €1,494.',
  )
  expect(fromWhom({ ...band, next: { ...band.next, low: 1_250, byStream: [1_000, 250, 0, 0, 0] } }, outlook, format)).toBe(
    'From Obtool €10 and Zine shop €2.50.',
  )
  expect(fromWhom({ say: 'nothing', months: 2 }, outlook, format)).toBeUndefined()
  expect(fromWhom({ ...band, next: { ...band.next, byStream: [0, 0, 0, 0, 0] } }, outlook, format)).toBeUndefined()
})

test('the question is of the month after the running one, at the target that is in force then', () => {
  expect(nextMonth(outlook)).toBe('2026-12')
  expect(nextMonth({ today: '2026-12-31' })).toBe('2027-01')
  expect(questionOf(outlook)).toMatchObject({ first: '2026-09', enough: 250, horizon: 13 })
  expect(questionOf({ ...outlook, targets: [] })?.enough).toBeNull()
  expect(questionOf({ ...outlook, first: null })).toBeUndefined()
})

test('the parts that are named add up to what can be counted on, as both are written', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(400_000), { minLength: 5, maxLength: 5 }), (byStream) => {
      const low = byStream.reduce((sum, part) => sum + part, 0)
      fc.pre(low >= 10_000)
      const told = { ...band, next: { ...band.next, low, byStream } }
      const amounts = (text: string) => [...text.matchAll(/€([\d,]+)/g)].map(([, digits = '']) => Number(digits.replaceAll(',', '')))
      const sum = amounts(fromWhom(told, outlook, format) ?? '').reduce((all, part) => all + part, 0)
      expect([sum]).toEqual(amounts(say(told)[0] ?? ''))
    }),
    { numRuns: 100 },
  )
})
