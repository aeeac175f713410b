import { describe, expect, test } from 'vitest'
import { chanceAhead } from './chance.ts'
import { dependable } from './dependable.ts'
import { dice } from './dice.ts'
import { WORLD_FIRST } from './forecast-fixture.ts'
import { seasonOf, yearsOf, type StreamMonths } from './forecast-parts.ts'
import { AS_DRAWN, bandAhead, bandOf, drawPaths, monthTotals, type Paths } from './forecast.ts'
import type { Minor } from './money.ts'
import { isStillUntil, later, steadyPay } from './steady-pay.ts'

const YEAR = 12

/** Paths of a year ahead. */
function yearAhead(streams: readonly StreamMonths[], { seed = 1, first = WORLD_FIRST } = {}): Paths {
  const paths = drawPaths({ streams, first, horizon: YEAR, recalibration: AS_DRAWN }, dice(seed))
  if (!paths) throw new Error('Failed to draw: too few months.')
  return paths
}

/** What all twelve months bring together, path by path, sorted. */
function yearSums({ draws, horizon, totals }: Paths): Float64Array {
  return Float64Array.from({ length: draws }, (_, draw) =>
    totals.subarray(draw * horizon, (draw + 1) * horizon).reduce((sum, one) => sum + one, 0),
  ).sort()
}

function meanOf(values: ArrayLike<number>): number {
  return Array.from(values).reduce((sum, one) => sum + one, 0) / values.length
}

function months(count: number, net: (i: number) => Minor): Minor[] {
  return Array.from({ length: count }, (_, i) => net(i))
}

describe('sums over several months', () => {
  test('end with a gift that comes again or without it, and at nothing between', () => {
    const gift = { stream: 0, ahead: 2, amount: 1_200_000, chance: 830 }
    const streams = [{ kind: 'patronage' as const, net: months(24, () => 0) }]
    const paths = drawPaths({ streams, first: WORLD_FIRST, horizon: YEAR, recalibration: AS_DRAWN, known: [gift] }, dice(1))
    if (!paths) throw new Error('Failed to draw: too few months.')
    expect(bandOf(yearSums(paths), isStillUntil(paths, YEAR - 1))).toEqual({ low: 0, middle: 1_200_000, high: 1_200_000 })
    const { left } = steadyPay(later(paths, 0), { buffer: 0, least: 0, certainty: 90 })
    expect([left[1], left[2], left.at(-1)]).toEqual([
      { low: 0, middle: 0, high: 0 },
      ...Array.from({ length: 2 }, () => ({ low: 0, middle: 1_200_000, high: 1_200_000 })),
    ])
  })
})

describe('months that lost money', () => {
  test('are drawn as what they were: a year of them is no year of nothing', () => {
    const paths = yearAhead([{ kind: 'other', net: months(12, () => -24_000) }])
    expect(bandOf(monthTotals(paths, 0))).toEqual({ low: -24_000, middle: -24_000, high: -24_000 })
    expect(bandOf(yearSums(paths)).middle).toBe(-24_000 * YEAR)
  })

  test('leave no pay that they would take back', () => {
    // Every fifth month gives back more than it sold: €1,000 four times, then −€1,500, so a year holds €6,000.
    const paths = yearAhead([{ kind: 'sales', net: months(20, (i) => (i % 5 === 4 ? -150_000 : 100_000)) }])
    expect(meanOf(yearSums(paths))).toBeGreaterThan(500_000)
    expect(meanOf(yearSums(paths))).toBeLessThan(700_000)
    const buffer = 900_000
    const { pay } = steadyPay(later(paths, 0), { buffer, least: 0, certainty: 90 })
    // What nine of ten years leave, with all of the buffer spent, is the most that can be paid.
    expect(pay * YEAR).toBeLessThanOrEqual(buffer + (yearSums(paths)[200] ?? 0))
  })

  test('part a loss among the streams that lose', () => {
    const streams = [
      { kind: 'sales' as const, net: months(12, (i) => (i % 2 === 0 ? -90_000 : 100_000)) },
      { kind: 'service' as const, net: months(12, () => 5_000) },
    ]
    const { low, byStream } = dependable(yearAhead(streams))
    expect(low).toBeLessThan(0)
    expect(byStream).toEqual([low, 0])
  })
})

describe('a stream that never varied', () => {
  test('is as sure beside others as alone', () => {
    const wage = { kind: 'wage' as const, net: months(24, () => 120_000) }
    const work = { kind: 'service' as const, net: months(24, (i) => ((i % 7) % 2) * 60_000) }
    const { low, byStream } = dependable(yearAhead([wage, work]))
    expect(low).toBeGreaterThanOrEqual(120_000)
    expect(byStream[0]).toBe(120_000)
  })
})

describe('a month of which nothing but an invoice is open', () => {
  test('ends with it or without it, and at nothing between them', () => {
    const wage = { kind: 'wage' as const, net: months(24, () => 120_000) }
    const known = [{ stream: -1, ahead: 0, amount: 500_000, chance: 950 }]
    const question = { streams: [wage], first: WORLD_FIRST, known, horizon: 2, recalibration: AS_DRAWN }
    const paths = drawPaths(question, dice(1))
    if (!paths) throw new Error('Failed to draw: too few months.')
    expect(bandAhead(paths, 0)).toEqual({ low: 620_000, middle: 620_000, high: 620_000 })
    expect(bandAhead(paths, 1)).toEqual({ low: 120_000, middle: 120_000, high: 120_000 })
    // 24 months: the past, of which every month would have reached it, counts a seventeenth beside the draws.
    expect(chanceAhead(paths, 0, 590_000)).toBeGreaterThan(930)
    expect(chanceAhead(paths, 0, 620_001)).toBeLessThan(10)
  })
})

