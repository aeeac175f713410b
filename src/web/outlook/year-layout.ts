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
  /** Height of the line where nothing is: the foot, unless a low end lies under it. */
  nothing: number
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

/** What stands beside the first bar. */
export interface AmountLabel {
  text: string
  /** In percent, as the bars are. */
  x: number
  /** Baseline, in pixels from the top of the plot. */
  y: number
}

/** Pixels: what a character takes at most, and the least place of a month on the smallest phone and on anything wider. */
const CHARACTER = 7.5
const LEAST_PLACE = { wide: 34, narrow: 16 }
/** Pixels that a line of words reaches over its baseline and under it, and the room it keeps. */
export const WORDS = { over: 10, under: 3, room: 2 }

/**
 * Both ends of the first bar in words, off it and the bars that they reach over, and off the lines of enough and of nothing. Where
 * there is no room below, as the bar stands on nothing, both are told above. `plot` is its height in pixels.
 */
export function placeAmounts(
  { bars, enough, nothing }: YearLayout,
  { low, high, narrow, plot }: { low: string; high: string; narrow: boolean; plot: number },
): AmountLabel[] {
  const [lead] = bars
  if (!lead) return []
  const { over, under, room } = WORDS
  const pixels = (percent: number) => (percent * plot) / 100
  const lines = [...(enough === null ? [] : [enough]), nothing].map(pixels).toSorted((a, b) => a - b)
  const isCrossed = (y: number, line: number) => line <= y + under + room && line >= y - over - room
  const reached = (text: string) => bars.slice(0, Math.ceil((text.length * CHARACTER) / LEAST_PLACE[narrow ? 'narrow' : 'wide']))
  const above = (text: string): AmountLabel => {
    const top = Math.min(...reached(text).map((bar) => pixels(bar.top)))
    const y = lines.reduceRight((at, line) => (isCrossed(at, line) ? line - under - room : at), top - under - room)
    return { text, x: lead.x, y }
  }
  if (low === high) return [above(low)]
  const bottom = Math.max(...reached(low).map((bar) => pixels(bar.top + bar.height)))
  const y = lines.reduce((at, line) => (isCrossed(at, line) ? line + over + room : at), bottom + over + room)
  return y + under > plot ? [above(`${low} to ${high}`)] : [above(high), { text: low, x: lead.x, y }]
}

/** Room above what is highest, and under what is lowest where that is under nothing. */
const HEAD = 1.06

/** Lays the months ahead side by side on a scale that holds nothing, all of them and the line. */
export function layOutYear({ months, ahead, enough, narrow = false }: YearQuestion): YearLayout {
  const high = HEAD * Math.max(1, enough ?? 0, ...ahead.map((band) => band.high))
  const least = HEAD * Math.min(0, ...ahead.map((band) => band.low))
  const levelOf = (amount: Minor) => (100 * (high - amount)) / (high - least)
  const place = (100 * (narrow ? BARS.narrow : BARS.wide)) / Math.max(1, months.length)
  const bars = months.map((month, i): YearBar => {
    const band = ahead[i] ?? { low: 0, middle: 0, high: 0 }
    const top = levelOf(band.high)
    return { month, x: (i + GAP / 2) * place, width: place * (1 - GAP), top, height: levelOf(band.low) - top, middle: levelOf(band.middle) }
  })
  return { bars, enough: enough === null ? null : levelOf(enough), nothing: levelOf(0) }
}
