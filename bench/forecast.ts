import { dice, seedOf } from '#domain/dice.ts'
import { knownOf, totalsByMonth, upTo, world, WORLD_FIRST, yearlyWorld } from '#domain/forecast-fixture.ts'
import { chanceAhead } from '#domain/chance.ts'
import { AS_DRAWN, bandOf, drawPaths, monthTotals, seedOfData, type Band, type Paths } from '#domain/forecast.ts'
import { isStillUntil, steadyPay } from '#domain/steady-pay.ts'
import { yearSums } from '#domain/outlook.ts'
import { METHODS, type Case, type Method } from './forecast-methods.ts'
import { realSeries, type RealSeries } from './income-series.ts'
import { quantile, row } from './report.ts'

/**
 * `npm run bench:forecast`: how often the band that is to hold 8 of 10 does, in generated worlds and on real series, beside two
 * plain methods in the same run. Width and pinball loss are in shares of the history's mean month.
 */
const WORLDS = 500
const LEAST = 6
const AHEAD = [1, 3]
const YEAR = 12
/** In so many of a hundred years steady pay is to hold. */
const CERTAINTY = 90
const START = { first: WORLD_FIRST }

for (const months of [6, 12, 24, 36]) {
  console.log(`\nGenerated worlds, ${months} months known`)
  const cases = Array.from({ length: WORLDS }, (_, i) => ({
    ...START,
    streams: world(seedOf(`bench ${months} ${i}`), months + 3),
    months,
  }))
  for (const method of METHODS) report(method, cases)
  brier(cases)
  year(Array.from({ length: WORLDS / 2 }, (_, i) => ({ ...START, streams: world(seedOf(`year ${months} ${i}`), months + YEAR), months })))
}

for (const months of [12, 24, 36]) {
  console.log(`\nGenerated worlds with yearly patrons, ${months} months known`)
  const worlds = Array.from({ length: WORLDS }, (_, i) => yearlyWorld(seedOf(`yearly ${months} ${i}`), months + 3))
  const cases = worlds.map(({ streams }) => ({ first: WORLD_FIRST, streams, months }))
  const asked = new Map<Case['streams'], ReturnType<typeof knownOf>>(worlds.map((one) => [one.streams, knownOf(one, months)]))
  report({ name: 'ours, yearly payments due again', bands: (one) => knownBands(asked.get(one.streams), one) }, cases)
  for (const method of METHODS) report({ ...method, name: method.name === 'ours' ? 'ours, all of them drawn' : method.name }, cases)
}

const real = await realSeries()
for (const series of real) {
  console.log(`\n${series.name}, every month from the ${LEAST}th on`)
  for (const method of METHODS) report(method, casesOf(series))
  brier(casesOf(series))
  year(casesOf(series, YEAR))
}
if (real.length === 0) console.log('\nNo real series: the folder of samples is not there.')
else {
  console.log('\nAll real series pooled')
  for (const method of METHODS) {
    report(
      method,
      real.flatMap((series) => casesOf(series)),
    )
  }
  brier(real.flatMap((series) => casesOf(series)))
  year(real.flatMap((series) => casesOf(series, YEAR)))
}
speed()

/** Bands of a world of which it is known what is due again. */
function knownBands(asked: ReturnType<typeof knownOf> | undefined, { first }: Case): Band[] {
  const question = { streams: [], ...asked, first, horizon: 3, recalibration: AS_DRAWN }
  const paths = drawPaths(question, dice(seedOfData(question)))
  if (!paths) throw new Error('Failed to forecast: too few months.')
  return [0, 1, 2].map((ahead) => bandOf(monthTotals(paths, ahead)))
}

/** Every month from the least on that has so many after it. */
function casesOf({ first, streams }: RealSeries, ahead = 3): Case[] {
  const length = streams[0]?.net.length ?? 0
  return Array.from({ length: length - ahead - LEAST + 1 }, (_, i) => ({ first, streams, months: LEAST + i }))
}

function report(method: Method, cases: readonly Case[]): void {
  const [inside, widths, losses]: [boolean[], number[], number[]] = [[], [], []]
  let reached = 0
  for (const one of cases) {
    const totals = totalsByMonth(one.streams)
    const usual = Math.max(1, totals.slice(0, one.months).reduce((sum, net) => sum + net, 0) / one.months)
    const bands = method.bands(one)
    for (const ahead of AHEAD) {
      const { low, high } = bands[ahead - 1] ?? { low: 0, high: 0 }
      const came = totals[one.months + ahead - 1] ?? 0
      inside.push(came >= low && came <= high)
      if (came >= low) reached += 1
      widths.push((high - low) / usual)
      losses.push((pinball(came, low, 0.1) + pinball(came, high, 0.9)) / usual)
    }
  }
  const share = inside.filter(Boolean).length / inside.length
  const byAhead = AHEAD.map((ahead, i) => `${ahead}: ${percent(meanOf(inside.filter((_, at) => at % AHEAD.length === i).map(Number)))}`)
  row(
    `  ${method.name}`,
    `${percent(share)} (${wilson(share, inside.length)})`,
    [
      `ahead ${byAhead.join(', ')}`,
      `low end ${percent(reached / inside.length)}`,
      `width ${meanOf(widths).toFixed(3)}`,
      `pinball ${meanOf(losses).toFixed(4)}`,
    ].join('   '),
  )
}

