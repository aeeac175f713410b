import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { OwnRate } from './book.ts'
import { ecbPacked } from './ecb-table.ts'
import { eachPart, net, plus, NOTHING, type Amounts } from './money.ts'
import { dayFromNumber, dayNumber, lastDay, monthOf } from './month.ts'
import { converted, converter, readRateTable, type RateTable } from './rate.ts'

const table = readRateTable(ecbPacked)
const inEuro = converter({ home: 'EUR', table, own: [] })
const ask = (currency: string, day: string, { home = 'EUR', own = [] }: { home?: string; own?: OwnRate[] } = {}) =>
  converter({ home, table, own }).rate(currency, day, false)

/** A table of a few days in 2020; `-` stands for no value. */
function tableOf(days: string[], series: Record<string, string[]>): RateTable {
  return {
    source: 'a test',
    first: days[0] ?? '',
    last: days.at(-1) ?? '',
    currencies: Object.keys(series),
    days: days.map(dayNumber),
    series: (code) => series[code] && { decimals: 0, values: series[code].map((value) => (value === '-' ? 0 : Number(value))) },
  }
}

test('home money is its own rate, on any day and in any currency', () => {
  const rate = ask('XYZ', '1970-01-01', { home: 'XYZ' })
  expect(rate?.source).toBe('home')
  expect(rate?.day).toBeUndefined()
  expect(rate?.convert(-1234)).toBe(-1234)
})

test('the exponents of both currencies count', () => {
  expect(ask('JPY', '2026-04-13')?.convert(18_675)).toBe(10_000)
  expect(ask('EUR', '2026-04-13', { home: 'JPY' })?.convert(10_000)).toBe(18_675)
  expect(ask('USD', '2026-04-13')?.convert(11_684)).toBe(10_000)
  expect(ask('USD', '2026-04-13', { home: 'GBP' })?.convert(11_684)).toBe(8706)
  expect(ask('TRL', '2004-12-31')?.convert(1_836_200)).toBe(100)
  const own = [{ currency: 'KWD', against: 'EUR', from: '2020-01-01', rate: '3' }]
  expect(ask('KWD', '2024-01-01', { own })?.convert(1000)).toBe(300)
})

test('a converted amount is the exact quotient rounded half to even once', () => {
  const rates = [...table.days.keys()].filter((index) => index % 97 === 0)
  const amount = fc.integer({ min: -(10 ** 12), max: 10 ** 12 })
  fc.assert(
    fc.property(fc.constantFrom(...rates), amount, (index, cents) => {
      const value = BigInt(table.series('USD')?.values[index] ?? 0)
      const converted = BigInt(inEuro.rate('USD', dayFromNumber(table.days[index] ?? 0), false)?.convert(cents) ?? Number.NaN)
      const off = 2n * (BigInt(cents) * 10_000n - converted * value)
      const distance = off < 0n ? -off : off
      expect(distance < value || (distance === value && converted % 2n === 0n)).toBe(true)
    }),
  )
})

test('converting turns with the sign', () => {
  const rate = ask('USD', '2024-02-29')
  fc.assert(
    fc.property(fc.integer(), (amount) => {
      expect(rate?.convert(-amount)).toBe(0 - (rate?.convert(amount) ?? 0))
    }),
  )
})

test('converted rows sum to the converted total shown', () => {
  const cents = fc.integer({ min: -1_000_000, max: 1_000_000 })
  const row = fc.record({ gross: cents, fees: cents, refunds: cents, tax: cents })
  const rate = ask('GBP', '2024-02-29')
  const convert = (amounts: Amounts): Amounts => eachPart(amounts, (part) => rate?.convert(part) ?? 0)
  fc.assert(
    fc.property(fc.array(row), (rows) => {
      const shown = rows.map(convert)
      const total = shown.reduce(plus, NOTHING)
      expect(net(total)).toBe(shown.reduce((sum, each) => sum + net(each), 0))
    }),
  )
})

test('a day takes the last rate published, over a weekend and over holidays', () => {
  expect(ask('USD', '2026-04-04')?.day).toBe('2026-04-02')
  expect(ask('USD', '2026-04-06')?.day).toBe('2026-04-02')
  expect(ask('USD', '2026-04-07')?.day).toBe('2026-04-07')
  expect(ask('USD', '2024-02-29')).toMatchObject({ source: 'ecb', day: '2024-02-29' })
})

