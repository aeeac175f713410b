import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { exponentOf } from './currency.ts'
import { ecbPacked } from './ecb-table.ts'
import { dayFromNumber, lastDay } from './month.ts'
import { converter, readRateTable, type Series } from './rate.ts'

const folder = new URL('../../../shared/samples/fx/', import.meta.url)
const samples = new URL('ecb-eurofxref-hist_1999-01-04_2026-04-13.csv', folder)
const averages = new URL('derived-ecb-monthly-average.csv', folder)
const table = readRateTable(ecbPacked)

/** A packed value as the bank writes it: no zeros at the end, no point at the end. */
function written(series: Series | undefined, index: number): string {
  const value = series?.values[index] ?? 0
  if (!series || value === 0) return 'N/A'
  const digits = String(value).padStart(series.decimals + 1, '0')
  if (series.decimals === 0) return digits
  const point = digits.length - series.decimals
  return `${digits.slice(0, point)}.${digits.slice(point)}`.replace(/0+$/, '').replace(/\.$/, '')
}

test.skipIf(!existsSync(samples))('every rate of the bank’s file is in the packed table, digit by digit, and no other', () => {
  const [header = '', ...lines] = readFileSync(samples, 'utf8').trim().split('\n')
  const codes = header.split(',').slice(1, -1)
  expect([...table.currencies]).toEqual(codes)
  const rows = lines.toReversed().map((line) => line.split(','))
  expect(table.days.map(dayFromNumber)).toEqual(rows.map(([day]) => day))
  for (const [column, code] of codes.entries()) {
    const series = table.series(code)
    const packed = table.days.map((_, index) => written(series, index))
    expect([code, ...packed]).toEqual([code, ...rows.map((row) => row[column + 1])])
  }
})

test.skipIf(!existsSync(averages))('the mean of a month is the average that others derive from the file', () => {
  const [header = '', ...lines] = readFileSync(averages, 'utf8').trim().split(/\r?\n/)
  const codes = header.split(',').slice(2)
  const converters = codes.map((home) => converter({ home, table, own: [] }))
  const units = codes.map((code) => 10 ** (7 + (exponentOf(code) ?? 0)))
  for (const line of lines) {
    const [month = '', , ...means] = line.split(',')
    const rates = converters.map((convert) => convert.rate('EUR', lastDay(month), true))
    expect(rates.map((rate) => rate !== null)).toEqual(means.map((mean) => mean !== ''))
    const off = means.map((mean, i) =>
      mean === '' ? 0 : Math.abs((rates[i]?.convert(10 ** 9) ?? 0) / (Number(mean) * (units[i] ?? 1)) - 1),
    )
    expect(Math.max(...off)).toBeLessThan(6e-6)
  }
})

test('the shipped table tells its source and what it covers', () => {
  expect(table.source).toContain('European Central Bank')
  expect(table.first).toBe('1999-01-04')
  expect(table.last >= '2026-04-13').toBe(true)
  expect(table.currencies).toHaveLength(41)
  expect(table.currencies).not.toContain('EUR')
})

test('the shipped table is small enough to load', () => {
  expect(ecbPacked.length).toBeLessThan(600_000)
})

test.each([
  ['USD', '1999-01-04', '1.1789'],
  ['JPY', '1999-01-04', '133.73'],
  ['RUB', '2022-03-01', '117.201'],
  ['RUB', '2022-03-02', 'N/A'],
  ['HRK', '2022-12-30', '7.5365'],
  ['TRL', '2004-12-31', '1836200'],
  ['ISK', '2008-12-09', '290'],
  ['ISK', '2015-06-01', 'N/A'],
  ['GBP', '2026-04-13', '0.87058'],
  ['EEK', '2010-12-31', '15.6466'],
])('%s on %s was %s per euro', (code, day, rate) => {
  const index = table.days.map(dayFromNumber).indexOf(day)
  expect(written(table.series(code), index)).toBe(rate)
})

test('a text that is no table is refused', () => {
  expect(() => readRateTable('source\n1999-01-04 A!').first).toThrow('Failed to read a rate table')
})
