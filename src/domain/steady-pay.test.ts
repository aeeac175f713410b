import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dice } from './dice.ts'
import { upTo, world, WORLD_FIRST } from './forecast-fixture.ts'
import { drawPaths } from './forecast.ts'
import { bufferFor, later, shortfallOf, steadyPay, type MonthPaths } from './steady-pay.ts'

const anyPaths = fc
  .integer({ min: 1, max: 40 })
  .chain((draws) =>
    fc
      .array(fc.integer({ min: 0, max: 300_000 }), { minLength: draws * 12, maxLength: draws * 12 })
      .map((totals): MonthPaths => ({ draws, horizon: 12, totals: Float64Array.from(totals) })),
  )
const buffer = fc.integer({ min: 0, max: 2_000_000 })
const certainty = fc.integer({ min: 50, max: 99 })

function constant(income: number): MonthPaths {
  return { draws: 50, horizon: 12, totals: Float64Array.from({ length: 600 }, () => income) }
}

describe('steady pay', () => {
  test('constant income gives itself', () => {
    fc.assert(
      fc.property(fc.nat(1_000_000), certainty, (income, of) => {
        expect(steadyPay(constant(income), { buffer: 0, least: 0, certainty: of })).toMatchObject({ pay: income, shortfall: 0 })
      }),
    )
  })

  test('raising certainty never raises it', () => {
    fc.assert(
      fc.property(anyPaths, buffer, certainty, certainty, (paths, kept, a, b) => {
        const pay = (of: number) => steadyPay(paths, { buffer: kept, least: 0, certainty: of }).pay
        expect(pay(Math.max(a, b))).toBeLessThanOrEqual(pay(Math.min(a, b)))
      }),
    )
  })

  test('raising the buffer never lowers it, and raising what must stay never raises it', () => {
    fc.assert(
      fc.property(anyPaths, buffer, buffer, certainty, (paths, kept, more, of) => {
        const before = steadyPay(paths, { buffer: kept, least: 0, certainty: of }).pay
        expect(steadyPay(paths, { buffer: kept + more, least: 0, certainty: of }).pay).toBeGreaterThanOrEqual(before)
        expect(steadyPay(paths, { buffer: kept, least: more, certainty: of }).pay).toBeLessThanOrEqual(before)
      }),
    )
  })

  test('holds as often as it says, and one unit more would not: what bisection comes to', () => {
    fc.assert(
      fc.property(anyPaths, buffer, certainty, (paths, kept, of) => {
        const asked = { buffer: kept, least: 0, certainty: of }
        const { pay, shortfall } = steadyPay(paths, asked)
        const holds = (one: number) =>
          Array.from({ length: paths.draws }, (_, draw) => draw).filter((draw) => {
            let left = kept
            return paths.totals.subarray(draw * 12, draw * 12 + 12).every((came) => (left += came - one) >= 0)
          }).length
        expect(holds(pay) * 100).toBeGreaterThanOrEqual(of * paths.draws)
        expect(holds(pay + 1) * 100).toBeLessThan(of * paths.draws)
        expect(shortfall).toBe(Math.trunc(((paths.draws - holds(pay)) * 1_000) / paths.draws))
        expect(shortfallOf(paths, asked, pay)).toBe(shortfall)
      }),
    )
  })

  test('tells the month in which the buffer is lowest', () => {
    // A poor spring: the buffer is lowest after it.
    const year = [200, 200, 50, 50, 50, 200, 200, 200, 200, 200, 200, 200]
    const told = steadyPay({ draws: 1, horizon: 12, totals: Float64Array.from(year) }, { buffer: 100, least: 0, certainty: 90 })
    expect(told).toMatchObject({ pay: 130, lowest: 4 })
    expect(told.left[4]).toEqual({ low: 0, middle: 0, high: 0 })
  })

  test('is never under nothing: where not even that holds, the shortfall says so', () => {
    expect(steadyPay(constant(0), { buffer: 0, least: 500, certainty: 90 })).toMatchObject({ pay: 0, shortfall: 1_000 })
  })
})

describe('the buffer that a pay needs', () => {
  test('holds it as often as asked, and one unit less would not', () => {
    fc.assert(
      fc.property(anyPaths, fc.nat(200_000), fc.nat(50_000), certainty, (paths, pay, least, of) => {
        const needed = bufferFor(paths, { pay, least, certainty: of })
        const short = (kept: number) => shortfallOf(paths, { buffer: kept, least }, pay)
        expect(short(needed)).toBeLessThanOrEqual(1_000 - of * 10)
        if (needed > least) expect(short(needed - 1)).toBeGreaterThan(0)
        expect(steadyPay(paths, { buffer: needed, least, certainty: of }).pay).toBeGreaterThanOrEqual(pay)
        if (needed > least) expect(steadyPay(paths, { buffer: needed - 1, least, certainty: of }).pay).toBeLessThan(pay)
      }),
    )
  })
})

test('months from one on are those of every path', () => {
  const paths = drawPaths({ streams: upTo(world(3, 20), 20), first: WORLD_FIRST, horizon: 13, recalibration: 1_000 }, dice(1))
  if (!paths) throw new Error('Failed to draw.')
  const rest = later(paths, 1)
  expect(rest.horizon).toBe(12)
  expect(rest.totals.slice(0, 12)).toEqual(paths.totals.slice(1, 13))
  expect(rest.totals.at(-1)).toBe(paths.totals.at(-1))
})
