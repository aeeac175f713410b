import { expect, test } from 'vitest'
import type { Mapping } from '#contract/import.ts'
import { readDay, sampleOf } from './mapping-sample.ts'

const mapping: Mapping = { date: 'Day', amount: 'Sum', currencyCode: 'EUR', name: 'Who', dateOrder: 'dmy', decimals: ',' }
const header = ['Day', 'Sum', 'Who', 'Fee', 'Cur']

test('a day is read by the order that was chosen', () => {
  expect(readDay('03.04.2026', 'dmy')).toBe('2026-04-03')
  expect(readDay('03/04/2026', 'mdy')).toBe('2026-03-04')
  expect(readDay('2026-04-03T10:00:00Z', 'dmy')).toBe('2026-04-03')
  expect(readDay('3.4.26', 'dmy')).toBe('2026-04-03')
  expect(readDay('31.02.2026', 'dmy')).toBeUndefined()
  expect(readDay('soon', 'dmy')).toBeUndefined()
  expect(readDay('2026-04-03 10:00 UTC', 'dmy')).toBe('2026-04-03')
})

test('a month alone and a day in English words are shown as they will be read', () => {
  expect(['2026-04', '4/2026', '2026-13'].map((text) => readDay(text, 'dmy'))).toEqual(['2026-04', '2026-04', undefined])
  expect(['Sep 25, 2026', '25. September 2026', 'Sun, 30 Aug 2026 10:00:00', 'Smarch 3, 2026'].map((text) => readDay(text, 'mdy'))).toEqual(
    ['2026-09-25', '2026-09-25', '2026-08-30', undefined],
  )
})

test('rows are shown as they would be read, and what could not be read as it stands', () => {
  const rows = [
    ['03.04.2026', '1.234,50', 'Ada', '1,00', 'usd'],
    ['04.04.2026', '12.5', 'Bo', '', 'USD'],
  ]
  const [first, second] = sampleOf(header, rows, { ...mapping, fee: 'Fee' })
  expect(first).toEqual({
    day: { text: '03.04.2026', value: '2026-04-03' },
    amount: { text: '1.234,50', value: 123_450 },
    currency: { text: 'EUR', value: 'EUR' },
    name: 'Ada',
    fee: { text: '1,00', value: 100 },
  })
  expect(second).toMatchObject({ amount: { text: '12.5', value: undefined }, fee: null })
  const { currencyCode: _, ...rest } = mapping
  expect(sampleOf(header, rows, { ...rest, currency: 'Cur' })[0]?.currency.value).toBe('USD')
})
