import { seedOf, type Dice } from './dice.ts'
import { MEMORY, streamParts, type StreamMonths } from './forecast-parts.ts'
import { addJoining, addKnown, itemOf, roomForSingles, singleKey, type Joining, type KnownItem, type Singles } from './known-items.ts'
import { midQuantile } from './mid-quantile.ts'
import type { Minor } from './money.ts'
import { monthNumber, type Month } from './month.ts'

/** Paths that are drawn of what may come. */
const DRAWS = 2_000
/** With fewer full months no band is drawn (METRICS 9, step 6). */
export const BAND_MONTHS = 6
/** 1.0 in thousandths: a band as the engine draws it, not wider nor narrower. */
export const AS_DRAWN = 1_000

export interface ForecastQuestion {
  /** Streams with their full months, all of the same length and beginning with `first`. */
  streams: readonly StreamMonths[]
  first: Month
  /** Months to look ahead. */
  horizon: number
  /** By how much the record of past promises widens or narrows the band, in thousandths (see `recalibrated`). */
  recalibration: number
  /** The month ahead that is told by stream, 0 for the next. */
  told?: number
  /** What is known of the months ahead, and so is in no stream's `net`. */
  known?: readonly KnownItem[]
  /** Patrons who are imagined to come. */
  joining?: readonly Joining[]
}

/** What may come, in whole minor units: `draws` paths of `horizon` months, path after path. */
export interface Paths {
  draws: number
  horizon: number
  /** Each path's total by month, stretched; under 0 where a month was drawn that lost money. */
  totals: Float64Array
  /** What the full months brought that were drawn from, all of them, and what is known or imagined beside the draws, by month ahead. */
  past: Float64Array
  beside: Float64Array
  /** The month ahead that is told by stream. */
  told: number
  /** Each path's told month by stream, path after path, as drawn: what its total is made of. */
  byStream: Float64Array
}

/** A band of one month: in about 1 case of 10 it will be less than `low`, in about 1 more than `high`. */
export interface Band {
  low: Minor
  middle: Minor
  high: Minor
}

/**
 * METRICS 9, step 4, in thousandths: k(n) = 1.1 + 1/n for n full months. The 2.5/n found there also made up for percentiles that
 * jump from one past month to the next, which `midQuantile` does not (docs/decisions/019-a-band-that-was-tried.md).
 */
export function stretchOf(months: number): number {
  return 1_100 + Math.trunc(1_000 / months)
}

/** Stretches one value around a middle by thousandths. It makes no loss of what is none: only what was drawn under 0 stays there. */
export function stretched(value: Minor, middle: Minor, stretch: number): Minor {
  const far = middle + Math.trunc(((value - middle) * stretch) / 1_000)
  return value < 0 ? far : Math.max(0, far)
}

/**
 * The seed of a book's draws: of its data alone, so that the same data have the same picture (METRICS 9, step 7). What is asked of
 * them, such as what is enough, how far ahead, or how much wider the record makes the band, changes the answer and not the chance.
 */
export function seedOfData({ streams, first, known = [] }: Pick<ForecastQuestion, 'streams' | 'first' | 'known'>): number {
  return seedOf(JSON.stringify([first, streams.map(({ kind, net }) => [kind, net]), known.map(itemOf)]))
}

/**
 * Draws what may come next (METRICS 9). Past months are drawn as whole rows over all streams, so that common shocks stay
 * together: a row brings each stream's change of its recurring part, which goes on from where it stands, and its one-off part.
 * Each path has its own Dirichlet(1, …, 1) weights over the rows, drawn as Pólya's urn: a row that was drawn goes back with a
 * copy of itself, which comes to the same without weights (Blackwell and MacQueen 1973). The totals of each month are then
 * stretched around their median, and what is known is added. Null under six full months. Of one seed and as many months, other
 * streams are drawn from the same rows: what differs between two answers is what was changed, not chance.
 */
