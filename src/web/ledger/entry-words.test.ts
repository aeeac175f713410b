import { expect, test } from 'vitest'
import { createFormat } from '#web/ui/format.ts'
import { doubleWords, lineKind, partsWords, rateWords, shortRateWords, unitRateWords } from './entry-words.ts'

const en = createFormat('en-GB', 'EUR')

test('a rate is told by its source and its day', () => {
  expect(rateWords({ rate: 'ecb', rateDay: '2026-04-13' }, en)).toBe('ECB rate of 13 April 2026')
  expect(rateWords({ rate: 'estimated', rateDay: '2026-04-13' }, en)).toBe('estimated at the rate of 13 April 2026')
  expect(shortRateWords({ rate: 'estimated', rateDay: '2026-04-13' }, en)).toBe('estimated, 13 Apr')
  expect(rateWords({ rate: 'stream', rateDay: '2026-04-13' }, en)).toBe('rate of this stream from 13 April 2026 on')
  expect(shortRateWords({ rate: 'stream', rateDay: '2026-04-13' }, en)).toBe('stream’s rate, 13 Apr')
  expect(rateWords({ rate: 'none' }, en)).toBe('no rate')
  expect(rateWords({ rate: 'home' }, en)).toBe('')
})

test('a line that no source tells is called an estimate, not a month’s sum', () => {
  expect(lineKind({ kind: 'summary', estimate: true })).toBe('estimate from patron lists')
  expect(lineKind({ kind: 'summary' })).toBe('month’s sum')
})

test('what one unit was worth is told with every digit, once it is known', () => {
  expect(unitRateWords({ currency: 'USD', unitRate: '0.92134' }, en)).toBe('1 USD = 0.92134 EUR, ')
  expect(unitRateWords({ currency: 'USD', unitRate: '1234.5' }, createFormat('de', 'EUR'))).toBe('1 USD = 1.234,5 EUR, ')
  expect(unitRateWords({ currency: 'USD' }, en)).toBe('')
})

test('parts are told where gross is not all there is', () => {
  expect(partsWords({ gross: 500, fees: 35, refunds: 0 }, String)).toBe('500, 35 fees')
  expect(partsWords({ gross: 0, fees: 35, refunds: 0 }, String)).toBe('35 fees')
  expect(partsWords({ gross: 500, fees: 0, refunds: 0 }, String)).toBe('')
})

test('a line of a double says where its other side is', () => {
  const other = { id: '2:a', streamName: 'Ko-fi', ventureName: 'Obtool' }
  expect(doubleWords({})).toBe('')
  expect(doubleWords({ double: { id: 'd', role: 'covered', other } })).toBe('counted in Obtool · Ko-fi')
  expect(doubleWords({ double: { id: 'd', role: 'counts', other } })).toBe('seen again in Obtool · Ko-fi')
  expect(doubleWords({ double: { id: 'd', role: 'remainder', other } })).toBe('left over of what arrived in Obtool · Ko-fi')
  expect(doubleWords({ double: { id: 'd', role: 'covered' } })).toBe('told by another stream')
})
