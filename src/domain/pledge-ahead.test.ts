import { expect, test } from 'vitest'
import { pledgeDues, type PledgeAhead } from './pledge-ahead.ts'

const ask = { running: '2026-11', horizon: 13 }
const pledge = (more: Partial<PledgeAhead> = {}, due: string | null = '2026-12-03'): PledgeAhead => {
  return { rhythm: 'yearly', standing: { state: 'open', due, checked: null }, paidFor: null, ...more }
}

test('a pledge is due by its rhythm', () => {
  expect(pledgeDues(pledge(), ask)).toEqual([1])
  expect(pledgeDues(pledge({}, '2026-11-30'), ask)).toEqual([0, 12])
  expect(pledgeDues(pledge({ rhythm: 'quarterly' }), ask)).toEqual([1, 4, 7, 10])
  expect(pledgeDues(pledge({ rhythm: 'once' }), ask)).toEqual([1])
  expect(pledgeDues(pledge({ rhythm: 'monthly' }, '2026-10-03'), ask)).toHaveLength(13)
})

test('what past months tell of is not said twice', () => {
  expect(pledgeDues(pledge({ rhythm: 'monthly', paidFor: 1 }), ask)).toEqual([])
  expect(pledgeDues(pledge({ rhythm: 'yearly', paidFor: 12 }), ask)).toEqual([])
  expect(pledgeDues(pledge({ rhythm: 'yearly', paidFor: 1 }), ask)).toEqual([1])
})

test('what has ended, was cancelled or is at risk is not counted on', () => {
  for (const state of ['ended', 'cancelled', 'at-risk'] as const) {
    expect(pledgeDues(pledge({ standing: { state, due: '2026-12-03', checked: null } }), ask)).toEqual([])
  }
  expect(pledgeDues(pledge({}, null), ask)).toEqual([])
})
