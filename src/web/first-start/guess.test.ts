import { expect, test } from 'vitest'
import { isCurrency } from '#domain/currency.ts'
import { guessCurrency } from './guess.ts'

test('the currency is guessed from the region, named or likely', () => {
  expect(guessCurrency('de-AT')).toBe('EUR')
  expect(guessCurrency('de-CH')).toBe('CHF')
  expect(guessCurrency('ja')).toBe('JPY')
  expect(guessCurrency('en')).toBe('USD')
  expect(guessCurrency('en-GB')).toBe('GBP')
  expect(guessCurrency('not a locale')).toBe('USD')
})

test('every guess is a currency that is known', () => {
  for (let a = 65; a <= 90; a++) {
    for (let b = 65; b <= 90; b++) {
      expect(isCurrency(guessCurrency(`und-${String.fromCharCode(a, b)}`))).toBe(true)
    }
  }
})
