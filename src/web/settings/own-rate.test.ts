import { expect, test } from 'vitest'
import { ownRateOf, rateTrouble, readRate } from './own-rate.ts'

const form = { currency: 'USD', against: 'EUR', from: '2026-04-14', rate: '0.9213' }

test('a rate is read exactly, by the mark of the locale', () => {
  expect(readRate('0.9213', 'en')).toBe('0.9213')
  expect(readRate('0,9213', 'de')).toBe('0.9213')
  expect(readRate(' 89 ', 'en')).toBe('89')
  for (const text of ['', '0', '0.0', '-1', '1/3', 'x', '0.9213456789012345']) expect(readRate(text, 'en')).toBeUndefined()
})

test('a rate is sent when all of it is there', () => {
  expect(ownRateOf(form, 'en')).toEqual(form)
  expect(ownRateOf({ ...form, against: 'USD' }, 'en')).toBeUndefined()
  expect(Object.keys(rateTrouble({ currency: 'USD', against: 'USD', from: '', rate: '' }, 'en'))).toEqual(['pair', 'from', 'rate'])
})
