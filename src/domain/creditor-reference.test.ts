import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { creditorReference, isCreditorReference, printedReference, referencesIn } from './creditor-reference.ts'

const hex = fc.constantFrom(...'0123456789abcdef')
const id = fc.string({ unit: hex, minLength: 32, maxLength: 32 })
const reference = id.map(creditorReference)
const words = fc.constantFrom('', ' thank you', ' 12 EUR', '\nNotprovided', '/SVWZ+', ' RF', ' Patronage 2026-11 ', 'ERF 12 en')
const ALL = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789'

/** The check of ISO 7064 by its definition, on one big number. */
function remainderByDefinition(text: string): bigint {
  return BigInt([...(text.slice(4) + text.slice(0, 4))].map((character) => Number.parseInt(character, 36)).join('')) % 97n
}

test('what is made is a reference of 16 characters by ISO 11649, the same for the same id', () => {
  fc.assert(
    fc.property(id, (id) => {
      const made = creditorReference(id)
      expect(made).toMatch(/^RF\d\dEN[A-Z]{10}$/)
      expect(remainderByDefinition(made)).toBe(1n)
      expect(isCreditorReference(made)).toBe(true)
      expect(creditorReference(id.toUpperCase())).toBe(made)
    }),
  )
})

test('what is made is found in any text, also in small letters, in groups and cut by a line break', () => {
  fc.assert(
    fc.property(reference, words, words, fc.nat(16), (made, before, after, cut) => {
      for (const written of [made, made.toLowerCase(), printedReference(made), `${made.slice(0, cut)}\r\n${made.slice(cut)}`]) {
        expect(referencesIn(before + written + after)).toEqual([made])
      }
    }),
  )
})

test('two references in one text are both found, each once', () => {
  fc.assert(
    fc.property(fc.uniqueArray(reference, { minLength: 2, maxLength: 3 }), (made) => {
      expect(referencesIn([...made, ...made].join(''))).toEqual(made)
    }),
  )
})

test('with any one character wrong it is not found', () => {
  fc.assert(
    fc.property(reference, words, words, (made, before, after) => {
      for (let at = 0; at < made.length; at++) {
        for (const wrong of ALL.replace(made[at]!, '')) {
          expect(referencesIn(before + made.slice(0, at) + wrong + made.slice(at + 1) + after)).toEqual([])
        }
      }
    }),
    { numRuns: 30 },
  )
})

test('with any two characters swapped it is not found', () => {
  fc.assert(
    fc.property(reference, words, words, (made, before, after) => {
      for (let a = 0; a < made.length; a++) {
        for (let b = a + 1; b < made.length; b++) {
          if (made[a] === made[b]) continue
          const swapped = [...made]
          ;[swapped[a], swapped[b]] = [made[b]!, made[a]!]
          expect(referencesIn(before + swapped.join('') + after)).toEqual([])
        }
      }
    }),
  )
})

test('any text at all is searched without an error, and what is found is valid', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      for (const found of referencesIn(text)) expect(isCreditorReference(found)).toBe(true)
    }),
  )
})

test.each(['RF18539007547034', 'RF712348231', 'RF471234567890'])('a reference of somebody else is one, and not ours: %s', (text) => {
  expect(isCreditorReference(text)).toBe(true)
  expect(referencesIn(text)).toEqual([])
})

test.each([
  '',
  'RF18',
  'RF19539007547034',
  'rf18539007547034',
  'RF18 5390 0754 7034',
  'RF18539007547034RF18539007547034',
  'DE18539007547034',
])('"%s" is no reference in electronic form', (text) => expect(isCreditorReference(text)).toBe(false))

test('a reference is printed in groups of four', () => {
  expect(printedReference(creditorReference('0'.repeat(32)))).toMatch(/^RF\d\d ENAA AAAA AAAA$/)
})

test.each(['', '12', 'g'.repeat(32), '0'.repeat(33)])('no reference is made of "%s"', (id) => {
  expect(() => creditorReference(id)).toThrow(RangeError)
})
