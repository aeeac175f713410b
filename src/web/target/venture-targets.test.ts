import { expect, test } from 'vitest'
import { needsOfPlan } from '#domain/venture-plan.ts'
import { createFormat } from '#web/ui/format.ts'
import { sumSentence, ventureRows } from './venture-targets.ts'

const format = createFormat('en', 'EUR')
const venture = { work: 'basic' as const, archived: false, joy: null, streams: 1 }
const ventures = [
  { ...venture, id: 1, name: 'Obtool' },
  { ...venture, id: 2, name: 'Editing' },
  { ...venture, id: 3, name: 'Old', archived: true },
]
const targets = [
  { venture: 1, from: '2026-01', needs: [{ text: 'Hours', amount: 90_000, level: 'enough' as const }] },
  { venture: 1, from: '2026-12', needs: [{ text: 'Hours', amount: 99_000, level: 'enough' as const }] },
]

test('a row tells what holds in the month, and an archived venture without needs has none', () => {
  expect(ventureRows(ventures, targets, '2026-11')).toEqual([
    { venture: 1, name: 'Obtool', enough: 90_000, needs: 1, after: null },
    { venture: 2, name: 'Editing', enough: null, needs: 0, after: null },
  ])
})

test('of needs that were said after income tax both amounts are told, and the sum is before it', () => {
  const plan = {
    kind: 'needs' as const,
    needs: [{ text: 'Hours', amount: 75_000, level: 'enough' as const, per: 'month' as const }],
    model: { shape: 'generic' as const, tax: 2_500, monthsOff: 0, fee: 0 },
    preset: 'generic',
  }
  const planned = [{ venture: 2, from: '2026-01', needs: needsOfPlan(plan), plan }, ...targets]
  const rows = ventureRows(ventures, planned, '2026-11')
  expect(rows[1]).toEqual({ venture: 2, name: 'Editing', enough: 100_000, needs: 1, after: 75_000 })
  expect(sumSentence(rows, 190_000, format)).toBe('Together two ventures need €1,900 a month: just what is enough for you.')
})

test('the sum stands beside the line of the book, on either side of it', () => {
  const rows = ventureRows(ventures, targets, '2026-11')
  expect(sumSentence(rows, 260_000, format)).toBe(
    'One venture needs €900 a month; €2,600 is enough for you, so €1,700 of it belongs to none of them.',
  )
  expect(sumSentence(rows, 80_000, format)).toBe('One venture needs €900 a month: €100 more than the €800 that is enough for you.')
  expect(sumSentence(rows, 90_000, format)).toBe('One venture needs €900 a month: just what is enough for you.')
  expect(sumSentence(rows, undefined, format)).toBe('One venture needs €900 a month.')
  expect(sumSentence([], 90_000, format)).toBeUndefined()
})