export function drawPaths(question: ForecastQuestion, dice: Dice): Paths | null {
  const { streams, first, horizon, recalibration, told = 0 } = question
  const months = streams[0]?.net.length ?? 0
  if (months < BAND_MONTHS) return null
  const rows = rowsOf(streams, first)
  const paths: Paths = {
    draws: DRAWS,
    horizon,
    totals: new Float64Array(DRAWS * horizon),
    past: pastTotals(streams),
    beside: new Float64Array(horizon),
    told,
    byStream: new Float64Array(DRAWS * streams.length),
  }
  const singles = roomForSingles(question.known ?? [], paths)
  const standing = new Float64Array(streams.length)
  const urn = new Int32Array(horizon)
  for (let draw = 0; draw < DRAWS; draw += 1) {
    standing.set(rows.standing)
    for (let ahead = 0; ahead < horizon; ahead += 1) {
      const taken = dice.between(0, rows.count + ahead - 1)
      const row = taken < rows.count ? taken : (urn[taken - rows.count] ?? 0)
      urn[ahead] = row
      const month = (rows.nextPlace + ahead) % 12
      const made = ahead === told ? paths.byStream.subarray(draw * streams.length, (draw + 1) * streams.length) : null
      paths.totals[draw * horizon + ahead] = step(rows, { row, month, standing }, made)
      if (singles) rememberSingles(singles, { draw, ahead }, (s) => oneOffOf(rows, s, { row, month }))
    }
  }
  stretchTotals(paths, sureOf(rows, horizon), Math.trunc((stretchOf(months) * recalibration) / AS_DRAWN))
  const drawn = monthMeans(paths)
  addKnown(singles ? { ...paths, singles } : paths, question.known ?? [], dice)
  for (const patrons of question.joining ?? []) addJoining(paths, patrons, dice)
  paths.beside.set(monthMeans(paths).map((mean, ahead) => mean - (drawn[ahead] ?? 0)))
  return paths
}

function pastTotals(streams: readonly StreamMonths[]): Float64Array {
  return Float64Array.from(streams[0]?.net ?? [], (_, i) => streams.reduce((sum, { net }) => sum + (net[i] ?? 0), 0))
}

function monthMeans({ draws, horizon, totals }: Paths): Float64Array {
  const sums = new Float64Array(horizon)
  for (let i = 0; i < totals.length; i += 1) sums[i % horizon] = (sums[i % horizon] ?? 0) + (totals[i] ?? 0)
  return sums.map((sum) => sum / draws)
}

/** What rows of the past bring, row after row. */
interface Rows {
  count: number
  streams: number
  /** Where each stream's recurring part stands now. */
  standing: Float64Array
  /** What each stream never fell under in these months, and not over nothing. */
  floors: Float64Array
  changes: Float64Array
  /** One-off parts with the season taken out. */
  oneOffs: Float64Array
  /** Factors of the season, stream after stream, January first. */
  seasons: Float64Array
  /** Years of the streams that keep to the calendar, each with January first; none of the others. */
  years: readonly (readonly (readonly Minor[])[])[]
  /** The calendar's place of the month that comes next, 0 for January. */
  nextPlace: number
}

function rowsOf(streams: readonly StreamMonths[], first: Month): Rows {
  const parts = streams.map((stream) => streamParts(stream, first))
  const months = streams[0]?.net.length ?? 0
  const place = monthNumber(first) % 12
  // The first month of all has no change: there is nothing before it.
  const begin = Math.max(1, months - MEMORY + 1)
  const count = months - begin
  const changes = new Float64Array(count * parts.length)
  const oneOffs = new Float64Array(count * parts.length)
  for (const [s, { recurring, oneOff, season }] of parts.entries()) {
    const factors = Array.from({ length: count }, (_, row) => season[(place + begin + row) % 12] ?? 1)
    const scale = scaleOf(oneOff.slice(begin), factors)
    for (let row = 0; row < count; row += 1) {
      const i = begin + row
      changes[row * parts.length + s] = (recurring[i] ?? 0) - (recurring[i - 1] ?? 0)
      oneOffs[row * parts.length + s] = (scale * (oneOff[i] ?? 0)) / (factors[row] ?? 1)
    }
  }
  const standing = Float64Array.from(parts, ({ recurring }) => recurring.at(-1) ?? 0)
  const floors = Float64Array.from(streams, ({ net }) => Math.min(0, ...net.slice(begin)))
  const seasons = Float64Array.from(parts.flatMap(({ season }) => season))
  const years = parts.map((part) => part.years)
  return { count, streams: parts.length, standing, floors, changes, oneOffs, seasons, years, nextPlace: (place + months) % 12 }
}

/** By what values without their season are multiplied, so that drawn under any season they bring on the whole what the months did. */
function scaleOf(values: readonly number[], factors: readonly number[]): number {
  const [all, usual] = [sumOf(values), sumOf(factors)]
  const without = sumOf(values.map((value, i) => value / (factors[i] ?? 1)))
  const scale = (all * values.length) / (usual * without)
  return Number.isFinite(scale) && scale > 0 ? scale : 1
}

