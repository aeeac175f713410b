import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { chanceAhead, chanceOf } from './chance.ts'
import { dependable } from './dependable.ts'
import { dice, seedOf } from './dice.ts'
import { knownOf, totalsByMonth, upTo, WORLD_FIRST, yearlyWorld } from './forecast-fixture.ts'
import { AS_DRAWN, bandOf, drawPaths, monthTotals, stretched, stretchOf, type ForecastQuestion } from './forecast.ts'
import type { StreamMonths } from './forecast-parts.ts'

function ask(streams: readonly StreamMonths[], more: Partial<ForecastQuestion> = {}): ForecastQuestion {
  return { streams, first: WORLD_FIRST, horizon: 3, recalibration: AS_DRAWN, ...more }
}

/** The paths of a question that has enough months. */
function pathsOf(question: ForecastQuestion, seed = 1) {
  const paths = drawPaths(question, dice(seed))
  if (!paths) throw new Error('Failed to draw: too few months.')
  return paths
}

const kind = fc.constantFrom('patronage' as const, 'sales' as const, 'service' as const, 'wage' as const, 'grant' as const)
const anyBook = fc.integer({ min: 6, max: 40 }).chain((months) =>
  fc.array(fc.record({ kind, net: fc.array(fc.integer({ min: -500, max: 200_000 }), { minLength: months, maxLength: months }) }), {
    minLength: 1,
    maxLength: 4,
  }),
)

