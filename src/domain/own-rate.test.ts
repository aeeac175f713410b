import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ecbPacked } from './ecb-table.ts'
import { streamConverter, unitRate } from './own-rate.ts'
import { converter, readRateTable } from './rate.ts'

const table = readRateTable(ecbPacked)
const bookRate = { currency: 'USD', against: 'EUR', from: '2024-01-01', rate: '0.5' }
const streamRate = { currency: 'USD', against: 'EUR', from: '2024-06-01', rate: '0.25' }
const book = converter({ home: 'EUR', table, own: [bookRate] })
const stream = streamConverter([streamRate], 'EUR', book)

test("a stream's rate comes before the book's, and that before the published one", () => {
  const told = (day: string) => {
    const rate = stream.rate('USD', day, false)
    return [rate?.source, rate?.day, rate?.convert(1000)]
  }
  expect(told('2024-06-15')).toEqual(['stream', '2024-06-01', 250])
  expect(told('2024-05-31')).toEqual(['own', '2024-01-01', 500])
  expect(told('2023-05-31')?.[0]).toBe('ecb')
  expect(stream.rate('EUR', '2024-06-15', false)?.source).toBe('home')
})

test('without rates of its own a stream converts as the book does', () => {
  const plain = streamConverter([], 'EUR', book)
  const codes = fc.constantFrom('USD', 'JPY', 'CHF', 'EUR', 'RUB')
  fc.assert(
    fc.property(codes, fc.constantFrom('2023-05-03', '2024-02-29', '2025-01-01'), fc.boolean(), (code, day, whole) => {
      expect(plain.rate(code, day, whole)?.convert(123_456)).toBe(book.rate(code, day, whole)?.convert(123_456))
    }),
  )
})

test('a rate that is told from home is turned, and a currency without decimals keeps its own', () => {
  const turned = streamConverter([{ currency: 'EUR', against: 'JPY', from: '2024-01-01', rate: '160' }], 'EUR', book)
  expect(turned.rate('JPY', '2024-02-01', false)?.convert(1600)).toBe(1000)
})

test('what one unit is worth is told in as many digits as it takes', () => {
  const rate = (currency: string, day = '2024-06-15') => {
    const found = stream.rate(currency, day, false)
    return found && unitRate(found, currency, 'EUR')
  }
  expect(rate('USD')).toBe('0.25')
  expect(rate('EUR')).toBe('1')
  expect(rate('JPY', '2024-05-03')).toMatch(/^0\.00\d{3,}$/)
  const slip = streamConverter([{ ...streamRate, rate: '999999999999' }], 'EUR', book).rate('USD', '2024-06-15', false)
  expect(slip && unitRate(slip, 'USD', 'EUR')).toBeUndefined()
})
