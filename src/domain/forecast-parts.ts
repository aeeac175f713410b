import type { StreamKind } from './book.ts'
import { median } from './income.ts'
import type { Minor } from './money.ts'
import { monthNumber, type Month } from './month.ts'

/** One stream's full months, oldest first, in minor units of the home currency. */
export interface StreamMonths {
  kind: StreamKind
  net: readonly Minor[]
}

/** The same in the two parts that go on in different ways; `net` is their sum. */
export interface StreamParts {
  /** Goes on from where it stands. */
  recurring: Minor[]
  /** Comes anew each month. */
  oneOff: Minor[]
  /** Factors of the calendar's months by which the one-off part is usually more or less, January first; all 1 where none are known. */
  season: number[]
}

/** Months from which a level is read: one month alone above it is a gift, two are a habit. */
const LEVEL = 3
/** Streams that go on by themselves from month to month. */
const GOES_ON: ReadonlySet<StreamKind> = new Set(['patronage', 'wage'])
/** Streams whose customers keep to the calendar. */
const SEASONAL: ReadonlySet<StreamKind> = new Set(['sales', 'royalty'])
/** Two full years at least tell a season (METRICS 9). */
const LEAST_YEARS = 2
/** No month of the year is thought to bring less than a tenth of a usual one, so that what it brought can be compared with others. */
const LEAST_FACTOR = 0.1

/**
 * Parts a stream's months by roll-ups alone (METRICS 9). Of patronage and wages what is at or under the median of the month and
 * the two before it recurs, and what stands out above it is one-off: a payment that comes in two of three months is part of the
 * level, a single gift or a yearly payment is not. Other kinds are one-off throughout. `first` is the month of `net[0]`.
 */
export function streamParts({ kind, net }: StreamMonths, first: Month): StreamParts {
  const flat = Array.from({ length: 12 }, () => 1)
  if (!GOES_ON.has(kind)) {
    const season = SEASONAL.has(kind) ? seasonOf(net, monthNumber(first) % 12) : flat
    return { recurring: net.map(() => 0), oneOff: [...net], season }
  }
  const recurring = net.map((sum, i) => Math.min(sum, median(net.slice(Math.max(0, i + 1 - LEVEL), i + 1)) ?? 0))
  return { recurring, oneOff: net.map((sum, i) => sum - (recurring[i] ?? 0)), season: flat }
}

/**
 * Factors of the twelve months, January first: s_j = 1 + w·(mean_j/mean − 1) with w = y/(y + 2) over the last y full years,
 * then brought to a mean of 1 (METRICS 9). All 1 under two years, and where the months sum to nothing. `place` is the calendar's
 * place of the first month, 0 for January.
 */
export function seasonOf(net: readonly Minor[], place: number): number[] {
  const years = Math.trunc(net.length / 12)
  const skipped = net.length - years * 12
  const told = net.slice(skipped)
  const total = told.reduce((sum, one) => sum + one, 0)
  if (years < LEAST_YEARS || total <= 0) return Array.from({ length: 12 }, () => 1)
  const weight = years / (years + 2)
  const sums = Array.from({ length: 12 }, () => 0)
  for (const [i, one] of told.entries()) {
    const j = (place + skipped + i) % 12
    sums[j] = (sums[j] ?? 0) + one
  }
  const factors = sums.map((sum) => Math.max(LEAST_FACTOR, 1 + weight * ((sum * 12) / total - 1)))
  const mean = factors.reduce((sum, one) => sum + one, 0) / 12
  return factors.map((one) => one / mean)
}
