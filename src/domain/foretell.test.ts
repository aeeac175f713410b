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

test('a higher need never makes enough more probable, and without a target it is not told', () => {
  const chances = [0, 50_000, 150_000, 1_000_000].map((enough) => {
    const told = foretell(asked(12, { enough }))
    return told.say === 'band' ? (told.ofTen ?? 0) : 0
  })
  expect(chances).toEqual(chances.toSorted((a, b) => b - a))
  expect([chances[0], chances.at(-1)]).toEqual([9, 1])
  expect(foretell(asked(12, { enough: null }))).toMatchObject({ ofTen: null })
})
