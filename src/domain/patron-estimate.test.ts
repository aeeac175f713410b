import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, monthOf } from './month.ts'
import { estimatesOf, type PatronList } from './patron-estimate.ts'
import type { PatronSight } from './patron-sight.ts'

const sight = (key: string, more: Partial<PatronSight> = {}): PatronSight => ({
  key,
  patrons: 1,
  status: 'active',
  amount: 500,
  currency: 'EUR',
  every: 'month',
  ...more,
})
const list = (day: string, sights: PatronSight[], series = 'list'): PatronList => ({ day, order: day, series, sights })
const amounts = (lists: PatronList[]) => estimatesOf(lists).map(({ month, currency, amount }) => [month, currency, amount])

test('one list tells no difference, and no list nothing', () => {
  expect(estimatesOf([])).toEqual([])
  expect(estimatesOf([list('2026-05-01', [sight('a', { lifetime: 900 })])])).toEqual([])
})

test('what was charged in all less what was charged before is shared out over the days between', () => {
  const before = list('2026-05-30', [sight('a', { lifetime: 1000 }), sight('b', { lifetime: 300, status: 'declined' })])
  const after = list('2026-06-04', [sight('a', { lifetime: 1600 }), sight('b', { lifetime: 300, status: 'declined' })])
  // A day of May and four of June share 6.00 alike.
  expect(estimatesOf([before, after])).toEqual([
    { month: '2026-05', currency: 'EUR', amount: 120, from: '2026-05-31', to: '2026-05-31' },
    { month: '2026-06', currency: 'EUR', amount: 480, from: '2026-06-01', to: '2026-06-04' },
  ])
})

test('pledges that stood at both ends count whole for a whole month, those at one end half', () => {
  const before = list('2026-04-30', [sight('a'), sight('gone', { amount: 300 })])
  const after = list('2026-05-31', [sight('a', { amount: 700 }), sight('new', { amount: 1200, every: 'year' })])
  // Ada: the mean of 5 and 7; who went: half of 3; who came: half of a twelfth of 12.
  expect(amounts([before, after])).toEqual([['2026-05', 'EUR', 600 + 150 + 50]])
})

test('a weekly pledge of 1.00 is 52/12 a month, rounded once', () => {
  const weekly = [sight('a', { amount: 100, every: 'week' })]
  expect(amounts(['2026-01-31', '2026-02-07', '2026-02-19', '2026-02-28'].map((day) => list(day, weekly)))).toEqual([
    ['2026-02', 'EUR', 433],
  ])
})

test('who came since the list before counts with all that was charged; who was there already, by the pledge', () => {
  const before = list('2026-04-30', [])
  const came = list('2026-05-31', [sight('a', { lifetime: 1500, since: '2026-05-02' })])
  const back = list('2026-05-31', [sight('a', { lifetime: 90_000, since: '2019-05-02' })])
  expect(amounts([before, came])).toEqual([['2026-05', 'EUR', 1500]])
  expect(amounts([before, back])).toEqual([['2026-05', 'EUR', 250]])
})

test('who declined, left, follows for free or keeps the amount private is in no estimate', () => {
  const sights = [
    ...(['declined', 'former', 'free'] as const).map((status) => sight(status, { status })),
    sight('private', { amount: null, currency: '' }),
  ]
  expect(estimatesOf([list('2026-04-30', sights), list('2026-05-31', sights)])).toEqual([])
})

test('money given back makes the estimate smaller, and may take it below nothing', () => {
  expect(amounts([list('2026-05-01', [sight('a', { lifetime: 900 })]), list('2026-05-09', [sight('a', { lifetime: 400 })])])).toEqual([
    ['2026-05', 'EUR', -500],
  ])
})

test('paydays count as they are, each once as the newest list tells it, and a list of patrons beside them counts on other days only', () => {
  const payday = (day: string, amount: number) => sight(day, { day, amount, every: 'week', patrons: 9 })
  const charts = list('2026-05-13', [payday('2026-05-06', 1000), payday('2026-05-13', 1100)], 'charts')
  const newer = list('2026-05-20', [payday('2026-05-13', 1150), payday('2026-05-20', 1200)], 'charts')
  expect(amounts([charts, newer])).toEqual([['2026-05', 'EUR', 3350]])
  // The paydays speak of 30 April to 20 May; 11 of 31 days are left to the pledges of 62.00.
  const patrons = ['2026-04-29', '2026-05-31'].map((day) => list(day, [sight('a', { amount: 6200 })]))
  expect(amounts([charts, newer, ...patrons])).toEqual([['2026-05', 'EUR', 3350 + 2200]])
})

test('of two lists of one day the later holds', () => {
  const early = { ...list('2026-05-31', [sight('a', { lifetime: 600 })]), order: '1' }
  const late = { ...list('2026-05-31', [sight('a', { lifetime: 700 })]), order: '2' }
  expect(amounts([list('2026-05-01', [sight('a', { lifetime: 0 })]), late, early])).toEqual([['2026-05', 'EUR', 700]])
})

const anyList = fc
  .record({
    day: fc.integer({ min: 0, max: 400 }).map((days) => addDays('2025-11-15', days)),
    series: fc.constantFrom('one', 'two'),
    sights: fc.uniqueArray(
      fc.record({
        key: fc.constantFrom('a', 'b', 'c'),
        amount: fc.option(fc.integer({ min: 0, max: 9999 }), { nil: null }),
        status: fc.constantFrom('active' as const, 'former' as const),
        currency: fc.constantFrom('EUR', 'JPY'),
        every: fc.constantFrom('week' as const, 'month' as const, 'year' as const),
        lifetime: fc.option(fc.integer({ min: 0, max: 99_999 }), { nil: undefined }),
      }),
      { selector: ({ key }) => key, maxLength: 3 },
    ),
  })
  .map(({ day, series, sights }) =>
    list(
      day,
      sights.map(({ key, lifetime, ...more }) => sight(key, lifetime === undefined ? more : { ...more, lifetime })),
      series,
    ),
  )
const anyLists = fc.uniqueArray(anyList, { selector: ({ day, series }) => `${day} ${series}`, maxLength: 6 })

test('the order of the lists does not matter, and every estimate is whole and of its month', () => {
  fc.assert(
    fc.property(anyLists, fc.nat(), (lists, turn) => {
      const estimates = estimatesOf(lists)
      const turned = lists.map((_, i) => lists[(i + turn) % lists.length] ?? list('', []))
      expect(estimatesOf(turned.toReversed())).toEqual(estimates)
      for (const { month, amount, from, to } of estimates) {
        expect([Number.isSafeInteger(amount), amount !== 0, monthOf(from), monthOf(to), from <= to]).toEqual([
          true,
          true,
          month,
          month,
          true,
        ])
      }
    }),
  )
})

test('what was charged in all between the first and the last list is the sum of the months, whatever lists lie between', () => {
  const steps = fc.array(fc.record({ days: fc.integer({ min: 1, max: 90 }), more: fc.integer({ min: 0, max: 50_000 }) }), { maxLength: 8 })
  fc.assert(
    fc.property(steps, (all) => {
      let [day, lifetime] = ['2025-12-20', 700]
      const lists = [list(day, [sight('a', { lifetime })])]
      for (const { days, more } of all) lists.push(list((day = addDays(day, days)), [sight('a', { lifetime: (lifetime += more) })]))
      expect(estimatesOf(lists).reduce((sum, { amount }) => sum + amount, 0)).toBe(lifetime - 700)
    }),
  )
})