function pinball(came: number, bound: number, share: number): number {
  return came >= bound ? share * (came - bound) : (1 - share) * (bound - came)
}

/** Wilson's interval of 95 %; months of one series hang together, so the true one is wider. */
function wilson(share: number, count: number): string {
  const z = 1.96
  const middle = (share + z ** 2 / (2 * count)) / (1 + z ** 2 / count)
  const reach = (z * Math.sqrt((share * (1 - share)) / count + z ** 2 / (4 * count ** 2))) / (1 + z ** 2 / count)
  return `${percent(middle - reach)}–${percent(middle + reach)}`
}

/** The chance that the next month reaches what is enough (60 to 140 % of a usual month), beside the share of past months that did. */
function brier(cases: readonly Case[]): void {
  const [ours, base]: [number[], number[]] = [[], []]
  for (const [i, { first, streams, months }] of cases.entries()) {
    const totals = totalsByMonth(streams)
    const past = totals.slice(0, months)
    const enough = Math.trunc((meanOf(past) * dice(i).between(60, 140)) / 100)
    const came = (totals[months] ?? 0) >= enough ? 1 : 0
    const question = { streams: upTo(streams, months), first, horizon: 1, recalibration: AS_DRAWN }
    const paths = drawPaths(question, dice(seedOfData(question)))
    if (paths) ours.push((chanceAhead(paths, 0, enough) / 1000 - came) ** 2)
    base.push((past.filter((net) => net >= enough).length / months - came) ** 2)
  }
  row('  Brier score of the chance of enough', meanOf(ours).toFixed(3), `base rate: ${meanOf(base).toFixed(3)}`)
}

/** Twelve months together, and steady pay that is to hold in nine of ten years: with nothing kept, and with two usual months. */
function year(cases: readonly Case[]): void {
  const [inside, reached, paid, kept]: [boolean[], boolean[], boolean[], boolean[]] = [[], [], [], []]
  for (const { first, streams, months } of cases) {
    const totals = totalsByMonth(streams)
    const [past, came] = [totals.slice(0, months), totals.slice(months, months + YEAR)]
    const question = { streams: upTo(streams, months), first, horizon: YEAR, recalibration: AS_DRAWN }
    const paths = drawPaths(question, dice(seedOfData(question)))
    if (!paths) continue
    const { low, high } = bandOf(yearSums(paths), isStillUntil(paths, paths.horizon - 1))
    const sum = came.reduce((all, net) => all + net, 0)
    inside.push(sum >= low && sum <= high)
    reached.push(sum >= low)
    paid.push(holds(paths, came, 0))
    kept.push(holds(paths, came, Math.trunc(2 * meanOf(past))))
  }
  const share = (all: readonly boolean[]) => percent(meanOf(all.map(Number)))
  row(
    '  ours, twelve months together',
    `${share(inside)} (${wilson(meanOf(inside.map(Number)), inside.length)})`,
    `low end ${share(reached)}   steady pay of 9 in 10 held ${share(paid)}, with two months kept ${share(kept)}`,
  )
}

function holds(paths: Paths, came: readonly number[], buffer: number): boolean {
  const { pay } = steadyPay(paths, { buffer, least: 0, certainty: CERTAINTY })
  let left = buffer
  return came.every((net) => (left += net - pay) >= 0)
}

/** 2,000 draws of twelve months over thirty streams with ten years each. */
function speed(): void {
  const streams = Array.from({ length: 5 }, (_, i) => world(i, 120)).flat()
  const times = Array.from({ length: 20 }, (_, i) => {
    const began = performance.now()
    drawPaths({ streams, first: WORLD_FIRST, horizon: 12, recalibration: AS_DRAWN }, dice(i))
    return performance.now() - began
  })
  console.log('')
  row(
    '2,000 draws × 12 months × 30 streams: p50, max',
    `${quantile(times, 0.5).toFixed(0)}, ${quantile(times, 1).toFixed(0)} ms`,
    'goal: under 150 ms',
  )
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, one) => sum + one, 0) / values.length
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`
}
