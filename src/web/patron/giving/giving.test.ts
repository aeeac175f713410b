import fc from 'fast-check'
import { expect, test } from 'vitest'
import { givingCsv } from './giving-csv.ts'
import { heard, keptPledges, merged, type KeptPledge } from './giving-store.ts'
import { givingYears } from './years.ts'

const pledge: KeptPledge = {
  id: 'a1',
  token: 't',
  address: 'obtool',
  title: 'Obtool',
  amount: 500,
  currency: 'EUR',
  rhythm: 'monthly',
  months: 1,
  way: 'stripe',
  made: '2026-01-03',
  fee: {
    fixed: 30,
    basisPoints: 290,
  },
  state: 'paid',
  payments: [
    {
      day: '2025-12-03',
      amount: 500,
      currency: 'EUR',
    },
    {
      day: '2026-01-03',
      amount: 500,
      currency: 'EUR',
    },
    {
      day: '2026-02-03',
      amount: 500,
      currency: 'EUR',
    },
  ],
}

test('a year has what was paid in it, with what fees took', () => {
  expect(givingYears([pledge])).toMatchObject([
    { year: '2026', totals: [{ currency: 'EUR', given: 1000, fees: 88, payments: 2 }] },
    { year: '2025', totals: [{ currency: 'EUR', given: 500, fees: 44, payments: 1 }] },
  ])
})

test('what is only pledged is in no year', () => {
  expect(givingYears([{ ...pledge, payments: [] }])).toEqual([])
})

test('the table of payments gives no token away and no formula in', () => {
  const csv = givingCsv([{ ...pledge, token: 'secret-token', title: '=HYPERLINK("x"), Obtool' }])
  expect(csv).not.toContain('secret-token')
  expect(csv.split('\r\n')[1]).toBe(`2025-12-03,"'=HYPERLINK(""x""), Obtool",5.00,EUR,monthly,stripe,a1`)
})

test('what is no pledge is left out of a file', () => {
  expect(keptPledges([pledge, { id: 1 }, null, 'x', { ...pledge, payments: [{ day: 1 }] }])).toEqual([pledge])
  expect(keptPledges({})).toEqual([])
})

test('a pledge is kept once, as it was heard of last', () => {
  const later = { ...pledge, state: 'cancelled' as const }
  expect(merged([pledge], [later])).toEqual([later])
})

test('what is heard of a pledge leaves its token and its fee', () => {
  const view = { title: 'Obtool 2', state: 'ended', payments: [] } as unknown as Parameters<typeof heard>[1]
  expect(heard(pledge, view)).toEqual({ ...pledge, title: 'Obtool 2', state: 'ended', payments: [] })
})

test('property: the years together have every payment once', () => {
  const payments = fc.array(
    fc.record({
      day: fc.constantFrom('2024-12-31', '2025-01-01', '2026-07-04'),
      amount: fc.nat(1_000_000),
      currency: fc.constantFrom('EUR', 'USD'),
    }),
  )
  fc.assert(
    fc.property(fc.array(payments, { maxLength: 5 }), (lists) => {
      const pledges = lists.map((list, i) => ({ ...pledge, id: String(i), address: `v${i % 2}`, payments: list }))
      const sum = givingYears(pledges)
        .flatMap(({ totals }) => totals)
        .reduce((all, { given }) => all + given, 0)
      expect(sum).toBe(lists.flat().reduce((all, { amount }) => all + amount, 0))
    }),
  )
})
