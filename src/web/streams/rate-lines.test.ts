import { expect, test } from 'vitest'
import { readRateLines } from './rate-lines.ts'

const pair = { currency: 'USD', against: 'EUR' }

test('days and rates are read line by line, however a table parts them, in the locale or as machines write them', () => {
  expect(readRateLines('2026-05-03 0,92\n\n2026-06-01\t0.95\r\n2026-07-01;1', pair, 'de')).toEqual([
    { ...pair, from: '2026-05-03', rate: '0.92' },
    { ...pair, from: '2026-06-01', rate: '0.95' },
    { ...pair, from: '2026-07-01', rate: '1' },
  ])
})

test.each([
  ['2026-05-03 0.92\n2026-02-30 0.9', 'Line 2 '],
  ['2026-05-03', 'Line 1 '],
  ['2026-05-03 0', 'Line 1 '],
  ['2026-05-03 0.92 EUR', 'Line 1 '],
  [' \n', 'Write a day'],
])('%j is told to be none', (text, says) => expect(readRateLines(text, pair, 'en')).toContain(says))