test('any day that the table covers has a rate of at most a week before', () => {
  const day = fc.integer({ min: dayNumber(table.first), max: dayNumber(table.last) })
  fc.assert(
    fc.property(day, fc.constantFrom('USD', 'JPY', 'GBP', 'SEK'), (number, currency) => {
      const rate = inEuro.rate(currency, dayFromNumber(number), false)
      const age = number - dayNumber(rate?.day ?? '1900-01-01')
      expect(rate?.source).toBe('ecb')
      expect(age >= 0 && age <= 7).toBe(true)
    }),
  )
})

test('there is nothing before the table', () => {
  expect(ask('USD', '1999-01-03')).toBeNull()
  expect(ask('EUR', '1998-12-31', { home: 'USD' })).toBeNull()
  expect(ask('USD', '1999-01-04')?.source).toBe('ecb')
})

test('after the end of the table its last rate is an estimate', () => {
  expect(ask('USD', '2026-04-14')).toMatchObject({ source: 'estimated', day: '2026-04-13' })
  expect(ask('USD', '2031-01-01')).toMatchObject({ source: 'estimated', day: '2026-04-13' })
  expect(ask('EUR', '2031-01-01', { home: 'CHF' })?.source).toBe('estimated')
  expect(ask('USD', '2026-04-13')?.source).toBe('ecb')
})

test('a series that has ended has no rate from then on, but on the weekend after its last day', () => {
  expect(ask('RUB', '2022-03-01')?.source).toBe('ecb')
  expect(ask('RUB', '2022-03-02')).toBeNull()
  expect(ask('RUB', '2026-06-01')).toBeNull()
  expect(ask('HRK', '2023-01-01')).toMatchObject({ source: 'ecb', day: '2022-12-30' })
  expect(ask('HRK', '2023-01-02')).toBeNull()
  expect(ask('BGN', '2026-01-01')).toMatchObject({ source: 'ecb', day: '2025-12-31' })
  expect(ask('BGN', '2026-01-02')).toBeNull()
  expect(ask('BGN', '2027-01-01')).toBeNull()
  expect(ask('EUR', '2023-05-01', { home: 'HRK' })).toBeNull()
})

test('a gap in a series takes its own last value for a week', () => {
  const days = ['2020-03-02', '2020-03-03', '2020-03-04', '2020-03-09', '2020-03-11', '2020-03-12']
  const gappy = tableOf(days, { USD: ['2', '-', '-', '-', '-', '4'], GBP: ['1', '1', '-', '-', '-', '-'] })
  const rate = (currency: string, day: string) => converter({ home: 'EUR', table: gappy, own: [] }).rate(currency, day, false)
  expect(rate('USD', '2020-03-04')).toMatchObject({ source: 'ecb', day: '2020-03-02' })
  expect(rate('USD', '2020-03-09')?.day).toBe('2020-03-02')
  expect(rate('USD', '2020-03-11')).toBeNull()
  expect(rate('USD', '2020-03-12')?.day).toBe('2020-03-12')
  expect(rate('GBP', '2020-03-04')).toBeNull()
  expect(ask('ISK', '2008-12-16')?.day).toBe('2008-12-09')
  expect(ask('ISK', '2008-12-17')).toBeNull()
  expect(ask('ISK', '2018-02-01')?.source).toBe('ecb')
})

test('a publication of more than a week ago says nothing of a day inside the table', () => {
  const sparse = tableOf(['2020-03-02', '2020-03-20'], { USD: ['2', '4'] })
  const rate = (day: string) => converter({ home: 'EUR', table: sparse, own: [] }).rate('USD', day, false)
  expect(rate('2020-03-09')?.convert(200)).toBe(100)
  expect(rate('2020-03-10')).toBeNull()
})

test('a code that is no currency, or has no series, has no rate', () => {
  expect(ask('XAU', '2024-01-02')).toBeNull()
  expect(ask('usd', '2024-01-02')).toBeNull()
  expect(ask('KWD', '2024-01-02')).toBeNull()
  expect(ask('USD', '2024-01-02', { home: 'KWD' })).toBeNull()
})

const own: OwnRate[] = [
  { currency: 'USD', against: 'EUR', from: '2024-01-01', rate: '0.90' },
  { currency: 'USD', against: 'EUR', from: '2024-07-01', rate: '0.80' },
  { currency: 'EUR', against: 'GBP', from: '2024-01-01', rate: '0.5' },
  { currency: 'GBP', against: 'USD', from: '2024-01-01', rate: '9' },
  { currency: 'RUB', against: 'EUR', from: '2022-03-02', rate: '0.0095' },
]

