import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cellText, decimalText, formatOf } from './cell-text.ts'

test.each([
  ['19.989999999999998', '19.99'],
  ['0.30000000000000004', '0.3'],
  ['1E-2', '0.01'],
  ['-1.25e3', '-1250'],
  ['1234567.89', '1234567.89'],
  ['.5', '0.5'],
  ['5.00', '5'],
  ['-0', '0'],
  ['12345678901234567', '12345678901234600'],
  ['abc', 'abc'],
])('%s is %s', (text, decimal) => expect(decimalText(text)).toBe(decimal))

test('every amount of up to fifteen digits comes back exactly, however a spreadsheet stored it', () => {
  fc.assert(
    fc.property(fc.integer({ min: -999_999_999_999, max: 999_999_999_999 }), (cents) => {
      const digits = String(Math.abs(cents)).padStart(3, '0')
      const amount = `${cents < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`
      // Seventeen digits are what a binary fraction is written with.
      const stored = Number(amount).toPrecision(17)
      expect(decimalText(stored)).toBe(decimalText(amount))
    }),
  )
})

test.each([
  ['dd/mm/yyyy', 'date'],
  ['[$-409]mmm\\-yy;@', 'date'],
  ['h:mm AM/PM', 'time'],
  ['[h]:mm:ss', 'hours'],
  ['General', 'number'],
  ['#,##0.00\\ [$USD]', 'number'],
  ['0.00" days"', 'number'],
  ['[Red]-0.00;[Blue]0.00', 'number'],
])('the format %s is a %s', (code, format) => expect(formatOf(code)).toBe(format))

test('a time of day, hours that were worked, and a number that is no day', () => {
  expect(cellText('0.44308', 'time', false)).toBe('10:38:02')
  expect(cellText('1.09375', 'hours', false)).toBe('26:15:00')
  expect(cellText('99999999', 'date', false)).toBe('99999999')
  expect(cellText('-3', 'date', false)).toBe('-3')
})
