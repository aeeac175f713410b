import { dice } from './dice.ts'
import { AS_DRAWN, bandAhead, drawPaths, quantile, seedOfData, type Band, type ForecastQuestion, type Paths } from './forecast.ts'
import type { Minor } from './money.ts'
import type { Day, Month } from './month.ts'

/** A band as it was frozen in its month, of the full months before it: what the month itself had brought by then is not in it. */
export interface FrozenPromise extends Band {
  month: Month
  /** By how much the record before it had widened or narrowed it, in thousandths. */
  recalibration: number
  /** The home currency that it was made in. */
  currency: string
  /** The day on which it was frozen. */
  made: Day
}

/** A promise held against what its month brought. */
export interface ScoredPromise extends FrozenPromise {
  net: Minor
  outcome: 'under' | 'inside' | 'over'
}

/** Months with a promise and an end, from which a record may move the band. */
const LEAST_SCORES = 8
/** Limits of what a record may do to a band, in thousandths. */
const LIMITS = { low: 800, high: 2_000 }

/** Holds a promise against the month's net. The ends of the band are inside it. */
export function scored(promise: FrozenPromise, net: Minor): ScoredPromise {
  const outcome = net < promise.low ? 'under' : net > promise.high ? 'over' : 'inside'
  return { ...promise, net, outcome }
}

/**
 * By how much the record asks the band to be wider or narrower, in thousandths: from 8 scored months on the 0.8 quantile of
 * |y − median| / halfwidth, between 0.8 and 2 (METRICS 9), of bands as they were drawn before the record moved them. 1000 with
 * fewer.
 */
export function recalibrated(record: readonly ScoredPromise[]): number {
  if (record.length < LEAST_SCORES) return AS_DRAWN
  const misses = record.map(({ net, low, middle, high, recalibration }) => {
    const miss = Math.abs(net - middle)
    if (high === low) return miss === 0 ? 0 : LIMITS.high
    return Math.trunc((miss * 2 * recalibration) / (high - low))
  })
  return Math.min(
    LIMITS.high,
    Math.max(
      LIMITS.low,
      quantile(
        misses.sort((a, b) => a - b),
        0.8,
      ),
    ),
  )
}

/** What promises of a book come to: those of months that are over, in the money that the book is kept in now, oldest first. */
export function recordOf(
  promises: readonly FrozenPromise[],
  { currency, running, netOf }: { currency: string; running: Month; netOf: (month: Month) => Minor },
): ScoredPromise[] {
  return promises
    .filter((promise) => promise.month < running && promise.currency === currency)
    .map((promise) => scored(promise, netOf(promise.month)))
}

export type PromiseQuestion = Pick<ForecastQuestion, 'streams' | 'first' | 'recalibration' | 'known'>

/** The draws of the month after a book's full months; null under six of them. The same data have the same draws. */
export function promisePaths(question: PromiseQuestion): Paths | null {
  return drawPaths({ ...question, horizon: 1 }, dice(seedOfData(question)))
}

/** What a book promises of the month after its full months; null under six of them. */
export function promiseOf(question: PromiseQuestion): Band | null {
  const paths = promisePaths(question)
  return paths && bandAhead(paths, 0)
}
