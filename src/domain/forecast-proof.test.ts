import { describe, expect, test } from 'vitest'
import { chanceAhead } from './chance.ts'
import { dice, seedOf } from './dice.ts'
import { totalsByMonth, upTo, world, WORLD_FIRST } from './forecast-fixture.ts'
import { AS_DRAWN, bandOf, drawPaths, monthTotals, type Paths } from './forecast.ts'
import type { Minor } from './money.ts'
import { yearSums } from './outlook.ts'
import { isStillUntil, steadyPay } from './steady-pay.ts'

/** Worlds of each length; with so many a share is told within five of a hundred (two standard errors). */
const WORLDS = 250
const LENGTHS = [6, 12, 24, 36]
const YEAR = 12
/** What is enough, in hundredths of a usual month. */
const NEEDS = [60, 80, 100, 120, 140]
const CERTAINTY = 90

/** What became of what one world was told. */
interface Tried {
  /** One and three months ahead: whether the month was inside its band, and not under its low end. */
  inside: boolean[]
  reached: boolean[]
  /** Whether twelve months together were inside their band. */
  year: boolean
  /** Whether steady pay held all year, with nothing kept and with two usual months. */
  paid: boolean[]
  /** Squared errors of the chance of enough, and of the share of past months that reached it. */
  ours: number
  base: number
}

const AHEAD = [1, 3]

function tried(months: number, i: number): Tried {
  const full = world(seedOf(`${months} ${i}`), months + YEAR)
  const totals = totalsByMonth(full)
  const [past, came] = [totals.slice(0, months), totals.slice(months)]
  const question = { streams: upTo(full, months), first: WORLD_FIRST, horizon: YEAR, recalibration: AS_DRAWN }
  const paths = drawPaths(question, dice(i))
  if (!paths) throw new Error('Failed to draw: too few months.')
  const bands = AHEAD.map((ahead) => ({ ...bandOf(monthTotals(paths, ahead - 1)), came: came[ahead - 1] ?? 0 }))
  const [sum, usual] = [bandOf(yearSums(paths), isStillUntil(paths, paths.horizon - 1)), sumOf(past) / months]
  return {
    inside: bands.map(({ low, high, came: net }) => net >= low && net <= high),
    reached: bands.map(({ low, came: net }) => net >= low),
    year: sumOf(came) >= sum.low && sumOf(came) <= sum.high,
    paid: [0, 2].map((kept) => holds(paths, came, Math.trunc(kept * usual))),
    ...errors(paths, { past, next: came[0] ?? 0, usual }),
  }
}

function sumOf(values: ArrayLike<number>): number {
  let sum = 0
  for (let i = 0; i < values.length; i += 1) sum += values[i] ?? 0
  return sum
}

/** Whether what is told as steady pay can be paid in the year that came. */
function holds(paths: Paths, came: readonly Minor[], buffer: Minor): boolean {
  const { pay } = steadyPay(paths, { buffer, least: 0, certainty: CERTAINTY })
  let left = buffer
  return came.every((net) => (left += net - pay) >= 0)
}

function errors(paths: Paths, { past, next, usual }: { past: readonly Minor[]; next: Minor; usual: number }) {
  let [ours, base] = [0, 0]
  for (const need of NEEDS) {
    const enough = Math.trunc((usual * need) / 100)
    const reached = next >= enough ? 1 : 0
    ours += (chanceAhead(paths, 0, enough) / 1_000 - reached) ** 2
    base += (past.filter((net) => net >= enough).length / past.length - reached) ** 2
  }
  return { ours, base }
}

function share(all: readonly boolean[]): number {
  return all.filter(Boolean).length / all.length
}

/** Every world is drawn once, and all that is claimed is held against it (METRICS 9 and 10). */
const cells = LENGTHS.map((months) => ({ months, worlds: Array.from({ length: WORLDS }, (_, i) => tried(months, i)) }))

describe.each(cells)('in generated worlds of which $months months are known', ({ worlds }) => {
  test.each(AHEAD)('the band of %i months ahead holds 75 to 88 of a hundred, and its low end is reached in about nine of ten', (ahead) => {
    const at = AHEAD.indexOf(ahead)
    const inside = share(worlds.map((one) => one.inside[at] ?? false))
    expect(inside).toBeGreaterThanOrEqual(0.75)
    expect(inside).toBeLessThanOrEqual(0.88)
    const reached = share(worlds.map((one) => one.reached[at] ?? false))
    expect(reached).toBeGreaterThanOrEqual(0.88)
    expect(reached).toBeLessThanOrEqual(0.97)
  })

  test('the band of twelve months together holds 70 to 88 of a hundred', () => {
    const inside = share(worlds.map(({ year }) => year))
    expect(inside).toBeGreaterThanOrEqual(0.7)
    expect(inside).toBeLessThanOrEqual(0.88)
  })

  test('steady pay that is to hold in 9 of 10 holds in 85 of a hundred at least, with a buffer and without', () => {
    for (const at of [0, 1]) expect(share(worlds.map(({ paid }) => paid[at] ?? false))).toBeGreaterThanOrEqual(0.85)
  })

  test('the chance of enough has no worse a Brier score than the share of past months', () => {
    // Of so many worlds a score is told within one of a hundred at best: at twelve months the two are that near.
    expect(sumOf(worlds.map(({ ours }) => ours))).toBeLessThan(1.01 * sumOf(worlds.map(({ base }) => base)))
  })
})

describe('in all of them together', () => {
  const all = cells.flatMap(({ worlds }) => worlds)

  test('the chance of enough has a better Brier score than the share of past months', () => {
    expect(sumOf(all.map(({ ours }) => ours))).toBeLessThan(sumOf(all.map(({ base }) => base)))
  })

  test('the low end of a month, told as 9 of 10, is reached in 90 to 95 of a hundred', () => {
    const reached = share(all.flatMap((one) => one.reached))
    expect(reached).toBeGreaterThanOrEqual(0.9)
    expect(reached).toBeLessThanOrEqual(0.95)
  })

  test('steady pay of 9 in 10 holds in 87 to 95 of a hundred, and the year’s sum is inside its band in 72 to 84', () => {
    for (const at of [0, 1]) {
      const held = share(all.map(({ paid }) => paid[at] ?? false))
      expect(held).toBeGreaterThanOrEqual(0.87)
      expect(held).toBeLessThanOrEqual(0.95)
    }
    const inside = share(all.map(({ year }) => year))
    expect(inside).toBeGreaterThanOrEqual(0.72)
    expect(inside).toBeLessThanOrEqual(0.84)
  })
})
