import { expect, test } from 'vitest'
import { emptyMapping, mappingOf, mappingTrouble } from './mapping-draft.ts'

test('a guess comes back as the mapping it was; columns that are not named are left out', () => {
  const guess = { date: 'Day', amount: 'Sum', currency: 'Cur', dateOrder: 'dmy', decimals: ',' } as const
  expect(mappingOf(emptyMapping(guess, 'EUR'))).toEqual(guess)
  expect(mappingOf(emptyMapping(null, 'SEK'))).toEqual({ date: '', amount: '', currencyCode: 'SEK', dateOrder: 'ymd', decimals: '.' })
})

test('what is missing is said', () => {
  const draft = { ...emptyMapping(null, 'EUR'), date: 'Day', amount: 'Sum' }
  expect(mappingTrouble(draft)).toBeUndefined()
  expect(mappingTrouble({ ...draft, date: '' })).toMatch(/the day/)
  expect(mappingTrouble({ ...draft, amount: 'Day' })).toMatch(/same column/)
  expect(mappingTrouble({ ...draft, fee: 'Sum' })).toMatch(/same column/)
})