describe('the band', () => {
  test('is stretched by 1.1 + 1/n around the median', () => {
    expect([6, 10, 25, 50].map(stretchOf)).toEqual([1266, 1200, 1140, 1120])
    expect(stretched(1_200, 1_000, 1_500)).toBe(1_300)
    expect(stretched(800, 1_000, 1_500)).toBe(700)
    // No draw that is none becomes a loss; one that is stays it, and is stretched as any other.
    expect(stretched(100, 1_000, 1_500)).toBe(0)
    expect(stretched(-100, 1_000, 1_500)).toBe(-650)
  })

  test('is not drawn under six full months', () => {
    const five = [{ kind: 'service' as const, net: [1, 2, 3, 4, 5] }]
    expect(drawPaths(ask(five), dice(1))).toBeNull()
    expect(drawPaths(ask([]), dice(1))).toBeNull()
    expect(drawPaths(ask([{ kind: 'service', net: [1, 2, 3, 4, 5, 6] }]), dice(1))).not.toBeNull()
  })

  test('constant income gives itself', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_000_000 }), kind, fc.integer({ min: 6, max: 40 }), (income, of, months) => {
        const paths = pathsOf(ask([{ kind: of, net: Array.from({ length: months }, () => income) }]))
        for (const ahead of [0, 1, 2]) {
          expect(bandOf(monthTotals(paths, ahead))).toEqual({ low: income, middle: income, high: income })
        }
      }),
      { numRuns: 10 },
    )
  })

  test('the same data give the same numbers', () => {
    fc.assert(
      fc.property(anyBook, (streams) => {
        const seed = seedOf(JSON.stringify(streams))
        expect(pathsOf(ask(streams), seed)).toEqual(pathsOf(ask(structuredClone(streams)), seed))
      }),
      { numRuns: 5 },
    )
  })

  test('holds whole units, is in order, and is under 0 only where months lost money', () => {
    fc.assert(
      fc.property(anyBook, fc.boolean(), (book, loses) => {
        const streams = loses ? book : book.map(({ kind: of, net }) => ({ kind: of, net: net.map((sum) => Math.max(0, sum)) }))
        const paths = pathsOf(ask(streams))
        expect(paths.totals.every((total) => Number.isSafeInteger(total) && (loses || total >= 0))).toBe(true)
        const { low, middle, high } = bandOf(monthTotals(paths, 2))
        expect(low <= middle && middle <= high).toBe(true)
      }),
      { numRuns: 20 },
    )
  })

  test('a record that asks for more width never gives less', () => {
    fc.assert(
      fc.property(anyBook, fc.integer({ min: 800, max: 2_000 }), (streams, recalibration) => {
        const narrow = bandOf(monthTotals(pathsOf(ask(streams, { recalibration: 800 })), 0))
        const wide = bandOf(monthTotals(pathsOf(ask(streams, { recalibration })), 0))
        expect(wide.low).toBeLessThanOrEqual(narrow.low)
        expect(wide.high).toBeGreaterThanOrEqual(narrow.high)
      }),
      { numRuns: 10 },
    )
  })

  test('recurring money goes on from where it stands, single money does not', () => {
    const climbing = Array.from({ length: 12 }, (_, i) => 10_000 + i * 1_000)
    expect(bandOf(monthTotals(pathsOf(ask([{ kind: 'patronage', net: climbing }])), 0)).middle).toBeGreaterThanOrEqual(20_000)
    expect(bandOf(monthTotals(pathsOf(ask([{ kind: 'service', net: climbing }])), 0)).high).toBeLessThan(24_000)
  })

  test('another time leaves no trace: months before the last 15 tell nothing of those to come', () => {
    for (const kindOf of ['service', 'patronage'] as const) {
      const net = Array.from({ length: 40 }, (_, i) => (i < 20 ? 100_000 * ((i * 7) % 10) : 300_000))
      const paths = pathsOf(ask([{ kind: kindOf, net }]))
      for (const ahead of [0, 2]) expect(bandOf(monthTotals(paths, ahead))).toEqual({ low: 300_000, middle: 300_000, high: 300_000 })
      // And of the last 15 each may come again.
      const newer = [...net.slice(0, -14), ...Array.from({ length: 14 }, (_, i) => (i === 0 ? 900_000 : 300_000))]
      expect(monthTotals(pathsOf(ask([{ kind: 'service', net: newer }])), 0).at(-1)).toBeGreaterThan(900_000)
    }
  })

  test('what recurs falls to nothing and no further', () => {
    const falling = Array.from({ length: 12 }, (_, i) => 120_000 - i * 10_000)
    const paths = pathsOf(ask([{ kind: 'patronage', net: falling }], { horizon: 13 }))
    expect(bandOf(monthTotals(paths, 12))).toEqual({ low: 0, middle: 0, high: 0 })
    expect(paths.totals.every((total) => total >= 0)).toBe(true)
    // A gift that comes when nothing recurs any more comes all the same: nothing is owed.
    const gifts = falling.map((sum, i) => sum + (i % 4 === 3 ? 50_000 : 0))
    const given = monthTotals(pathsOf(ask([{ kind: 'patronage', net: gifts }], { horizon: 13 })), 12)
    expect(bandOf(given).high).toBeGreaterThan(40_000)
  })

  test('a hard month of all streams stays one month of all', () => {
    // Two streams that are never poor at the same time: their sum has no spread when months are drawn as rows.
    const one = Array.from({ length: 12 }, (_, i) => (i % 2 === 0 ? 10_000 : 50_000))
    const other = one.map((sum) => 60_000 - sum)
    const streams = [one, other].map((net) => ({ kind: 'service' as const, net }))
    expect(bandOf(monthTotals(pathsOf(ask(streams)), 0))).toEqual({ low: 60_000, middle: 60_000, high: 60_000 })
  })
})

describe('what can be counted on', () => {
  test('is the low end of the band, and its streams sum to it', () => {
    fc.assert(
      fc.property(anyBook, (streams) => {
        const paths = pathsOf(ask(streams))
        const { byStream, ...band } = dependable(paths)
        expect(band).toEqual(bandOf(monthTotals(paths, 0)))
        const sum = byStream.reduce((all, part) => all + part, 0)
        expect(sum === band.low || byStream.every((part) => part === 0)).toBe(true)
      }),
      { numRuns: 20 },
    )
  })
})

