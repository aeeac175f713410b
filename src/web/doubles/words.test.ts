import { expect, test } from 'vitest'
import type { Double, DoubleStreams } from '#contract/double.ts'
import type { Entry } from '#contract/entry.ts'
import { createFormat } from '#web/ui/format.ts'
import {
  beyondWords,
  countedWords,
  decidedWords,
  doublesTitle,
  doubleTitle,
  linesWords,
  effectWords,
  remainderWords,
  ruleEffect,
  ruleWords,
  scoreWords,
  sideHeadings,
  tabLabel,
} from './words.ts'

const format = createFormat('en-GB', 'EUR')

const entry = (streamName: string, net: number): Entry => ({
  id: `1:${streamName}`,
  stream: 1,
  streamName,
  ventureName: 'Obtool',
  key: streamName,
  day: '2024-05-03',
  month: '2024-05',
  at: '2024-05-03',
  kind: 'payment',
  currency: 'EUR',
  gross: net,
  fees: 0,
  refunds: 0,
  tax: 0,
  net,
  home: null,
  rate: 'home',
  months: 1,
  edit: null,
  byHand: false,
})

const pair: Double = {
  id: 'a',
  kind: 'pair',
  state: 'proposed',
  score: 96,
  reasons: ['The same payer: Ada.'],
  counts: [entry('Ko-fi', 500)],
  countsLength: 1,
  countsNet: { currency: 'EUR', net: 500 },
  covered: entry('PayPal', 448),
  counted: { currency: 'EUR', net: 448 },
  remainder: null,
}
const landing: Double = {
  ...pair,
  kind: 'landing',
  counted: null,
  countsLength: 3,
  countsNet: { currency: 'EUR', net: 9_000 },
  covered: entry('Bank', 8_880),
  remainder: { currency: 'EUR', net: -120 },
}
const rule: DoubleStreams = {
  counts: 1,
  countsName: 'Ko-fi',
  countsVentureName: 'Obtool',
  covered: 2,
  coveredName: 'PayPal',
  coveredVentureName: 'Zines',
  proposed: 12,
  settled: 3,
  ruled: false,
}
const numbers = { proposed: 12, proven: 3, ruled: 0, accepted: 0, refused: 1 }

test('the page says first what waits, then that all is counted once', () => {
  expect(doublesTitle({ numbers }, format)).toBe('12 amounts may be counted twice.')
  expect(doublesTitle({ numbers: { ...numbers, proposed: 0 } }, format)).toBe('All money is counted once.')
  expect(doublesTitle({ numbers: { ...numbers, proposed: 0, proven: 0 } }, format)).toBe('Nothing is seen twice.')
  expect(tabLabel('proposed', numbers, format)).toBe('To decide 12')
})

test('what all of them come to is said before anything is pressed', () => {
  const effect = { currency: 'EUR', net: -34_000, unknown: 0 }
  expect(effectWords({ effect, matching: 12 }, 'proposed', format)).toBe('These 12 would count once instead of twice: −€340.')
  expect(effectWords({ effect, matching: 1 }, 'proven', format)).toBe('This one counts once instead of twice: −€340.')
  expect(effectWords({ effect: { ...effect, unknown: 2 }, matching: 12 }, 'ruled', format)).toBe(
    'These 12 count once instead of twice: −€340 (2 without a rate not in it).',
  )
  expect(effectWords({ effect, matching: 3 }, 'refused', format)).toBe('')
  expect(effectWords({ effect: { ...effect, net: 0 }, matching: 0 }, 'proposed', format)).toBe('')
})

test('a double is named by its amount and both places', () => {
  expect(doubleTitle(pair, format)).toBe('€5.00 in Obtool · Ko-fi, and again in Obtool · PayPal?')
  expect(doubleTitle(landing, format)).toBe('€88.80 in Obtool · Bank: 3 lines of Obtool · Ko-fi, paid out?')
  expect(doubleTitle({ ...pair, state: 'accepted' }, format)).toBe('€5.00 in Obtool · Ko-fi, and again in Obtool · PayPal')
})

test('the lines of a payout are told as one or as many', () => {
  expect(linesWords(landing, format)).toBe('3 lines of Obtool · Ko-fi')
  expect(linesWords({ ...landing, countsLength: 1 }, format)).toBe('1 line of Obtool · Ko-fi')
})

test('both sides are named by what becomes of them', () => {
  expect(sideHeadings(pair)).toEqual(['paid', 'seen again'])
  expect(sideHeadings({ ...pair, state: 'proven' })).toEqual(['counted', 'seen again, not counted'])
  expect(sideHeadings({ ...landing, state: 'refused' })).toEqual(['paid out', 'arrived'])
})

test('what is left over of a payout is a line that is told', () => {
  expect(remainderWords(landing, format)).toBe('€1.20 less arrived than was sent: that is a fee line of its own.')
  expect(remainderWords({ remainder: { currency: 'EUR', net: 50 } }, format)).toMatch(/^€0\.50 more arrived .+ adjustment/)
  expect(remainderWords(pair, format)).toBe('')
})

test('what counts in the end is said where it is not what the payment itself tells', () => {
  expect(countedWords(pair, format)).toBe('Counted once it is €4.48, in Obtool · Ko-fi.')
  expect(countedWords({ ...pair, counted: { currency: 'EUR', net: 500 } }, format)).toBe('')
  expect(countedWords({ ...pair, state: 'proven' }, format)).toBe('')
})

test('a rule says what it would settle now, and that it goes on', () => {
  expect(ruleWords(rule)).toBe('Everything from Obtool · Ko-fi is in Zines · PayPal')
  expect(ruleEffect(rule, format)).toBe('It would settle 12 of these now, and all that come later; 3 are counted once already')
  expect(ruleEffect({ ...rule, proposed: 0, settled: 15, ruled: true }, format)).toBe('Your rule; 15 are counted once already')
})

test('how sure it is is said in words with its number, and what is certain without', () => {
  expect([100, 96, 88, 72, 50].map(scoreWords)).toEqual([
    'certain',
    'almost certain, 96 of 100',
    'very likely, 88 of 100',
    'likely, 72 of 100',
    'possible, 50 of 100',
  ])
})

test('what was decided is said with its amount and day', () => {
  expect(decidedWords(pair, true, format)).toBe('€4.48 of 3 May 2024 counts once.')
  expect(decidedWords(pair, false, format)).toBe('€4.48 of 3 May 2024 is not the same money: both count.')
})

test('days that were not looked through are told, with their lines', () => {
  expect(beyondWords([], format)).toBe('')
  const beyond = [
    { from: '2024-05-01', to: '2024-05-09', lines: 120_000 },
    { from: '2024-07-01', to: '2024-07-01', lines: 110_000 },
  ]
  expect(beyondWords(beyond, format)).toBe(
    `Too many lines to compare with each other stand in some days: ${format.list([
      `${format.day('2024-05-01')} to ${format.day('2024-05-09')} (120,000 lines)`,
      `${format.day('2024-07-01')} (110,000 lines)`,
    ])}. Nothing is proposed there; what is proven and what you said holds.`,
  )
})
