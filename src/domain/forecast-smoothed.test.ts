import { expect, test } from 'vitest'
import { dice, seedOf } from './dice.ts'
import { AS_DRAWN, bandAhead, drawPaths, type ForecastQuestion } from './forecast.ts'
import { knownOf, totalsByMonth, WORLD_FIRST, yearlyWorld, type YearlyWorld } from './forecast-fixture.ts'
import type { KnownItem } from './known-items.ts'
import { split, type Minor } from './money.ts'
import { monthOf, monthsBetween } from './month.ts'

const MONTHS = 24
const AHEAD = 3
const RUNS = 600

/** What yearly payments bring to each month that they are for, of those paid before a month. */
function spread({ payments }: YearlyWorld, paidBefore: number): Minor[] {
  const months = Array.from({ length: MONTHS + AHEAD }, () => 0)
  for (const { day, net, months: covers } of payments) {
    const at = monthsBetween(WORLD_FIRST, monthOf(day))
    if (at >= paidBefore) continue
    for (const [i, part] of split(net, covers).entries()) if (at + i < months.length) months[at + i] = (months[at + i] ?? 0) + part
  }
  return months
}

/** The world in the smoothed lens: what its months hold, and what is asked after the first of them. */
function smoothed(world: YearlyWorld): { came: Minor[]; asked: Pick<ForecastQuestion, 'streams' | 'known'> } {
  const whole = spread(world, MONTHS + AHEAD)
  const paid = spread(world, MONTHS)
  const sure = Array.from({ length: AHEAD }, (_, ahead): KnownItem => {
    return { stream: -1, ahead, amount: paid[MONTHS + ahead] ?? 0, chance: 1_000 }
  })
  const { streams, known } = knownOf(world, MONTHS)
  return {
    came: totalsByMonth(world.streams.slice(0, -1)).map((total, i) => total + (whole[i] ?? 0)),
    asked: { streams, known: [...sure, ...known.map((item) => ({ ...item, months: 12 }))] },
  }
}

test('the band of smoothed months, with what is paid and what is due again, holds 75 to 88 of a hundred', () => {
  const inside = Array.from({ length: AHEAD }, () => 0)
  for (let i = 0; i < RUNS; i += 1) {
    const { came, asked } = smoothed(yearlyWorld(seedOf(`smoothed ${i}`), MONTHS + AHEAD))
    const paths = drawPaths({ ...asked, first: WORLD_FIRST, horizon: AHEAD, recalibration: AS_DRAWN }, dice(i))
    if (!paths) return expect.unreachable('two years are enough')
    for (const ahead of inside.keys()) {
      const { low, high } = bandAhead(paths, ahead)
      const total = came[MONTHS + ahead] ?? 0
      if (total >= low && total <= high) inside[ahead] = (inside[ahead] ?? 0) + 1
    }
  }
  for (const count of inside) {
    expect(count / RUNS).toBeGreaterThanOrEqual(0.75)
    expect(count / RUNS).toBeLessThanOrEqual(0.88)
  }
})