describe('what can be counted on by stream', () => {
  test('is of the poor months: a stream that fails in them has little of it', () => {
    const steady = Array.from({ length: 12 }, (_, i) => 50_000 + (i % 2) * 1_000)
    const failing = Array.from({ length: 12 }, (_, i) => (i % 4 === 3 ? 0 : 100_000))
    const streams = [steady, failing].map((net) => ({ kind: 'service' as const, net }))
    const { low, middle, byStream } = dependable(pathsOf(ask(streams)))
    expect([low < 60_000, middle > 120_000]).toEqual([true, true])
    expect(byStream[0]).toBe(low)
    expect(byStream[1]).toBe(0)
  })
})

describe('the chance of enough', () => {
  test('is the share of draws that reach it, and stays off the ends while the book is young', () => {
    const draws = Float64Array.from({ length: 10 }, (_, i) => i * 100)
    expect(chanceOf(draws, 400, 24)).toBe(600)
    expect(chanceOf(draws, 10_000, 24)).toBe(0)
    expect(chanceOf(draws, 10_000, 23)).toBe(100)
    expect(chanceOf(draws, 0, 23)).toBe(900)
  })

  test('leans on the past months as much as on the draws at six, and less the more there are', () => {
    // Half of the draws reach 50, and all of the past months did.
    const told = (months: number) => {
      const past = Float64Array.from({ length: months }, () => 100)
      const one = { draws: 4, horizon: 1, totals: Float64Array.of(0, 0, 100, 100), beside: Float64Array.of(0), still: [false], told: 0 }
      return chanceAhead({ ...one, past, byStream: new Float64Array() }, 0, 50)
    }
    // (36 · ½ + 36 · ⅞) ÷ 72, (144 · ½ + 36 · 13/14) ÷ 180 and (576 · ½ + 36 · 25/26) ÷ 612.
    expect([6, 12, 24].map(told)).toEqual([687, 585, 527])
  })

  test('of a month ahead leans on the months that were, as if what is known had come beside them', () => {
    const net = [1_000, 1_000, 1_000, 1_000, 1_000, 1_000]
    const question = ask([{ kind: 'service', net }])
    // Sure by the draws, 7 of 8 by the months: both count alike at six months, and the ends are clamped.
    expect(chanceAhead(pathsOf(question), 0, 1_000)).toBe(900)
    expect(chanceAhead(pathsOf(question), 0, 1_001)).toBe(100)
    const known = [{ stream: 0, ahead: 0, amount: 500, chance: 1_000 }]
    expect(chanceAhead(pathsOf({ ...question, known }), 0, 1_500)).toBe(900)
    const long = ask([{ kind: 'service', net: Array.from({ length: 30 }, (_, i) => ((i % 9) % 2) * 1_000) }])
    expect(chanceAhead(pathsOf(long), 0, 500)).toBeGreaterThan(350)
    expect(chanceAhead(pathsOf(long), 0, 500)).toBeLessThan(550)
  })
})

describe('in generated worlds', () => {
  test('yearly payments that are due again tell more than those that are drawn', () => {
    const loss = { known: 0, drawn: 0 }
    let inside = 0
    const runs = 80
    for (let i = 0; i < runs; i += 1) {
      const full = yearlyWorld(seedOf(`yearly ${i}`), 27)
      const asked = { drawn: ask(upTo(full.streams, 24)), known: { ...ask([]), ...knownOf(full, 24) } }
      for (const how of ['drawn', 'known'] as const) {
        const { low, high } = bandOf(monthTotals(pathsOf(asked[how], i), 0))
        const came = totalsByMonth(full.streams)[24] ?? 0
        // What a band costs at its ends: its width, and ten times what is missed.
        loss[how] += high - low + 10 * (Math.max(0, low - came) + Math.max(0, came - high))
        if (how === 'known' && came >= low && came <= high) inside += 1
      }
    }
    expect(loss.known).toBeLessThan(loss.drawn)
    expect(inside / runs).toBeGreaterThanOrEqual(0.75)
  })
})
