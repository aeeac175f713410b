import fc from 'fast-check'
import { expect, test } from 'vitest'
import { deviation, steadiness, swing } from './steadiness.ts'

const series = fc.tuple(fc.integer({ min: 2, max: 12 }), fc.integer({ min: 1, max: 8 })).chain(([months, parts]) =>
  fc.array(fc.array(fc.integer({ min: 0, max: 500_000 }), { minLength: months, maxLength: months }), {
    minLength: parts,
    maxLength: parts,
  }),
)

test('swing is the standard deviation over the mean', () => {
  expect(deviation([100, 300])).toBeCloseTo(141.42, 2)
  expect(swing([100, 300])).toBeCloseTo(Math.SQRT1_2, 12)
  expect(swing([200, 200])).toBe(0)
  expect(swing([0, 0])).toBeNull()
  expect(swing([])).toBeNull()
})

test('two that cancel are calm together, two that swing together are not', () => {
  const cancelling = steadiness([
    [0, 200, 0, 200],
    [200, 0, 200, 0],
  ])
  expect(cancelling.damping).toBe(1)
  expect(cancelling.total).toBe(0)
  expect(cancelling.without[0]).toBeCloseTo(1.1547, 4)
  expect(
    steadiness([
      [0, 200],
      [0, 100],
    ]).damping,
  ).toBeCloseTo(0, 12)
  expect(steadiness([[5, 5]]).damping).toBeNull()
})

test('D lies in [0, 1]', () => {
  fc.assert(
    fc.property(series, (rows) => {
      const { damping } = steadiness(rows)
      if (damping === null) return
      expect(damping).toBeGreaterThanOrEqual(0)
      expect(damping).toBeLessThanOrEqual(1)
    }),
  )
})

test('the total without a part that brings nothing swings as it does', () => {
  fc.assert(
    fc.property(series, (rows) => {
      const { total, without } = steadiness([...rows, (rows[0] ?? []).map(() => 0)])
      expect(without.at(-1)).toBe(total)
    }),
  )
})
