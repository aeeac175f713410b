import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { ENTRY_KINDS, type Entry } from './entry.ts'
import { groupCells, median, totalsOf, type Group, type GroupOptions, type Grouping, type MonthCell, type StreamPlace } from './income.ts'
import { NOTHING } from './money.ts'
import { dayFromNumber, monthOf } from './month.ts'

const streams = new Map<number, StreamPlace>([
  [1, { venture: 1, kind: 'patronage' }],
  [2, { venture: 1, kind: 'sales' }],
  [3, { venture: 2, kind: 'sales' }],
])
const home = 'EUR'
const cents = fc.integer({ min: -100_000, max: 100_000 })
const amounts = fc.record({ gross: cents, fees: cents, refunds: cents, tax: cents })

const entry: fc.Arbitrary<Entry> = fc
  .record({
    key: fc.uuid(),
    stream: fc.constantFrom(1, 2, 3),
    number: fc.integer({ min: 19_800, max: 19_900 }),
    kind: fc.constantFrom(...ENTRY_KINDS),
    currency: fc.constantFrom('EUR', 'USD', 'RUB'),
    native: amounts,
    home: fc.option(amounts),
    rate: fc.constantFrom('ecb', 'estimated'),
    uncounted: fc.option(fc.constantFrom('covered', 'deleted'), { freq: 5, nil: undefined }),
  })
  .map(({ number, native, uncounted, ...rest }) => {
    const day = dayFromNumber(number)
    const counted = uncounted === undefined ? {} : { uncounted }
    return { ...rest, ...native, ...counted, day, month: monthOf(day), at: day, months: 1, edited: false }
  })
const entries = fc.array(entry, { maxLength: 40 })
const by = fc.subarray<Grouping>(['day', 'month', 'stream', 'venture', 'kind', 'currency'])

/** All rows of one currency and state together. */
function grandTotals(groups: Group[]): Record<string, unknown> {
  return Object.fromEntries(groups.map((each) => [`${each.currency} ${each.unconverted ?? ''}`, [each.sums, each.estimated]]))
}

function regrouped(groups: Group[]): Record<string, unknown> {
  const cells = groups.map((each): MonthCell => {
    const { entries: _, ...sums } = each.sums
    return {
      stream: 1,
      month: '',
      currency: each.currency,
      native: each.sums,
      home: each.unconverted ? null : sums,
      estimated: each.estimated,
    }
  })
  return grandTotals(groupCells(cells, { by: [], home }))
}

test('totals by any grouping agree', () => {
  fc.assert(
    fc.property(entries, by, (lines, fields) => {
      const whole = grandTotals(totalsOf(lines, { by: [], home }))
      expect(regrouped(totalsOf(lines, { by: fields, streams, home }))).toEqual(whole)
    }),
  )
})

test('native totals by any grouping agree', () => {
  fc.assert(
    fc.property(entries, by, (lines, fields) => {
      const perCurrency = (groups: Group[]): Record<string, number> => {
        const sums: Record<string, number> = {}
        for (const {
          currency,
          sums: { gross },
        } of groups)
          sums[currency] = (sums[currency] ?? 0) + gross
        return sums
      }
      const whole = perCurrency(totalsOf(lines, { by: [], home, native: true }))
      expect(perCurrency(totalsOf(lines, { by: fields, streams, home, native: true }))).toEqual(whole)
    }),
  )
})

test('totals of cells are the totals of the lines in them', () => {
  fc.assert(
    fc.property(
      entries,
      by.map((fields) => fields.filter((field) => field !== 'day')),
      (lines, fields) => {
        const options = { by: fields, streams, home }
        const cells = lines
          .filter((each) => each.kind !== 'transfer' && each.uncounted === undefined)
          .map(({ stream, month, currency, gross, fees, refunds, tax, rate, home: own }): MonthCell => {
            return {
              stream,
              month,
              currency,
              native: { gross, fees, refunds, tax, entries: 1 },
              home: own,
              estimated: rate === 'estimated' ? 1 : 0,
            }
          })
        expect(groupCells(cells, options)).toEqual(totalsOf(lines, options))
      },
    ),
  )
})

