import { expect, test } from 'vitest'
import { createFormat } from '#web/ui/format.ts'
import { datesQuestion, datesWords, otherOrder } from './dates-words.ts'

const format = createFormat('en-GB', 'EUR')
const dates = { order: null, by: 'guess', because: '', example: '03/04/2026' } as const

test('the question shows a date of the file as both days that it could be', () => {
  expect(datesQuestion('pp.csv', dates, format)).toBe('Dates in pp.csv read 03/04/2026: 3 April 2026, or 4 March 2026?')
})

test('an order that no date proves is said with its reason', () => {
  const read = { ...dates, order: 'mdy', because: 'the times are of the zone PST' } as const
  expect(datesWords(read, format)).toBe('Dates are read month first (03/04/2026 is 4 March 2026), because the times are of the zone PST.')
  expect([datesWords({ ...read, by: 'proof' }, format), datesWords(dates, format), datesWords(null, format)]).toEqual(['', '', ''])
  expect([otherOrder('dmy'), otherOrder('mdy')]).toEqual(['mdy', 'dmy'])
})
