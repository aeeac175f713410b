import { expect, test } from 'vitest'
import { newestBefore } from './newest.ts'

const total = { gross: 0, fees: 0, refunds: 0, tax: 0, net: 0, entries: 0 }
const streams = [{ lastDay: '2024-06-30' }, { lastDay: '2025-05-04' }, { lastDay: null }]

test('an empty month names the newest month before it that has income', () => {
  expect(newestBefore({ month: '2026-11', total }, streams)).toBe('2025-05')
})

test('a month with income, one before the newest, or an empty book names none', () => {
  expect(newestBefore({ month: '2026-11', total: { ...total, entries: 1 } }, streams)).toBeUndefined()
  expect(newestBefore({ month: '2025-05', total }, streams)).toBeUndefined()
  expect(newestBefore({ month: '2026-11', total }, [{ lastDay: null }])).toBeUndefined()
})