test('the order of lines changes no total', () => {
  fc.assert(
    fc.property(entries, by, (lines, fields) => {
      const options: GroupOptions<Grouping> = { by: fields, streams, home }
      expect(totalsOf(lines.toReversed(), options)).toEqual(totalsOf(lines, options))
    }),
  )
})

test('every row is told apart from every other by its fields and its currency', () => {
  fc.assert(
    fc.property(entries, by, (lines, fields) => {
      const names = totalsOf(lines, { by: fields, streams, home }).map((row) => JSON.stringify({ ...row, sums: null, estimated: null }))
      expect(new Set(names).size).toBe(names.length)
    }),
  )
})

const cell = (facts: Partial<MonthCell>): MonthCell => ({
  stream: 1,
  month: '2024-01',
  currency: 'EUR',
  native: { ...NOTHING, gross: 100, entries: 1 },
  home: { ...NOTHING, gross: 100 },
  estimated: 0,
  ...facts,
})

test('money without a rate stands in rows of its own currency and in no home total', () => {
  const cells = [
    cell({}),
    cell({ currency: 'RUB', native: { ...NOTHING, gross: 9000, entries: 2 }, home: null }),
    cell({ currency: 'USD', native: { ...NOTHING, gross: 120, entries: 1 }, home: { ...NOTHING, gross: 110 }, estimated: 1 }),
    cell({ month: '2024-02', stream: 3 }),
  ]
  expect(groupCells(cells, { by: ['month'], home })).toEqual([
    { month: '2024-01', currency: 'EUR', sums: { ...NOTHING, gross: 210, entries: 2 }, estimated: 1 },
    { month: '2024-01', currency: 'RUB', sums: { ...NOTHING, gross: 9000, entries: 2 }, estimated: 0, unconverted: true },
    { month: '2024-02', currency: 'EUR', sums: { ...NOTHING, gross: 100, entries: 1 }, estimated: 0 },
  ])
  expect(
    groupCells(cells, { by: ['venture', 'kind'], streams, home }).map((row) => [row.venture, row.kind, row.currency, row.sums.gross]),
  ).toEqual([
    [1, 'patronage', 'EUR', 210],
    [1, 'patronage', 'RUB', 9000],
    [2, 'sales', 'EUR', 100],
  ])
})

test('native totals stand by original currency, and a total by currency in home money names it', () => {
  const cells = [cell({}), cell({ currency: 'USD', home: { ...NOTHING, gross: 90 } }), cell({ currency: 'RUB', home: null })]
  expect(groupCells(cells, { by: [], home, native: true }).map((row) => [row.currency, row.sums.gross, row.unconverted])).toEqual([
    ['EUR', 100, undefined],
    ['RUB', 100, undefined],
    ['USD', 100, undefined],
  ])
  expect(groupCells(cells, { by: ['currency'], home }).map((row) => [row.original, row.currency, row.sums.gross])).toEqual([
    ['EUR', 'EUR', 100],
    ['RUB', 'RUB', 100],
    ['USD', 'EUR', 90],
  ])
})

test('of nothing there are no totals', () => {
  expect(groupCells([], { by: [], home })).toEqual([])
})

test('the median has as many values below it as above', () => {
  fc.assert(
    fc.property(fc.array(fc.maxSafeInteger(), { minLength: 1 }), (values) => {
      const middle = median(values) ?? Number.NaN
      const half = Math.floor(values.length / 2)
      expect(Number.isSafeInteger(middle)).toBe(true)
      expect(values.filter((value) => value < middle).length).toBeLessThanOrEqual(half)
      expect(values.filter((value) => value > middle).length).toBeLessThanOrEqual(half)
    }),
  )
})

test('the median of an even count is the mean of the middle two, half to even', () => {
  expect([[], [5], [1, 2], [2, 3], [-1, -2], [1, 9, 4], [9, 1, 4, 6]].map(median)).toEqual([null, 5, 2, 2, -2, 4, 5])
})
