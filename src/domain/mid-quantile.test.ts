import fc from 'fast-check'
import { expect, test } from 'vitest'
import { midChance, midQuantile } from './mid-quantile.ts'

const draws = fc.array(fc.integer({ min: 0, max: 100_000 }), { minLength: 1, maxLength: 60 }).map((list) => list.toSorted((a, b) => a - b))

test('values stand in the middle of their own mass, with a line between them', () => {
  // Of ten values the first has its middle at 0.05, the second at 0.15.
  const ten = Array.from({ length: 10 }, (_, i) => i * 100)
  expect([0.05, 0.1, 0.15, 0.5, 0.9, 1].map((share) => midQuantile(ten, share))).toEqual([0, 50, 100, 450, 850, 900])
  expect(midQuantile([100, 100, 100, 300], 0.5)).toBe(150)
  expect([midQuantile([], 0.5), midChance([], 1)]).toEqual([0, 0])
})

test('as many months more or less move a percentile only a little', () => {
  const tenth = (count: number) =>
    midQuantile(
      Array.from({ length: count }, (_, i) => Math.trunc((i * 10_000) / (count - 1))),
      0.1,
    )
  for (let count = 6; count < 20; count += 1) expect(Math.abs(tenth(count + 1) - tenth(count))).toBeLessThan(200)
})

test('a higher share never has a lower value, and none leaves the draws', () => {
  fc.assert(
    fc.property(draws, fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true }), (list, a, b) => {
      const [low, high] = [midQuantile(list, Math.min(a, b)), midQuantile(list, Math.max(a, b))]
      expect(low).toBeLessThanOrEqual(high)
      expect(low >= (list[0] ?? 0) && high <= (list.at(-1) ?? 0)).toBe(true)
    }),
  )
})

test('a higher amount is never reached more probably; draws that are all the same are reached up to it', () => {
  fc.assert(
    fc.property(draws, fc.integer({ min: -1_000, max: 101_000 }), fc.nat(1_000), (list, value, more) => {
      const chance = midChance(list, value)
      expect(chance >= 0 && chance <= 1).toBe(true)
      expect(midChance(list, value + more)).toBeLessThanOrEqual(chance)
    }),
  )
  expect([699, 700, 701].map((value) => midChance([700, 700], value))).toEqual([1, 1, 0])
})
