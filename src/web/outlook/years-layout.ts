import type { Band } from '#domain/forecast.ts'
import type { Minor } from '#domain/money.ts'
import type { Year } from '#domain/outlook.ts'

/** A month as a bar from its low end to its high one; all in percent, 0 at the top left. */
export interface YearsBar {
  key: string
  kind: 'real' | 'changed'
  x: number
  width: number
  top: number
  height: number
  middle: number
}

export interface YearsLayout {
  bars: YearsBar[]
  names: { month: string; x: number }[]
  /** The line of enough as a path that steps from month to month; empty without a target. */
  enough: string
  /** Where the line ends, for its word; null without a target. */
  enoughText: number | null
  /** Single paths, through the middle of each month. */
  paths: string[]
  /** Round amounts that lines stand at; one close to the line of enough has no words. */
  levels: { amount: Minor; y: number; named: boolean }[]
}

export interface YearsQuestion {
  real: Year
  changed: Year | null
  months: readonly string[]
  enough: readonly (Minor | null)[]
  paths: readonly (readonly Minor[])[]
  /** On a phone words are as wide as ever, so bars leave them a larger part. */
  narrow?: boolean
}

/** Room between months, as a share of a month's place. */
const GAP = 0.3
/** The part of the width that bars take; the rest is for the words of the lines. */
const BARS = { wide: 0.92, narrow: 0.78 }
/** Words of two lines closer than this would lie on each other, in percent of the height. */
const CLOSE = 9
/** Room above the highest bar, and under the lowest where that is under nothing. */
const HEAD = 1.04

/** A year as it can be counted on: each month from nothing to its low end, down where that is a loss, and no path through it. */
export function countedYear(year: Year): Year {
  const counted = ({ low }: Band) => ({ low: Math.min(0, low), middle: low, high: Math.max(0, low) })
  return { ...year, ahead: year.ahead.map(counted), singles: [] }
}

/** Lays twelve months side by side on a scale that holds nothing, all bars, the line and every path that is shown. */
export function layOutYears({ real, changed, months, enough, paths, narrow = false }: YearsQuestion): YearsLayout {
  const years = [real, ...(changed ? [changed] : [])]
  const bands = years.flatMap(({ ahead }) => ahead)
  const high = HEAD * Math.max(1, ...bands.map((band) => band.high), ...enough.map((one) => one ?? 0), ...paths.flat())
  const least = HEAD * Math.min(0, ...bands.map((band) => band.low), ...paths.flat())
  const levelOf = (amount: Minor) => (100 * (high - amount)) / (high - least)
  const place = (100 * (narrow ? BARS.narrow : BARS.wide)) / Math.max(1, months.length)
  const width = (place * (1 - GAP)) / years.length
  const last = enough.at(-1) ?? null
  const end = last === null ? null : levelOf(last)
  const bars = years.flatMap((year, of) =>
    year.ahead.map((band, i): YearsBar => {
      const top = levelOf(band.high)
      const kind = of === 0 ? 'real' : 'changed'
      const x = (i + GAP / 2) * place + of * width
      return { key: `${kind} ${months[i]}`, kind, x, width, top, height: levelOf(band.low) - top, middle: levelOf(band.middle) }
    }),
  )
  return {
    bars,
    names: months.map((month, i) => ({ month, x: (i + 0.5) * place })),
    enough: stepPath(enough, { place, levelOf }),
    enoughText: end,
    paths: paths.map((path) =>
      path.map((amount, i) => `${i === 0 ? 'M' : 'L'}${round((i + 0.5) * place)} ${round(levelOf(amount))}`).join(''),
    ),
    levels: roundLevels(least, high).map((amount) => ({
      amount,
      y: levelOf(amount),
      named: end === null || Math.abs(levelOf(amount) - end) > CLOSE,
    })),
  }
}

function stepPath(enough: readonly (Minor | null)[], { place, levelOf }: { place: number; levelOf: (amount: Minor) => number }): string {
  let before: Minor | null = null
  return enough
    .map((one, i) => {
      if (one === null) return ''
      const begin = before === null ? `M${round(i * place)} ${round(levelOf(one))}` : before === one ? '' : `V${round(levelOf(one))}`
      before = one
      return `${begin}H${round((i + 1) * place)}`
    })
    .join('')
}

/** 0 and a few round amounts from the least to the highest: 1, 2 or 5 times a power of ten apart. */
function roundLevels(least: Minor, high: Minor): Minor[] {
  const rough = (high - least) / 4
  const power = 10 ** Math.floor(Math.log10(rough))
  const step = [1, 2, 5, 10].map((one) => one * power).find((one) => one >= rough) ?? power
  const under = Math.floor(-least / step)
  return Array.from({ length: under + Math.floor(high / step) + 1 }, (_, i) => (i - under) * step)
}

function round(value: number): number {
  return Math.round(value * 100) / 100
}
