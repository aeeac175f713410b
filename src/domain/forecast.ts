import { seedOf, type Dice } from './dice.ts'
import type { StreamMonths } from './forecast-parts.ts'
import { oneOffOf, rowsOf, step, sureOf, type Rows } from './forecast-rows.ts'
import { addJoining, addKnown, itemOf, roomForSingles, singleKey, type Joining, type KnownItem, type Singles } from './known-items.ts'
import { midQuantile } from './mid-quantile.ts'
import type { Minor } from './money.ts'
import type { Month } from './month.ts'

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
  /**
   * By month ahead, whether it varies by what is known alone, or nearly so, or not at all: then its ends are some of what can come, and lie at
   * nothing between.
   */
  still: boolean[]
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
    still: [],
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
  const kept = keptOf(rows, paths, singles)
  stretchTotals(paths, kept, Math.trunc((stretchOf(months) * recalibration) / AS_DRAWN))
  const drawn = monthMeans(paths)
  paths.still = stillMonths(paths, kept, question.known ?? [])
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

/** Remembers what a draw has of single payments, where something is agreed that may be one of them. */
function rememberSingles({ streams, drawn }: Singles, at: { draw: number; ahead: number }, oneOff: (stream: number) => Minor): void {
  for (const stream of streams[at.ahead] ?? []) {
    const kept = drawn.get(singleKey(stream, at.ahead))
    if (kept) kept[at.draw] = Math.max(0, oneOff(stream))
  }
}

/**
 * What is not widened of each path's month: what is sure of it, and the single payments in whose place something agreed may come,
 * so that nothing of them is left where it does.
 */
function keptOf(rows: Rows, { draws, horizon }: Paths, singles: Singles | null): Float64Array {
  const kept = new Float64Array(draws * horizon)
  for (let ahead = 0; ahead < horizon; ahead += 1) {
    const replaceable = singles?.streams[ahead] ?? []
    const sure = sureOf(rows, ahead, replaceable)
    const drawn = replaceable.map((stream) => singles?.drawn.get(singleKey(stream, ahead)))
    for (let draw = 0; draw < draws; draw += 1) {
      kept[draw * horizon + ahead] = drawn.reduce((sum, one) => sum + (one?.[draw] ?? 0), sure)
    }
  }
  return kept
}

/** Widens what is not kept as it is around its middle: a wage that never varied is no less sure beside work that does. */
function stretchTotals(paths: Paths, kept: Float64Array, stretch: number): void {
  const { horizon, totals } = paths
  for (let ahead = 0; ahead < horizon; ahead += 1) {
    const middle = midQuantile(restOf(paths, kept, ahead), 0.5)
    for (let at = ahead; at < totals.length; at += horizon) {
      const own = kept[at] ?? 0
      totals[at] = own + stretched((totals[at] ?? 0) - own, middle, stretch)
    }
  }
}

/** What each path's month holds besides what is kept, sorted. */
function restOf({ draws, horizon, totals }: Paths, kept: Float64Array, ahead: number): Float64Array {
  const rest = totals.map((total, i) => total - (kept[i] ?? 0))
  return monthTotals({ draws, horizon, totals: rest }, ahead)
}

/** By month ahead, whether all paths hold the same, or something of it is known and most hold the same besides. */
function stillMonths(paths: Paths, kept: Float64Array, known: readonly KnownItem[]): boolean[] {
  return Array.from({ length: paths.horizon }, (_, month) => {
    const isKnown = known.some(({ ahead, months = 1 }) => ahead <= month && month < ahead + months)
    const rest = restOf(paths, kept, month)
    return rest[0] === rest.at(-1) || (isKnown && areMostlyOne(rest))
  })
}

/** The totals of one month ahead (0 for the next) over all paths, sorted. */
export function monthTotals({ draws, horizon, totals }: Pick<Paths, 'draws' | 'horizon' | 'totals'>, ahead: number): Float64Array {
  return Float64Array.from({ length: draws }, (_, draw) => totals[draw * horizon + ahead] ?? 0).sort()
}

/** The value below which a share of sorted values lies, by nearest rank; 0 of none. */
export function quantile(sorted: ArrayLike<number>, share: number): Minor {
  return sorted[Math.min(sorted.length - 1, Math.trunc(sorted.length * share))] ?? 0
}

/** Whether more than half of sorted values are the same. */
export function areMostlyOne(sorted: ArrayLike<number>): boolean {
  const usual = sorted[sorted.length >> 1]
  let same = 0
  for (let i = 0; i < sorted.length; i += 1) if (sorted[i] === usual) same += 1
  return same * 2 > sorted.length
}

/** The band of sorted draws that holds 8 of 10; of `still` ones, which are all that can come, its ends are some of them. */
export function bandOf(sorted: ArrayLike<number>, still = false): Band {
  const at = still ? quantile : midQuantile
  return { low: at(sorted, 0.1), middle: at(sorted, 0.5), high: at(sorted, 0.9) }
}

/** The band of one month ahead, 0 for the next. */
export function bandAhead(paths: Pick<Paths, 'draws' | 'horizon' | 'totals' | 'still'>, ahead: number): Band {
  return bandOf(monthTotals(paths, ahead), paths.still[ahead])
}
