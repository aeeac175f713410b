import * as fc from 'fast-check'
import { isSEPACountry } from 'ibantools'
import { expect, test } from 'vitest'
import { bicTrouble, electronic, ibanTrouble, isSepa, printedIban, SEPA_COUNTRIES } from './iban.ts'

/** Examples of https://www.swift.com/standards/data-standards/iban-international-bank-account-number */
const IBANS = [
  'DE89370400440532013000',
  'GB29NWBK60161331926819',
  'NO9386011117947',
  'MT84MALT011000012345MTLCAST001S',
  'FR1420041010050500013M02606',
]

test.each(IBANS)('%s is a good IBAN however it is written, and is printed in groups of four', (iban) => {
  expect(ibanTrouble(iban)).toBeUndefined()
  expect(ibanTrouble(` ${printedIban(iban).toLowerCase()} `)).toBeUndefined()
  expect(electronic(printedIban(iban))).toBe(iban)
  expect(
    printedIban(iban)
      .split(' ')
      .every((group, i, all) => group.length === 4 || i === all.length - 1),
  ).toBe(true)
})

test('an IBAN with any one character wrong, or two neighbours swapped, has trouble', () => {
  fc.assert(
    fc.property(fc.constantFrom(...IBANS), fc.nat(40), fc.constantFrom(...'ABCXYZ0123456789'), (iban, position, other) => {
      const at = position % iban.length
      const wrong = iban.slice(0, at) + other + iban.slice(at + 1)
      if (wrong !== iban) expect(ibanTrouble(wrong)).toBeTypeOf('string')
      const swapped = iban.slice(0, at) + (iban[at + 1] ?? '') + iban[at]! + iban.slice(at + 2)
      if (swapped !== iban) expect(ibanTrouble(swapped)).toBeTypeOf('string')
    }),
  )
})

test.each([
  ['', 'empty'],
  ['XX00', 'no country'],
  ['DE8937040044053201300', 'has 21 characters; one of DE has 22'],
  ['DE8937040044053201300X', 'never has it'],
  ['DEX937040044053201300', '21 characters'],
  ['DE88370400440532013000', 'check digits'],
])('what is wrong with "%s" is told: %s', (iban, words) => expect(ibanTrouble(iban)).toContain(words))

test('any text is checked without an error', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => typeof ibanTrouble(text) !== 'number' && bicTrouble(text) !== ''))
})

test.each(['COBADEFF', 'cobadeffxxx', 'NWBK GB 2L'])('%s is a good BIC', (bic) => expect(bicTrouble(bic)).toBeUndefined())

test.each([
  ['', 'empty'],
  ['COBADEF', '8 or 11'],
  ['COBADEFFXX', '8 or 11'],
  ['COBAQQFF', 'no country'],
])('what is wrong with the BIC "%s" is told: %s', (bic, words) => expect(bicTrouble(bic)).toContain(words))

test('every country that ibantools knows to be in SEPA is, and five that joined later', () => {
  const later = SEPA_COUNTRIES.filter((country) => !isSEPACountry(country))
  expect(later).toEqual(['AL', 'MD', 'ME', 'MK', 'RS'])
  expect(new Set(SEPA_COUNTRIES).size).toBe(42)
  expect(['DE89', 'gb29', 'RS35'].map(isSepa)).toEqual([true, true, true])
  expect(['BR15', 'TR33', ''].map(isSepa)).toEqual([false, false, false])
})
