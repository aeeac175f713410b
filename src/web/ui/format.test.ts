import { expect, test } from 'vitest'
import { createFormat } from './format.ts'

const en = createFormat('en', 'EUR')

test('cents are left out from 100 on, and where there are none', () => {
  expect(en.money(241_260)).toBe('€2,413')
  expect(en.money(9_950)).toBe('€99.50')
  expect(en.money(9_900)).toBe('€99')
  expect(en.money(1250, { currency: 'JPY' })).toBe('¥1,250')
})

test('two currencies of one sign are told apart', () => {
  const canadian = createFormat('en-US', 'CAD')
  expect(canadian.money(200_000)).toBe('$2,000')
  expect(canadian.money(200_000, { currency: 'USD' })).toBe('USD\u00a02,000')
  expect(en.money(200_000, { currency: 'CAD' })).toBe('CA$2,000')
})

test('tables show every decimal of the currency', () => {
  expect(en.exact(241_200)).toBe('€2,412.00')
  expect(en.exact(1_234, 'KWD')).toMatch(/1\.234$/)
})

test('a negative amount has a true minus sign', () => {
  expect(en.money(-350)).toBe('\u2212€3.50')
  expect(en.percent(-0.12, true)).toBe('\u221212%')
})

test('two parts of a whole, rounded, add up to it', () => {
  for (const cents of [0, 1, 49, 50, 51, 99]) {
    const shown = [en.money(200_000 + cents), en.money(60_000 - cents, { round: 'rest' })].map((text) => Number(text.replace(/[€,]/g, '')))
    expect(shown[0]! + shown[1]!).toBe(2600)
  }
  expect(en.money(241_199, { round: 'down' })).toBe('€2,411')
})

test('amounts beyond what floating point holds exactly in whole units keep their last cent', () => {
  expect(en.exact(9_007_199_254_740_991)).toBe('€90,071,992,547,409.91')
})

test('days and months are said in English, amounts written as the locale writes them', () => {
  expect(en.month('2026-11')).toBe('November 2026')
  expect(en.ordinal('2026-11-22')).toBe('22nd')
  expect(en.ordinal('2026-11-11')).toBe('11th')
  const de = createFormat('de', 'EUR')
  expect([de.ordinal('2026-11-11'), de.month('2026-10'), de.day('2026-10-03')]).toEqual(['11th', 'October 2026', '3 October 2026'])
  expect(de.money(260_000)).toBe('2.600\u00a0€')
  expect(createFormat('no such locale', 'EUR').month('2026-11')).toBe('November 2026')
})

test('compact amounts fit an axis', () => {
  expect(en.money(300_000, { style: 'compact' })).toBe('€3K')
  expect(en.money(0, { style: 'compact' })).toBe('€0')
})
