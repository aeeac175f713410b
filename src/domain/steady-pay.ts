import { bandOf, type Band, type Paths } from './forecast.ts'
import type { Minor } from './money.ts'

/** Paths by month, as far as pay is reckoned from them. */
export type MonthPaths = Pick<Paths, 'draws' | 'horizon' | 'totals'> & Partial<Pick<Paths, 'still'>>

export interface PayQuestion {
  /** What is kept now. */
  buffer: Minor
  /** What the buffer must never fall under. */
  least: Minor
  /** In how many of a hundred cases the pay must hold. */
  certainty: number
}

/** The same pay every month. */
export interface SteadyPay {
  pay: Minor
  /** How probable it is that the buffer falls under its least within the months, in thousandths. */
  shortfall: number
  /** The month ahead in which the buffer is lowest most often, 0 for the first; null where nothing is drawn. */
  lowest: number | null
  /** What is left in the buffer after each month. */
  left: Band[]
}

/** The months of every path from one on. */
export function later({ draws, horizon, totals, still }: MonthPaths, from: number): MonthPaths {
  const months = Math.max(0, horizon - from)
  const kept = new Float64Array(draws * months)
  for (let draw = 0; draw < draws; draw += 1) {
    for (let ahead = 0; ahead < months; ahead += 1) kept[draw * months + ahead] = totals[draw * horizon + from + ahead] ?? 0
  }
  return { draws, horizon: months, totals: kept, ...(still && { still: still.slice(from) }) }
}

/** Whether sums of the months up to one are some of what can come, with nothing between: where each of these months is. */
export function isStillUntil({ still }: MonthPaths, ahead: number): boolean {
  return still?.slice(0, ahead + 1).every(Boolean) ?? false
}

/**
 * The largest pay with P(min over t of (buffer + Σ_{i ≤ t} (x_i − pay)) ≥ least) ≥ certainty (METRICS 10). A path holds a pay
 * if and only if it is at most min over t of (buffer − least + Σ x_i)/t, so what a bisection on the same paths would come to is one
 * of those, by rank. Never under 0: where not even that holds, the shortfall says so.
 */
export function steadyPay(paths: MonthPaths, question: PayQuestion): SteadyPay {
  const most = mostOf(paths, question.buffer - question.least)
  const sorted = most.toSorted()
  // So many paths must hold it; all others may not.
  const mustHold = Math.ceil((paths.draws * question.certainty) / 100)
  const pay = Math.max(0, sorted[paths.draws - mustHold] ?? 0)
  return { pay, shortfall: shortOf(most, pay), ...bufferUnder(paths, { buffer: question.buffer, pay }) }
}

/** How probable it is that a pay does not hold, in thousandths. */
export function shortfallOf(paths: MonthPaths, { buffer, least }: Omit<PayQuestion, 'certainty'>, pay: Minor): number {
  return shortOf(mostOf(paths, buffer - least), pay)
}

function shortOf(most: Float64Array, pay: Minor): number {
  return Math.trunc((most.filter((one) => one < pay).length * 1_000) / Math.max(1, most.length))
}

/** The most that each path can pay every month out of what may be spent and what comes, in whole units. */
function mostOf({ draws, horizon, totals }: MonthPaths, spendable: Minor): Float64Array {
  const most = new Float64Array(draws)
  for (let draw = 0; draw < draws; draw += 1) {
    let have = spendable
    let least = Infinity
    for (let ahead = 0; ahead < horizon; ahead += 1) {
      have += totals[draw * horizon + ahead] ?? 0
      least = Math.min(least, Math.floor(have / (ahead + 1)))
    }
    most[draw] = least
  }
  return most
}

function bufferUnder(paths: MonthPaths, { buffer, pay }: { buffer: Minor; pay: Minor }) {
  const { draws, horizon, totals } = paths
  const lefts = Array.from({ length: horizon }, () => new Float64Array(draws))
  const lowest = new Uint32Array(horizon)
  for (let draw = 0; draw < draws; draw += 1) {
    let left = buffer
    let [low, at] = [Infinity, 0]
    for (let ahead = 0; ahead < horizon; ahead += 1) {
      left += (totals[draw * horizon + ahead] ?? 0) - pay
      const month = lefts[ahead]
      if (month) month[draw] = left
      if (left < low) [low, at] = [left, ahead]
    }
    lowest[at] = (lowest[at] ?? 0) + 1
  }
  return {
    lowest: horizon === 0 ? null : lowest.indexOf(Math.max(...lowest)),
    left: lefts.map((month, ahead) => bandOf(month.sort(), isStillUntil(paths, ahead))),
  }
}

/** The smallest buffer with which a pay holds all months in so many of a hundred cases (METRICS 11). */
export function bufferFor(paths: MonthPaths, { pay, least, certainty }: { pay: Minor; least: Minor; certainty: number }): Minor {
  const { draws, horizon, totals } = paths
  const needed = new Float64Array(draws)
  for (let draw = 0; draw < draws; draw += 1) {
    let [spent, most] = [0, 0]
    for (let ahead = 0; ahead < horizon; ahead += 1) {
      spent += pay - (totals[draw * horizon + ahead] ?? 0)
      most = Math.max(most, spent)
    }
    needed[draw] = most + least
  }
  return needed.sort()[Math.max(0, Math.ceil((draws * certainty) / 100) - 1)] ?? least
}
