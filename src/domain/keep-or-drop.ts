import { dice, seedOf } from './dice.ts'
import { BAND_MONTHS, bandOf, chanceOf, drawPaths, monthTotals, ofTen } from './forecast.ts'
import type { StreamMonths } from './forecast-parts.ts'
import type { Minor } from './money.ts'
import type { Month } from './month.ts'
import { swing } from './steadiness.ts'

/** A stream with its full months and the venture that it belongs to. */
export interface VentureStream extends StreamMonths {
  venture: number
}

/** What is asked of a book's ventures; a plain object, so that it can be sent elsewhere and is known by its text. */
export interface KeepQuestion {
  /** All of the same length and beginning with `first`, the newest month before the running one. */
  streams: VentureStream[]
  first: Month
  /** What is enough in the month after the running one; null without a target. */
  enough: Minor | null
  /** By how much the record of past promises widens or narrows the bands, in thousandths. */
  recalibration: number
}

/** How the book stands, and how without one venture. */
export interface Standing {
  /** Net of a mean month. */
  net: Minor
  /** In how many of 10 draws the month after the running one is enough; null without a target, or of too few months. */
  ofTen: number | null
  /** sd ÷ mean of the months; null where the mean is not above nothing. */
  swing: number | null
}

export interface VentureStanding {
  venture: number
  /** Net of a mean month. */
  net: Minor
  /** What it brings at least in 9 of 10 draws, as a share of its middle draw, 0 to 1; null of too few months, or of nothing. */
  dependable: number | null
  without: Standing
}

export interface KeepOrDrop {
  /** Full months that means and swings are taken over. */
  months: number
  all: Standing
  /** By id. */
  ventures: VentureStanding[]
}

/** Means and swings are of a year at most. */
const MONTHS = 12
/** The running month is drawn too; the one after it is what is asked for. */
const HORIZON = 2
const NEXT = 1

/**
 * What each venture brings, how far it can be counted on, and how the book would stand without it (FEATURES N13). The same draws of
 * months are made for every question, so that two answers differ by the venture alone.
 */
export function keepOrDrop(question: KeepQuestion): KeepOrDrop {
  const { streams } = question
  const seed = seedOf(JSON.stringify(question))
  const standing = (kept: readonly VentureStream[]) => standingOf(kept, question, seed)
  const ventures = [...new Set(streams.map(({ venture }) => venture))].sort((a, b) => a - b)
  return {
    months: Math.min(MONTHS, streams[0]?.net.length ?? 0),
    all: standing(streams),
    ventures: ventures.map((venture): VentureStanding => {
      const own = streams.filter((stream) => stream.venture === venture)
      const band = drawn(own, question, seed)
      return {
        venture,
        net: mean(totals(own)),
        dependable: band && band.middle > 0 ? Math.min(1, band.low / band.middle) : null,
        without: standing(streams.filter((stream) => stream.venture !== venture)),
      }
    }),
  }
}

function standingOf(kept: readonly VentureStream[], question: KeepQuestion, seed: number): Standing {
  const { enough } = question
  const months = totals(kept)
  const next = enough === null ? null : drawn(kept, question, seed)
  return {
    net: mean(months),
    ofTen: chanceIn(next, question, kept),
    swing: swing(months),
  }
}

function chanceIn(next: ReturnType<typeof drawn>, { enough, streams }: KeepQuestion, kept: readonly VentureStream[]): number | null {
  const months = streams[0]?.net.length ?? 0
  if (enough === null || months < BAND_MONTHS) return null
  // Without any stream nothing comes.
  return kept.length === 0 ? 0 : next && ofTen(chanceOf(next.draws, enough, months))
}

function drawn(streams: readonly VentureStream[], { first, recalibration }: KeepQuestion, seed: number) {
  const paths = drawPaths({ streams, first, horizon: HORIZON, recalibration }, dice(seed))
  if (!paths) return null
  const draws = monthTotals(paths, NEXT)
  return { ...bandOf(draws), draws }
}

/** What streams brought together in the newest year. */
function totals(streams: readonly VentureStream[]): Minor[] {
  const length = streams[0]?.net.length ?? 0
  const from = Math.max(0, length - MONTHS)
  return Array.from({ length: length - from }, (_, i) => streams.reduce((sum, { net }) => sum + (net[from + i] ?? 0), 0))
}

function mean(months: readonly Minor[]): Minor {
  return months.length === 0 ? 0 : Math.trunc(months.reduce((sum, one) => sum + one, 0) / months.length)
}
