import fc from 'fast-check'
import { expect, test } from 'vitest'
import { atRisk, drawnTo, survival, type Stay } from './survival.ts'

const gone = (months: number): Stay => ({ months, ended: true })
const there = (months: number): Stay => ({ months, ended: false })
/** The worked check of METRICS 5. */
const STAYS = [gone(1), gone(2), there(3), gone(3), there(5), gone(6), there(8), there(12), there(12), gone(14)]

test('the worked check: 0.9, 0.8, 0.7, 0.56; the step with one at risk is not shown', () => {
  const steps = survival(STAYS)
  expect(steps.map(({ month }) => month)).toEqual([1, 2, 3, 6])
  for (const [i, left] of [0.9, 0.8, 0.7, 0.56].entries()) expect(steps[i]?.left).toBeCloseTo(left, 12)
  expect(steps.map((step) => step.atRisk)).toEqual([10, 9, 8, 5])
  expect(steps.map((step) => step.gone)).toEqual([1, 1, 1, 1])
  expect(atRisk(STAYS, 12)).toBe(3)
  expect(drawnTo(STAYS)).toBe(6)
})

test('the share never rises, and stays in [0, 1]', () => {
  const stay = fc.record({ months: fc.integer({ min: 1, max: 30 }), ended: fc.boolean() })
  fc.assert(
    fc.property(fc.array(stay, { maxLength: 80 }), (stays) => {
      let before = 1
      for (const { left, low, high, atRisk: observed } of survival(stays)) {
        expect(0 <= low && low <= left && left <= high && high <= 1).toBe(true)
        expect(left).toBeLessThanOrEqual(before)
        expect(left).toBeGreaterThanOrEqual(0)
        expect(observed).toBeGreaterThanOrEqual(5)
        before = left
      }
    }),
  )
})

test('Greenwood’s band of the worked check: 0.56 lies between 0.341 and 0.779', () => {
  // Variance: 0.56² · (1/90 + 1/72 + 1/56 + 1/20).
  const last = survival(STAYS).at(-1)
  const wide = 1.2816 * 0.56 * Math.sqrt(1 / 90 + 1 / 72 + 1 / 56 + 1 / 20)
  expect(last?.low).toBeCloseTo(0.56 - wide, 12)
  expect(last?.high).toBeCloseTo(0.56 + wide, 12)
  expect([last?.low.toFixed(3), last?.high.toFixed(3)]).toEqual(['0.341', '0.779'])
})

test('nobody under observation draws no line', () => {
  expect(survival([gone(1), gone(2)])).toEqual([])
  expect(drawnTo([there(9)])).toBe(0)
})
