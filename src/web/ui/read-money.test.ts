import { expect, test } from 'vitest'
import fc from 'fast-check'
import { readMoney, typedMoney } from './read-money.ts'

test('an amount is read by the marks of the locale', () => {
  expect(readMoney('2,600', 'en', 'EUR')).toBe(260_000)
  expect(readMoney('2.600', 'de', 'EUR')).toBe(260_000)
  expect(readMoney('€ 1.234,5', 'de', 'EUR')).toBe(123_450)
  expect(readMoney('1200', 'en', 'JPY')).toBe(1200)
  expect(readMoney('1.25', 'en', 'KWD')).toBe(1250)
  expect(readMoney('EUR 12', 'en', 'EUR')).toBe(1200)
})

test('the other mark is understood where it can only be one', () => {
  expect(readMoney('12,50', 'en', 'EUR')).toBe(1250)
  expect(readMoney('12.5', 'de', 'EUR')).toBe(1250)
})

test('what could be meant both ways, or not at all, is not read', () => {
  expect(readMoney('1.234', 'en', 'EUR')).toBeUndefined()
  expect(readMoney('1,2,3', 'en', 'EUR')).toBeUndefined()
  expect(readMoney('', 'en', 'EUR')).toBeUndefined()
  expect(readMoney('about ten', 'en', 'EUR')).toBeUndefined()
  expect(readMoney('10', 'en', 'QQQ')).toBeUndefined()
})

test('a word or a sign beside the amount is its own currency’s, or nothing is read', () => {
  expect(readMoney('12 euros', 'en', 'EUR')).toBe(1200)
  expect(readMoney('-€12', 'en', 'EUR')).toBe(-1200)
  expect(readMoney('CA$12', 'en', 'CAD')).toBe(1200)
  expect(readMoney('12,50 zł', 'pl', 'PLN')).toBe(1250)
  for (const text of ['1e9', '12k', '7 USD', '$7', '1 EUR 9', '0x10']) expect(readMoney(text, 'en', 'EUR'), text).toBeUndefined()
})

test('what is written to be edited reads back as the same amount', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: -1e12, max: 1e12 }),
      fc.constantFrom('en', 'de', 'fr', 'ar-EG', 'hi'),
      fc.constantFrom('EUR', 'JPY', 'KWD'),
      (amount, locale, currency) => {
        expect(readMoney(typedMoney(amount, locale, currency), locale, currency)).toBe(amount)
      },
    ),
  )
})
