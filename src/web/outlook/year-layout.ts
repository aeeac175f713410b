import type { Band } from '#domain/forecast.ts'
import type { Minor } from '#domain/money.ts'
import type { Month } from '#domain/month.ts'

/** One month ahead as a bar from its low end to its high one; all in percent, 0 at the top left. */
export interface YearBar {
  month: Month
  x: number
  width: number
  top: number
  height: number
  middle: number
}

export interface YearLayout {
  bars: YearBar[]
  /** Height of the line of enough; null without a target. */
  enough: number | null
}

/** Room between bars, as a share of a month's place. */
const GAP = 0.36
/** The part of the width that bars take; the rest is for the words of the line. */
const BARS = { wide: 0.87, narrow: 0.78 }

export interface YearQuestion {
  months: readonly Month[]
  ahead: readonly Band[]
  enough: Minor | null
  /** On a phone words are as wide as ever, so bars leave them a larger part. */
  narrow?: boolean
}

/** Lays the months ahead side by side on a scale from 0 that holds all of them and the line. */
export function layOutYear({ months, ahead, enough, narrow = false }: YearQuestion): YearLayout {
  const high = Math.max(1, enough ?? 0, ...ahead.map((band) => band.high)) * 1.06
  const levelOf = (amount: Minor) => 100 - (Math.max(0, amount) / high) * 100
  const place = (100 * (narrow ? BARS.narrow : BARS.wide)) / Math.max(1, months.length)
  const bars = months.map((month, i): YearBar => {
    const band = ahead[i] ?? { low: 0, middle: 0, high: 0 }
    const top = levelOf(band.high)
    return { month, x: (i + GAP / 2) * place, width: place * (1 - GAP), top, height: levelOf(band.low) - top, middle: levelOf(band.middle) }
  })
  return { bars, enough: enough === null ? null : levelOf(enough) }
}
