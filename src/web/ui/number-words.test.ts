import { expect, test } from 'vitest'
import { capital, numberWord, plural } from './number-words.ts'

test('small counts are words, larger ones figures', () => {
  expect(numberWord(3)).toBe('three')
  expect(numberWord(13)).toBe('13')
  expect(capital(numberWord(1))).toBe('One')
})

test('a noun follows its count', () => {
  expect(plural(1, 'row')).toBe('1 row')
  expect(plural(0, 'row')).toBe('0 rows')
  expect(plural(1204, 'entry', { written: '1,204', many: 'entries' })).toBe('1,204 entries')
})
