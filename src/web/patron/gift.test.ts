import { expect, test } from 'vitest'
import { createFormat } from '#web/ui/format.ts'
import { giftOf, readGift } from './gift.ts'

test('what was kept is taken where it is a gift, else it is €5', () => {
  expect(giftOf({ amount: 1200, currency: 'USD' })).toEqual({ amount: 1200, currency: 'USD' })
  for (const slip of [null, 'x', {}, { amount: 0, currency: 'EUR' }, { amount: 1.5, currency: 'EUR' }, { amount: 5, currency: 'XXY' }]) {
    expect(giftOf(slip)).toEqual({ amount: 500, currency: 'EUR' })
  }
})

test('a gift is read with and without its sign', () => {
  expect(readGift('€5', 'en', 'EUR')).toBe(500)
  expect(readGift('7,50 €', 'de', 'EUR')).toBe(750)
  expect(readGift('500', 'en', 'JPY')).toBe(500)
  expect(readGift('0', 'en', 'EUR')).toBeUndefined()
  expect(readGift('five', 'en', 'EUR')).toBeUndefined()
})

test('a gift as it is written reads back in every language', () => {
  for (const locale of ['en', 'da', 'fr', 'de-CH', 'ar-EG', 'fa', 'hi', 'bn'])
    for (const currency of ['EUR', 'USD', 'DKK', 'CHF', 'JPY', 'KWD', 'BYN'])
      expect(readGift(createFormat(locale, currency).money(1500), locale, currency), `${locale} ${currency}`).toBe(1500)
  expect(readGift('$7', 'en', 'EUR')).toBeUndefined()
})
