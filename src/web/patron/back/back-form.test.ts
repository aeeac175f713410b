import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  backTrouble,
  CADENCES,
  coverPrices,
  firstForm,
  monthsPaid,
  offeredAmounts,
  paymentOf,
  pledgeOf,
  type BackForm,
} from './back-form.ts'

const venture = { suggested: [], currency: 'EUR' }
const gift = { amount: 500, currency: 'EUR' }
const form = firstForm(venture, gift)
const money = (amount: number) => `€${amount / 100}`

test('amounts are the suggested ones, or 2, 5 and 15 of the currency', () => {
  expect(offeredAmounts(venture)).toEqual([200, 500, 1500])
  expect(offeredAmounts({ suggested: [], currency: 'JPY' })).toEqual([200, 500, 1500])
  expect(offeredAmounts({ suggested: [], currency: 'KWD' })).toEqual([2000, 5000, 15_000])
  expect(offeredAmounts({ suggested: [300], currency: 'EUR' })).toEqual([300])
})

test('the form opens with the gift that was typed, in its own currency only', () => {
  expect(firstForm(venture, { amount: 700, currency: 'EUR' })).toMatchObject({ amount: 700, other: true, named: false })
  expect(firstForm(venture, { amount: 700, currency: 'USD' })).toMatchObject({ amount: 500, other: false })
})

test('what is given by the month comes together for a quarter or a year', () => {
  expect(CADENCES.map(({ value }) => paymentOf({ cadence: value, amount: 500, months: 4 }))).toEqual([500, 1500, 6000, 500, 500])
})

test('covering months has a price only beside exact money that is not too old', () => {
  const carried = { percent: 67, month: '2026-10', asOf: '2026-10-31', net: 61_100, enough: 90_000 }
  expect(coverPrices({ carried }, 3, '2026-11-20')).toEqual([
    { key: 'missing', amount: 86_700 },
    { key: 'all', amount: 270_000 },
  ])
  expect(coverPrices({ carried }, 3, '2026-12-20')).toEqual([])
  expect(coverPrices({ carried: { percent: 65, month: '2026-10', asOf: '2026-10-31' } }, 3, '2026-11-20')).toEqual([])
  expect(coverPrices({ carried: null }, 3, '2026-11-20')).toEqual([])
})

test('what is wrong is said at its field', () => {
  expect(backTrouble(form, money)).toEqual({})
  expect(backTrouble({ ...form, amount: undefined }, money).amount).toBe('Say how much.')
  expect(backTrouble({ ...form, amount: 99 }, money).amount).toBe('A payment is €1 at least.')
  expect(backTrouble({ ...form, kind: 'organisation' }, money).name).toMatch(/name of the organisation/)
  expect(backTrouble({ ...form, named: true }, money).name).toMatch(/may be shown/)
  expect(backTrouble({ ...form, email: 'someone' }, money).email).toBe('This is no e-mail address.')
})

test('only an organisation has papers, and only a page is named', () => {
  const page = { kind: 'page' as const, platform: 'Liberapay', url: 'https://liberapay.com/x', fee: { fixed: 0, basisPoints: 0 } }
  expect(pledgeOf(form, page, 'EUR')).toMatchObject({ way: 'page', page: page.url, papers: null })
  expect(pledgeOf({ ...form, kind: 'organisation', purchaseOrder: ' 4711 ' }, { kind: 'stripe', fee: page.fee }, 'EUR')).toMatchObject({
    page: '',
    papers: { purchaseOrder: '4711', vatNumber: '' },
  })
})

test('property: a payment covers whole months, 1 to 24, and a yearly one is twelve monthly ones', () => {
  const forms = fc.record({
    cadence: fc.constantFrom(...CADENCES.map(({ value }) => value)),
    amount: fc.integer({ min: 1, max: 1_000_000 }),
    months: fc.integer({ min: 1, max: 24 }),
  })
  fc.assert(
    fc.property(forms, (given: Pick<BackForm, 'cadence' | 'months'> & { amount: number }) => {
      expect(monthsPaid(given)).toBeGreaterThanOrEqual(1)
      expect(monthsPaid(given)).toBeLessThanOrEqual(24)
      expect(paymentOf({ ...given, cadence: 'yearly' })).toBe(12 * given.amount)
    }),
  )
})
