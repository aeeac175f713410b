import { expect, test } from 'vitest'
import { createFormat } from '#web/ui/format.ts'
import { countedWords, emptyForm, formTrouble, newEntryOf, type IncomeForm } from './income-form.ts'

const en = createFormat('en-GB', 'EUR')
const form = (told: Partial<IncomeForm> = {}): IncomeForm => ({
  ...emptyForm({ day: '2026-11-23', currency: 'EUR' }),
  amount: 24_000,
  ...told,
})

test('before saving it is said what will be counted', () => {
  expect(countedWords(form({ months: '12' }), 'Workshop', en)).toBe(
    '€240.00 on 23 November 2026, counted in Workshop, spread over 12 months in Smoothed.',
  )
  expect(countedWords(form({ fee: 350, feeTyped: true }), '', en)).toBe('€240.00 on 23 November 2026, €236.50 after the fee, counted.')
  expect(countedWords(form({ kind: 'refund' }), 'Shop', en)).toBe(
    '€240.00 on 23 November 2026, taken from what counts in Shop as a refund.',
  )
  expect(countedWords(form({ amount: undefined }), 'Shop', en)).toBeUndefined()
})

test('an entry carries what stands in the form and nothing else', () => {
  expect(newEntryOf(form({ name: ' Ada ', fee: 0, feeTyped: true }), 3)).toEqual({
    stream: 3,
    day: '2026-11-23',
    kind: 'payment',
    currency: 'EUR',
    amount: 24_000,
    months: 1,
    name: 'Ada',
  })
  expect(newEntryOf(form({ kind: 'fee', fee: 100 }), 3)).not.toHaveProperty('fee')
})

test('what cannot be saved is said by its field', () => {
  expect(formTrouble(form())).toEqual({})
  expect(Object.keys(formTrouble(form({ day: '', amount: undefined, months: '0', feeTyped: true })))).toEqual([
    'day',
    'amount',
    'fee',
    'months',
  ])
  expect(formTrouble(form({ amount: -100 }))).toHaveProperty('amount')
  expect(formTrouble(form({ amount: -100, kind: 'adjustment' }))).toEqual({})
  expect(newEntryOf(form({ amount: -100 }), 1)).toBeUndefined()
})
