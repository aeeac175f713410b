import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, monthRange } from './month.ts'
import { monthlyOf, standings, standsUntil, type PatronPayment } from './standing-gifts.ts'

const MONTHS = monthRange('2025-01', '2025-12')
const TODAY = '2026-03-01'

function paid(day: string, more: Partial<PatronPayment> = {}): PatronPayment {
  return { patron: 'ada', stream: 1, day, months: 1, currency: 'EUR', native: 500, home: 500, ...more }
}

const monthly = (payments: readonly PatronPayment[], today = TODAY) =>
  (standings(payments, MONTHS, today).get('ada') ?? []).map((standing) => monthlyOf(standing))

test('a payment stands for the months it covers and ten days', () => {
  expect(standsUntil('2025-01-31', 1)).toBe('2025-03-10')
  expect(standsUntil('2025-01-05', 12)).toBe('2026-01-15')
})

test('who pays each month gives the same in each, also where the day wanders to the end of a month', () => {
  expect(monthly(['2025-01-28', '2025-02-27', '2025-03-29', '2025-05-01'].map((day) => paid(day)))).toEqual([
    500, 500, 500, 500, 500, 0, 0, 0, 0, 0, 0, 0,
  ])
})

test('a yearly payment is a twelfth in each of its months', () => {
  expect(monthly([paid('2025-02-10', { months: 12, native: 6_000, home: 6_000 })])).toEqual([0, ...MONTHS.slice(1).map(() => 500)])
  expect(monthly([paid('2024-03-25', { months: 12, native: 6_000, home: 6_000 })])).toEqual([
    500,
    500,
    500,
    ...MONTHS.slice(3).map(() => 0),
  ])
})

test('a gift once stands nowhere; one too young to be followed is taken for a first one', () => {
  expect(monthly([paid('2025-05-03')])).toEqual([])
  expect(monthly([paid('2025-12-03')], '2025-12-20').at(-1)).toBe(500)
  expect(monthly([paid('2025-12-03')], '2026-01-20')).toEqual([])
})

test('two of one month stand together, and are followed by the next', () => {
  expect(monthly([paid('2025-01-03'), paid('2025-01-17'), paid('2025-02-04')]).slice(0, 3)).toEqual([1_000, 500, 0])
})

test('a small gift beside a yearly one does not end it', () => {
  const year = paid('2025-01-03', { months: 12, native: 12_000, home: 12_000 })
  expect(monthly([year, paid('2025-04-10'), paid('2025-05-10')]).slice(2, 6)).toEqual([1_000, 1_500, 1_500, 1_000])
})

test('what stands at the end of a month is never more than what was paid', () => {
  const payment = fc.record({ day: fc.nat(700), months: fc.constantFrom(1, 3, 12), home: fc.integer({ min: 1, max: 10_000 }) })
  fc.assert(
    fc.property(fc.array(payment, { maxLength: 30 }), (given) => {
      const payments = given.map(({ day, ...more }) => paid(addDays('2024-01-01', day), { ...more, native: more.home }))
      const total = payments.reduce((sum, { home }) => sum + home, 0)
      for (const sum of monthly(payments)) expect(sum).toBeLessThanOrEqual(total + payments.length)
    }),
  )
})
