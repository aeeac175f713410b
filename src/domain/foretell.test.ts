import { expect, test } from 'vitest'
import { world, WORLD_FIRST } from './forecast-fixture.ts'
import { foretell, type ForetellQuestion } from './foretell.ts'

const asked = (months: number, more: Partial<ForetellQuestion> = {}): ForetellQuestion => ({
  streams: world(7, months),
  first: WORLD_FIRST,
  enough: 200_000,
  recalibration: 1_000,
  horizon: 13,
  ...more,
})

test('under three full months nothing is said, under six only what the poorest and the richest brought', () => {
  expect(foretell(asked(5, { streams: [] }))).toEqual({ say: 'nothing', months: 0 })
  expect(foretell(asked(2))).toEqual({ say: 'nothing', months: 2 })
  const streams = [
    { kind: 'sales' as const, net: [10, 20, 5] },
    { kind: 'patronage' as const, net: [1, 1, 100] },
  ]
  expect(foretell(asked(3, { streams }))).toEqual({ say: 'range', months: 3, low: 11, high: 105 })
  expect(foretell(asked(5)).say).toBe('range')
  expect(foretell(asked(6)).say).toBe('band')
})

test('the same question has the same answer, and what can be counted on is the low end of the month after the running one', () => {
  const told = foretell(asked(18))
  expect(told).toEqual(foretell(asked(18)))
  if (told.say !== 'band') throw new Error('Failed to foretell.')
  expect(told.ahead).toHaveLength(13)
  const { byStream, ...band } = told.next
  expect(told.ahead[1]).toEqual(band)
  expect(byStream.reduce((sum, part) => sum + part, 0)).toBe(told.next.low)
})

test('whatever is enough, the band is the same, and a higher need never makes enough more probable', () => {
  const needs = (enough: number | null) => foretell(asked(12, { enough, horizon: 2 }))
  const none = needs(null)
  if (none.say !== 'band') throw new Error('Failed to foretell.')
  const [from, to] = [none.next.low - 30_000, none.next.high + 30_000]
  const chances = Array.from({ length: 201 }, (_, i) => {
    const told = needs(Math.trunc(from + ((to - from) * i) / 200))
    expect({ ...told, ofTen: null }).toEqual(none)
    return told.say === 'band' ? (told.ofTen ?? 0) : 0
  })
  expect(chances).toEqual(chances.toSorted((a, b) => b - a))
  expect([chances[0], chances.at(-1)]).toEqual([9, 1])
})

test('the record of promises moves the band around the same middle', () => {
  const [plain, wide] = [1_000, 1_500].map((recalibration) => foretell(asked(18, { recalibration })))
  if (plain?.say !== 'band' || wide?.say !== 'band') throw new Error('Failed to foretell.')
  expect(wide.next.low).toBeLessThan(plain.next.low)
  expect(wide.next.high).toBeGreaterThan(plain.next.high)
  // A stretch rounds each draw down to a whole unit.
  for (const [i, { middle }] of wide.ahead.entries()) expect(Math.abs(middle - (plain.ahead[i]?.middle ?? 0))).toBeLessThanOrEqual(1)
})
