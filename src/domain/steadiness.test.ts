import fc from 'fast-check'
import { expect, test } from 'vitest'
import { damping, deviation, steadiness, swing } from './steadiness.ts'

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

test('two that swing alike but not together: their sum swings by √2 of one, so that D is 1 − √2 ÷ 2', () => {
  const [one, other] = [
    [0, 200, 0, 200],
    [0, 0, 200, 200],
  ]
  expect(deviation(one.map((value, i) => value + other[i]!)) / deviation(one)).toBeCloseTo(Math.SQRT2, 12)
  const told = steadiness([one, other])
  expect(told.damping).toBeCloseTo(0.2929, 4)
  // A third that goes against the first one damps more; without any of the two only one is left, which damps nothing.
  const three = steadiness([one, other, one.map((value) => 200 - value)])
  // Their sum is 200, 200, 400, 400, which swings as one does.
  expect(three.damping).toBeCloseTo(2 / 3, 12)
  expect(three.dampingWithout).toEqual([expect.closeTo(0.2929, 4), 1, expect.closeTo(0.2929, 4)])
  expect(told.dampingWithout).toEqual([0, 0])
  expect(steadiness([one]).dampingWithout).toEqual([null])
})

test('D lies in [0, 1], by itself and not because it is cut', () => {
  fc.assert(
    fc.property(series, (rows) => {
      const value = damping(rows) ?? 0
      expect(value).toBeGreaterThanOrEqual(-1e-9)
      expect(value).toBeLessThanOrEqual(1 + 1e-9)
      expect(steadiness(rows).damping ?? 0).toBeCloseTo(value, 9)
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
