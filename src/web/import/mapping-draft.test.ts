import { expect, test } from 'vitest'
import { emptyMapping, feeSignIn, mappingOf, mappingTrouble } from './mapping-draft.ts'

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

test('how fees are signed is seen from those beside payments, and asked where none is', () => {
  const draft = { ...emptyMapping(null, 'EUR'), date: 'Day', amount: 'Sum', fee: 'Kept' }
  const sign = (...rows: string[][]) =>
    feeSignIn({ header: ['Day', 'Sum', 'Kept'], rows: rows.map((row) => ['2024-01-01', ...row]), guess: null }, draft)
  expect([sign(['10', '-0.5'], ['-10', '0.5']), sign(['10', '0.5']), sign(['-10', '0.5'], ['10', '0'])]).toEqual(['-', '+', ''])
  expect(mappingOf({ ...draft, feeSign: '-' })).toMatchObject({ fee: 'Kept', feeSign: '-' })
  expect(mappingOf(draft)).not.toHaveProperty('feeSign')
})