test('an own rate overrides from its day on, the newest that holds', () => {
  expect(ask('USD', '2023-12-31', { own })?.source).toBe('ecb')
  expect(ask('USD', '2024-06-30', { own })).toMatchObject({ source: 'own', day: '2024-01-01' })
  expect(ask('USD', '2024-06-30', { own })?.convert(1000)).toBe(900)
  expect(ask('USD', '2024-07-01', { own: own.toReversed() })?.convert(1000)).toBe(800)
  expect(ask('RUB', '2024-07-01', { own })?.convert(100_000)).toBe(950)
})

test('an own rate told from home is used upside down, and one of another pair is not used', () => {
  expect(ask('GBP', '2024-02-01', { own })?.convert(1000)).toBe(2000)
  expect(ask('GBP', '2024-02-01', { home: 'CHF', own })?.source).toBe('ecb')
})

test('an own rate holds for whole months and after the table too', () => {
  const convert = converter({ home: 'EUR', table, own })
  expect(convert.rate('USD', '2024-06-30', true)?.source).toBe('own')
  expect(convert.rate('USD', '2029-06-30', false)?.source).toBe('own')
})

test.each(['0', '0.00', '', 'abc', '-1', '1e3'])('an own rate of "%s" is none', (rate) => {
  expect(ask('USD', '2024-02-01', { own: [{ currency: 'USD', against: 'EUR', from: '2024-01-01', rate }] })?.source).toBe('ecb')
})

test('a whole month takes the mean of what was published in it', () => {
  const rate = inEuro.rate('USD', '1999-01-31', true)
  expect(rate).toMatchObject({ source: 'ecb', day: '1999-01-29' })
  expect(rate?.convert(116_078)).toBe(100_000)
  const mean = tableOf(['2020-01-31', '2020-02-03', '2020-02-04', '2020-02-28', '2020-03-02'], { USD: ['9', '1', '2', '6', '9'] })
  const month = converter({ home: 'EUR', table: mean, own: [] })
  expect(month.rate('USD', '2020-02-29', true)?.convert(300)).toBe(100)
  expect(month.rate('USD', '2020-02-10', true)?.convert(300)).toBe(100)
})

test('a month that is not over in the table is estimated by what is published of it, a later one by the last rate', () => {
  const running = inEuro.rate('USD', '2026-04-30', true)
  expect(running).toMatchObject({ source: 'estimated', day: '2026-04-13' })
  expect(running?.convert(10 ** 9)).not.toBe(ask('USD', '2026-04-13')?.convert(10 ** 9))
  const later = inEuro.rate('USD', '2026-05-31', true)
  expect(later).toMatchObject({ source: 'estimated', day: '2026-04-13' })
  expect(later?.convert(10 ** 9)).toBe(ask('USD', '2026-04-13')?.convert(10 ** 9))
})

test('a month without any value of the currency has no rate', () => {
  expect(inEuro.rate('USD', '1998-12-31', true)).toBeNull()
  expect(inEuro.rate('RUB', '2022-04-30', true)).toBeNull()
  expect(inEuro.rate('ISK', '2012-04-30', true)).toBeNull()
  expect(inEuro.rate('BGN', '2026-06-30', true)).toBeNull()
  expect(inEuro.rate('RUB', '2022-03-31', true)?.convert(117_201)).toBe(1000)
})

test('the mean of a month lies between its lowest and its highest day', () => {
  const index = fc.integer({ min: 0, max: table.days.length - 1 })
  fc.assert(
    fc.property(index, fc.constantFrom('USD', 'JPY', 'ZAR'), (at, currency) => {
      const month = monthOf(dayFromNumber(table.days[at] ?? 0))
      const days = table.days.map(dayFromNumber).filter((day) => monthOf(day) === month)
      const all = days.map((day) => inEuro.rate(currency, day, false)?.convert(10 ** 9) ?? 0)
      const mean = inEuro.rate(currency, lastDay(month), true)?.convert(10 ** 9) ?? 0
      expect(mean).toBeGreaterThanOrEqual(Math.min(...all))
      expect(mean).toBeLessThanOrEqual(Math.max(...all))
    }),
    { numRuns: 30 },
  )
})

test('an amount that comes to more than a line may hold is refused, not rounded: none of the parts has a value at home', () => {
  const rate = ask('EUR', '2024-01-02', { home: 'IDR' })
  if (!rate) throw new Error('There is no rate.')
  expect(rate.convert(1_000_000_000)).toBeGreaterThan(1_000_000_000_000)
  for (const amount of [9_000_000_000_000, -9_000_000_000_000, 2 ** 52]) {
    expect(rate.convert(amount)).toBeNull()
    expect(converted({ ...NOTHING, gross: amount, fees: 1 }, rate)).toBeNull()
  }
  expect(converted({ ...NOTHING, gross: 100 }, rate)?.gross).toBe(rate.convert(100))
})
