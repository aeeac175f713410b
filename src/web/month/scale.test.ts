import fc from 'fast-check'
import { expect, test } from 'vitest'
import { scaleFor } from './scale.ts'

test('lines stand at round values', () => {
  expect(scaleFor([274_000, 260_000]).ticks).toEqual([0, 100_000, 200_000])
  expect(scaleFor([90]).ticks).toEqual([0, 20, 40, 60, 80])
})

test('a scale holds every value and 0, with two to seven lines', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -1e9, max: 1e12 })), (values) => {
      const { low, high, ticks } = scaleFor(values)
      for (const value of [0, ...values]) expect(value >= low && value <= high).toBe(true)
      expect(ticks).toContain(0)
      expect(ticks.length).toBeLessThanOrEqual(7)
      expect(high).toBeGreaterThan(low)
    }),
  )
})
