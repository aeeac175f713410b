import fc from 'fast-check'
import { expect, test } from 'vitest'
import { floorPath, layOutStrip } from './strip-layout.ts'

const week = ([basic, paid, care]: [number, number, number], known = true) => {
  return { week: '2026-11-16', known, said: known, basic, paid, care, outvoted: 0 }
}

test('basic work goes up, paid work down with its care below, and the floor is a share of all of it', () => {
  const { bars, zero } = layOutStrip([week([600, 540, 60]), week([0, 0, 0], false)], 50)
  const [bar, unknown] = bars
  expect(zero).toBeCloseTo(50, 9)
  // At half of 1,200 minutes the floor is just the 600 that were done.
  expect(bar?.floor).toBeCloseTo(bar?.basic.top ?? NaN, 9)
  expect(bar?.care.top).toBeCloseTo(zero + (bar?.paid.height ?? 0), 9)
  expect((bar?.paid.height ?? 0) / (bar?.basic.height ?? 1)).toBeCloseTo(0.9, 9)
  expect(unknown).toMatchObject({ known: false, floor: null })
})

test('the line of the floor is broken where a week is not known', () => {
  const strip = layOutStrip([week([60, 0, 0]), week([60, 0, 0]), week([0, 0, 0], false), week([60, 0, 0])], 40)
  expect(floorPath(strip).match(/[ML]/g)).toEqual(['M', 'L', 'M'])
})

const anyWeek = fc.record({ basic: fc.nat(4000), paid: fc.nat(4000), care: fc.nat(900), known: fc.boolean() })

test('nothing is drawn outside of the picture', () => {
  fc.assert(
    fc.property(fc.array(anyWeek, { minLength: 1, maxLength: 27 }), fc.nat(100), (weeks, floor) => {
      const { bars, marks } = layOutStrip(
        weeks.map(({ basic, paid, care, known }) => week([basic, paid, care], known)),
        floor,
      )
      for (const bar of bars) {
        for (const { top, height } of [bar.basic, bar.paid, bar.care]) {
          expect(top).toBeGreaterThanOrEqual(-1e-9)
          expect(top + height).toBeLessThanOrEqual(100 + 1e-9)
        }
        if (bar.floor !== null) expect(bar.floor).toBeGreaterThanOrEqual(-1e-9)
        expect(bar.x + bar.width).toBeLessThanOrEqual(100)
      }
      for (const { y } of marks) expect(y >= 0 && y <= 100).toBe(true)
    }),
    { numRuns: 60 },
  )
})