function sumOf(values: readonly number[]): number {
  return values.reduce((sum, one) => sum + one, 0)
}

/** Goes one month ahead: moves every stream's standing part, fills `made` by stream where it is asked for, and gives the sum. */
function step(rows: Rows, at: { row: number; month: number; standing: Float64Array }, made: Float64Array | null): Minor {
  const { streams, changes } = rows
  const { row, month, standing } = at
  let total = 0
  for (let s = 0; s < streams; s += 1) {
    const now = (standing[s] ?? 0) + (changes[row * streams + s] ?? 0)
    standing[s] = now
    // What recurs ends at nothing; a stream that only pays fees stays where it is. The path goes on below: were it turned back, a
    // stream that jumps would rise by being turned back alone.
    const recurring = Math.max(Math.min(0, rows.standing[s] ?? 0), now)
    const sum = Math.max(rows.floors[s] ?? 0, recurring + oneOffOf(rows, s, { row, month }))
    if (made) made[s] = sum
    total += sum
  }
  return total
}

/** What a stream brings once in a month: of a row, or where it keeps to the calendar of one of the years that it may be like. */
function oneOffOf({ streams, oneOffs, seasons, years }: Rows, s: number, { row, month }: { row: number; month: number }): Minor {
  const own = years[s]
  if (own && own.length > 0) return own[row % own.length]?.[month] ?? 0
  return Math.trunc((oneOffs[row * streams + s] ?? 0) * (seasons[s * 12 + month] ?? 1))
}

/** Remembers what a draw has of single payments, where something is agreed that may be one of them. */
function rememberSingles({ streams, drawn }: Singles, at: { draw: number; ahead: number }, oneOff: (stream: number) => Minor): void {
  for (const stream of streams[at.ahead] ?? []) {
    const kept = drawn.get(singleKey(stream, at.ahead))
    if (kept) kept[at.draw] = Math.max(0, oneOff(stream))
  }
}

/** What is sure of each month ahead: the streams that bring the same from whichever row they are drawn. */
function sureOf(rows: Rows, horizon: number): Float64Array {
  const { count, streams, nextPlace } = rows
  const sure = new Float64Array(horizon)
  for (let s = 0; s < streams; s += 1) {
    const isStill = Array.from({ length: count }, (_, row) => rows.changes[row * streams + s]).every((change) => change === 0)
    if (!isStill) continue
    for (let ahead = 0; ahead < horizon; ahead += 1) {
      const month = (nextPlace + ahead) % 12
      const brought = new Set(Array.from({ length: count }, (_, row) => oneOffOf(rows, s, { row, month })))
      const [only = 0] = brought
      if (brought.size === 1) sure[ahead] = (sure[ahead] ?? 0) + (rows.standing[s] ?? 0) + only
    }
  }
  return sure
}

/** Widens what is not sure around its middle: a wage that never varied is no less sure beside work that does. */
function stretchTotals(paths: Paths, sure: Float64Array, stretch: number): void {
  const { horizon, totals } = paths
  for (let ahead = 0; ahead < horizon; ahead += 1) {
    const known = sure[ahead] ?? 0
    const middle = midQuantile(monthTotals(paths, ahead), 0.5) - known
    for (let at = ahead; at < totals.length; at += horizon) totals[at] = known + stretched((totals[at] ?? 0) - known, middle, stretch)
  }
}

/** The totals of one month ahead (0 for the next) over all paths, sorted. */
export function monthTotals({ draws, horizon, totals }: Pick<Paths, 'draws' | 'horizon' | 'totals'>, ahead: number): Float64Array {
  return Float64Array.from({ length: draws }, (_, draw) => totals[draw * horizon + ahead] ?? 0).sort()
}

/** The value below which a share of sorted values lies, by nearest rank; 0 of none. */
export function quantile(sorted: ArrayLike<number>, share: number): Minor {
  return sorted[Math.min(sorted.length - 1, Math.trunc(sorted.length * share))] ?? 0
}

/** The band of sorted draws that holds 8 of 10. */
export function bandOf(sorted: ArrayLike<number>): Band {
  return { low: midQuantile(sorted, 0.1), middle: midQuantile(sorted, 0.5), high: midQuantile(sorted, 0.9) }
}
