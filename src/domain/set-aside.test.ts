import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { addMonths, monthRange } from './month.ts'
import { setAside, taxPeriodOf, taxPeriods, type TaxRule } from './set-aside.ts'
import { presetOf, TAX_PRESETS } from './tax-preset.ts'

const us = presetOf('us').periods
const germany = presetOf('de').periods
const uk = presetOf('uk').periods
const rule = (from: string, rate: number, more: Partial<TaxRule> = {}): TaxRule => ({
  from,
  rate,
  streams: [],
  periods: germany,
  preset: 'de',
  ...more,
})

test('periods have the due days of their calendar, over the turn of the year too', () => {
  expect(taxPeriodOf(us, '2026-05')).toEqual({ from: '2026-04', to: '2026-05', due: '2026-06-15' })
  expect(taxPeriodOf(us, '2026-12')).toEqual({ from: '2026-09', to: '2026-12', due: '2027-01-15' })
  expect(taxPeriodOf(germany, '2026-11')).toEqual({ from: '2026-10', to: '2026-12', due: '2026-12-10' })
  expect(taxPeriodOf(uk, '2026-11')).toEqual({ from: '2026-10', to: '2026-12', due: '2027-07-31' })
  expect(taxPeriodOf(uk, '2026-02')).toEqual({ from: '2026-01', to: '2026-03', due: '2026-07-31' })
  expect(taxPeriodOf([{ start: 4, dueMonth: 1, dueDay: 31 }], '2026-02')).toEqual({ from: '2025-04', to: '2026-03', due: '2026-01-31' })
})

test('METRICS 18: a quarter is its net by stream times the rate of each, less what was withheld and put aside', () => {
  const rules = [rule('2026-07', 2_500, { streams: [{ stream: 2, rate: 0 }] })]
  const nets = [
    { stream: 1, month: '2026-10', net: 1_000_00, withheld: 0 },
    { stream: 2, month: '2026-10', net: 500_00, withheld: 0 },
    { stream: 1, month: '2026-11', net: 800_00, withheld: 60_00 },
    { stream: 1, month: '2026-09', net: 100_00, withheld: 0 },
  ]
  const put = [{ month: '2026-10', amount: 200_00 }]
  expect(taxPeriods(rules, { nets, put, today: '2026-11-27' })).toEqual([
    { from: '2026-10', to: '2026-12', due: '2026-12-10', net: 2_300_00, aside: 450_00, withheld: 60_00, put: 200_00, rest: 190_00 },
    { from: '2026-07', to: '2026-09', due: '2026-09-10', net: 100_00, aside: 25_00, withheld: 0, put: 0, rest: 25_00 },
  ])
  expect(taxPeriods([], { nets, put, today: '2026-11-27' })).toEqual([])
})

test('a new rate changes no month before it, and cuts the period in two', () => {
  const rules = [rule('2026-07', 2_500), rule('2026-11', 3_000)]
  expect(setAside(rules, { stream: 1, month: '2026-10', net: 100_00 })).toBe(25_00)
  expect(setAside(rules, { stream: 1, month: '2026-11', net: 100_00 })).toBe(30_00)
  expect(setAside(rules, { stream: 1, month: '2026-06', net: 100_00 })).toBe(0)
  const told = taxPeriods(rules, { nets: [], put: [], today: '2026-11-27' })
  expect(told.map(({ from, to }) => [from, to])).toEqual([
    ['2026-11', '2026-12'],
    ['2026-10', '2026-10'],
    ['2026-07', '2026-09'],
  ])
})

test('periods follow each other without a gap, and together hold every month under a rule once', () => {
  const preset = fc.constantFrom(...TAX_PRESETS.map(({ periods }) => periods))
  const froms = fc.uniqueArray(fc.nat(40), { minLength: 1, maxLength: 4 })
  fc.assert(
    fc.property(froms, preset, (offsets, periods) => {
      const rules = offsets.map((offset) => rule(addMonths('2023-01', offset), 1_000, { periods }))
      const told = taxPeriods(rules, { nets: [], put: [], today: '2026-11-27' })
      const first = addMonths('2023-01', Math.min(...offsets))
      const months = told.toReversed().flatMap(({ from, to }) => monthRange(from, to))
      expect(months.filter((month) => month <= '2026-11')).toEqual(monthRange(first, '2026-11'))
    }),
    { numRuns: 60 },
  )
})