describe('a stream that keeps to the calendar', () => {
  const halfYearly = months(36, (i) => (i % 6 === 5 ? 234_567 : 0))

  test('is told by two years at least that paid in the same months, and may still fail', () => {
    const own = Array.from({ length: 12 }, (_, month) => (month % 6 === 5 ? 234_567 : 0))
    const none = own.map(() => 0)
    expect(yearsOf(halfYearly, 0)).toEqual([own, own, own, own, none])
    expect(yearsOf(halfYearly.slice(12), 0)).toEqual([own, own, own, none])
    expect(yearsOf(halfYearly.slice(13), 1)).toEqual([])
    // The history begins in May: the same months of the calendar all the same.
    expect(
      yearsOf(
        months(24, (i) => (i % 12 === 1 ? 500 : 0)),
        4,
      )[0]?.indexOf(500),
    ).toBe(5)
    expect(
      yearsOf(
        months(36, (i) => (i < 12 || i % 6 !== 5 ? 0 : 100)),
        0,
      ),
    ).toHaveLength(4)
    expect(
      yearsOf(
        months(36, (i) => (i % 12 < 7 ? 100 : 0)),
        0,
      ),
    ).toEqual([])
    expect(
      yearsOf(
        months(36, (i) => (i === 30 ? 100 : 0)),
        0,
      ),
    ).toEqual([])
  })

  test('pays in its months and in no others', () => {
    for (const kind of ['royalty', 'service', 'grant'] as const) {
      const paths = yearAhead([{ kind, net: halfYearly }], { first: '2023-01' })
      const paid = Array.from({ length: YEAR }, (_, ahead) => meanOf(monthTotals(paths, ahead)) > 0)
      expect(paid).toEqual(Array.from({ length: YEAR }, (_, ahead) => ahead % 6 === 5))
      // Each comes again in about four of five.
      expect(meanOf(yearSums(paths))).toBeGreaterThan(0.7 * 469_134)
      expect(meanOf(yearSums(paths))).toBeLessThan(0.95 * 469_134)
    }
  })
})

describe('a season', () => {
  test('moves money between months and makes none and loses none', () => {
    // A shop that sells ten times as much in the last two months of a year, for three years.
    const net = months(36, (i) => (i % 12 >= 10 ? 100_000 : 10_000))
    expect(Math.max(...seasonOf(net, 0))).toBeGreaterThan(2)
    const paths = yearAhead([{ kind: 'sales', net }], { first: '2023-01' })
    expect(meanOf(monthTotals(paths, 11))).toBeGreaterThan(2 * meanOf(monthTotals(paths, 3)))
    expect(meanOf(yearSums(paths)) / 300_000).toBeGreaterThan(0.85)
    expect(meanOf(yearSums(paths)) / 300_000).toBeLessThan(1.15)
  })

  test('is not asked of a stream that is empty in most months', () => {
    // Now and then €1,000, in no order: 11 of 36 months.
    const net = months(36, (i) => ((i * i + 3 * i) % 11 < 3 ? 100_000 : 0))
    const paid = net.slice(-14).reduce((sum, one) => sum + one, 0)
    const year = meanOf(yearSums(yearAhead([{ kind: 'royalty', net }])))
    expect(year / ((paid * YEAR) / 14)).toBeGreaterThan(0.8)
    expect(year / ((paid * YEAR) / 14)).toBeLessThan(1.2)
  })
})

describe('a stream whose months jump', () => {
  test('is not carried away by its own jumps: a year of it is a year as before', () => {
    const years = Array.from({ length: 30 }, (_, seed) => {
      const chance = dice(seed + 1)
      const net = months(36, () => chance.between(50_000, 150_000))
      const sums = yearSums(yearAhead([{ kind: 'patronage', net }]))
      return { middle: sums[1_000] ?? 0, width: (sums[1_800] ?? 0) - (sums[200] ?? 0) }
    })
    const usual = 100_000 * YEAR
    expect(meanOf(years.map(({ middle }) => middle)) / usual).toBeGreaterThan(0.85)
    expect(meanOf(years.map(({ middle }) => middle)) / usual).toBeLessThan(1.15)
    // With its level read from three months it is three times as wide.
    expect(meanOf(years.map(({ width }) => width)) / usual).toBeLessThan(0.9)
  })

  test('keeps a level that moved over the years', () => {
    // Months that jump by a third around a level which doubled: the next year is one of the new level, not of both.
    const chance = dice(7)
    const net = months(48, (i) => Math.trunc((chance.between(670, 1_330) * (i < 24 ? 100_000 : 200_000)) / 1_000))
    const sums = yearSums(yearAhead([{ kind: 'patronage', net }]))
    expect((sums[1_000] ?? 0) / (200_000 * YEAR)).toBeGreaterThan(0.8)
    expect((sums[1_000] ?? 0) / (200_000 * YEAR)).toBeLessThan(1.2)
  })
})
