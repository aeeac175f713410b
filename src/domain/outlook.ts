import { dice } from './dice.ts'
import { chanceAhead, ofTen } from './chance.ts'
import { bandAhead, bandOf, BAND_MONTHS, drawPaths, seedOfData, type Band, type Paths } from './forecast.ts'
import { NEXT, type ForetellQuestion } from './foretell.ts'
import { isLoss, noHigher, withoutGain } from './loss.ts'
import type { Minor } from './money.ts'
import { bufferFor, isStillUntil, later, shortfallOf, steadyPay, type MonthPaths, type PayQuestion, type SteadyPay } from './steady-pay.ts'
import type { Changed } from './what-if.ts'

/** Single paths that can be looked at. */
const SINGLES = 5
/** In so many of a hundred cases the buffer that is worth having holds enough all year (METRICS 11). */
const GOAL_CERTAINTY = 90

/** What the Outlook page asks; a plain object, so that it can be sent elsewhere. */
export interface OutlookQuestion {
  real: ForetellQuestion
  /** What is imagined instead; null where nothing is. */
  changed: Changed | null
  pay: PayQuestion
  /** What the imagined year takes from the buffer at its beginning. */
  spent: Minor
}

/** Twelve months, beginning with the one after the running one. */
export interface Year {
  ahead: Band[]
  /** All months together. */
  sum: Band
  /** In how many of 10 draws each month is enough; empty without a target. */
  ofTen: number[]
  /** A few single paths as they were drawn, month by month: the first ones, none of them chosen. */
  singles: Minor[][]
  pay: SteadyPay
  /** How probable it is that paying oneself enough every month does not hold, in thousandths; null without a target. */
  enoughShort: number | null
  /** The buffer that keeps up enough for the year in 9 of 10 cases; null without a target. */
  goal: Minor | null
}

export interface OutlookAnswer {
  months: number
  /** Null under six full months. */
  real: Year | null
  changed: Year | null
}

/**
 * Draws the year ahead as it is and as it would be. Both have the same chance in them: the seed is that of the real data. `draw` may
 * remember what it has drawn, by its text.
 */
export function outlook(question: OutlookQuestion, draw: Draw = drawn): OutlookAnswer {
  const { real, changed, pay, spent } = question
  const months = real.streams[0]?.net.length ?? 0
  if (months < BAND_MONTHS) return { months, real: null, changed: null }
  const seed = seedOfData(real)
  const paths = draw(real, null, seed)
  const year = paths && yearOf(paths, real.enough, pay)
  if (!paths || !year || !changed) return { months, real: year, changed: null }
  const kept = { ...pay, buffer: pay.buffer - spent }
  return { months, real: year, changed: imaginedYear({ paths, year, ask: (one) => draw(real, one, seed) }, { real, changed, kept }) }
}

interface Drawn {
  paths: Paths
  year: Year
  ask: (changed: Changed) => Paths | null
}

/** The year as it is imagined: what is lost adds nothing to any month, nor to the year. */
function imaginedYear({ paths, year, ask }: Drawn, asked: { real: ForetellQuestion; changed: Changed; kept: PayQuestion }): Year | null {
  const { real, changed, kept } = asked
  const imagined = ask(changed)
  if (!imagined) return null
  if (!isLoss(real, changed)) return yearOf(imagined, real.enough, kept)
  const known = changed.known.slice(0, real.known?.length ?? 0)
  const adds = changed.joining.length > 0 || changed.known.length > known.length
  const losses = adds ? ask({ ...changed, known, joining: [] }) : imagined
  const other = yearOf(losses ? withoutGain(paths, losses, imagined) : imagined, real.enough, kept)
  return adds ? other : noBetter(other, year)
}

function noBetter(year: Year, than: Year): Year {
  return {
    ...year,
    ahead: year.ahead.map((band, i) => noHigher(band, than.ahead[i] ?? band)),
    sum: noHigher(year.sum, than.sum),
    ofTen: year.ofTen.map((chance, i) => Math.min(chance, than.ofTen[i] ?? chance)),
  }
}

type Draw = (real: ForetellQuestion, changed: Changed | null, seed: number) => Paths | null

function drawn(real: ForetellQuestion, changed: Changed | null, seed: number): Paths | null {
  return drawPaths({ ...real, ...changed }, dice(seed))
}

/** Paths are kept for so many questions: the real one and the last ones imagined, with and without what they add. */
const KEPT = 6

/** Draws, and remembers the last ones: another certainty or another buffer needs no new ones. */
export function rememberedDraws(): Draw {
  const kept = new Map<string, Paths | null>()
  return (real, changed, seed) => {
    const text = JSON.stringify([real, changed])
    const known = kept.get(text)
    if (known !== undefined) return known
    const paths = drawn(real, changed, seed)
    kept.set(text, paths)
    for (const oldest of kept.keys()) if (kept.size > KEPT) kept.delete(oldest)
    return paths
  }
}

/** What each path brings in all its months together, sorted. */
export function yearSums({ draws, horizon, totals }: MonthPaths): Float64Array {
  return Float64Array.from({ length: draws }, (_, draw) =>
    totals.subarray(draw * horizon, (draw + 1) * horizon).reduce((sum, one) => sum + one, 0),
  ).sort()
}

function yearOf(drawn: Paths, enough: Minor | null, pay: PayQuestion): Year {
  const paths = later(drawn, NEXT)
  const { horizon, totals } = paths
  const months = Array.from({ length: horizon }, (_, ahead) => NEXT + ahead)
  return {
    ahead: months.map((ahead) => bandAhead(drawn, ahead)),
    sum: bandOf(yearSums(paths), isStillUntil(paths, horizon - 1)),
    ofTen: enough === null ? [] : months.map((ahead) => ofTen(chanceAhead(drawn, ahead, enough))),
    singles: Array.from({ length: SINGLES }, (_, draw) => [...totals.subarray(draw * horizon, (draw + 1) * horizon)]),
    pay: steadyPay(paths, pay),
    enoughShort: enough === null ? null : shortfallOf(paths, pay, enough),
    goal: enough === null ? null : bufferFor(paths, { pay: enough, least: pay.least, certainty: GOAL_CERTAINTY }),
  }
}
