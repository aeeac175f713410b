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
  /** Years that the next one may be like, each with January first, of a stream that keeps to the calendar; none of another. */
  years: readonly (readonly Minor[])[]
}

/** Months that tell how a stream goes on, at most: what is older tells of another time (docs/decisions/019-a-band-that-was-tried.md). */
export const MEMORY = 15
/** Months from which a level is read: one month alone above it is a gift, two are a habit. */
const LEVEL = 3
/** The same of a stream whose months jump: by three of them its level would jump with them. */
const JUMPING_LEVEL = 5
/** Fewer months do not tell whether a stream jumps. */
const LEAST_JUMPING = 8
/** From so many months on, and over so many at most, patronage is told that has no level to go on from. */
const WITHOUT_LEVEL = { least: 12, most: 60, over: 1.6 }
/**
 * Squared steps from month to month over squared distances from the mean (von Neumann 1941): 2 where each month comes anew, near 0
 * where each goes on from the one before. Of so many months as are looked at, what goes on stays under this.
 */
const JUMPING = 1.2
/** Streams that go on by themselves from month to month. */
export const GOES_ON: ReadonlySet<StreamKind> = new Set(['patronage', 'wage'])
/** Streams whose customers keep to the calendar. */
const SEASONAL: ReadonlySet<StreamKind> = new Set(['sales', 'royalty'])
/** Two full years at least tell a season (METRICS 9). */
const LEAST_YEARS = 2
/** Years by which a calendar is told, at most, and the months with money of one, at most: a stream of more months has a season. */
const CALENDAR = { years: 3, months: 6 }
/** No month of the year is thought to bring less than a tenth of a usual one, so that what it brought can be compared with others. */
const LEAST_FACTOR = 0.1

/**
 * Parts a stream's months by roll-ups alone (METRICS 9). Of patronage and wages what is at or under the median of the month and
 * the two before it recurs, and what stands out above it is one-off: a payment that comes in two of three months is part of the
 * level, a single gift or a yearly payment is not. Where their months jump, the level is the median of five and what is under it
 * is one-off too: it comes back. Patronage whose months come as if there were none before them, over up to five years, has no level at
 * all. Other kinds are one-off throughout. `first` is the month of `net[0]`.
 */
export function streamParts({ kind, net }: StreamMonths, first: Month): StreamParts {
  const flat = Array.from({ length: 12 }, () => 1)
  const place = monthNumber(first) % 12
  if (!GOES_ON.has(kind)) {
    const years = yearsOf(net, place)
    const season = SEASONAL.has(kind) && years.length === 0 && net.filter((sum) => sum !== 0).length * 2 > net.length
    return { recurring: net.map(() => 0), oneOff: [...net], season: season ? seasonOf(net, place) : flat, years }
  }
  if (kind === 'patronage' && comesAnew(net)) return { recurring: net.map(() => 0), oneOff: [...net], season: flat, years: [] }
  const jumps = isJumping(net.slice(-MEMORY))
  const months = jumps ? JUMPING_LEVEL : LEVEL
  const recurring = net.map((sum, i) => {
    const level = median(net.slice(Math.max(0, i + 1 - months), i + 1)) ?? 0
    return jumps ? level : Math.min(sum, level)
  })
  return { recurring, oneOff: net.map((sum, i) => sum - (recurring[i] ?? 0)), season: flat, years: [] }
}

function isJumping(net: readonly Minor[]): boolean {
  return net.length >= LEAST_JUMPING && ratioOf(net) > JUMPING
}

/** Whether each month of a long past comes as if there were none before it; one whose level moved over the years is not of these. */
function comesAnew(net: readonly Minor[]): boolean {
  return net.length >= WITHOUT_LEVEL.least && ratioOf(net.slice(-WITHOUT_LEVEL.most)) > WITHOUT_LEVEL.over
}

/** Von Neumann's ratio; 0 of months that are all the same. */
function ratioOf(net: readonly Minor[]): number {
  const mean = net.reduce((sum, one) => sum + one, 0) / net.length
  const spread = net.reduce((sum, one) => sum + (one - mean) ** 2, 0)
  const steps = net.reduce((sum, one, i) => sum + (i === 0 ? 0 : (one - (net[i - 1] ?? 0)) ** 2), 0)
  return spread === 0 ? 0 : steps / spread
}

/**
 * The years that the next one may be like, each with January first, of a stream that brought money in the same months of its last
 * full years, two at least, and in at most half of the twelve: royalties by the half-year, a yearly grant. The newest counts twice, and one is empty: so a
 * payment that came y times of y comes again in (y + 1)/(y + 2), Laplace's rule of succession. None where it keeps to no calendar,
 * and under two full years. `place` is the calendar's place of the first month, 0 for January.
 */
export function yearsOf(net: readonly Minor[], place: number): StreamParts['years'] {
  const all = Array.from({ length: Math.min(CALENDAR.years, Math.trunc(net.length / 12)) }, (_, year) => {
    const begin = net.length - 12 * (year + 1)
    return Array.from({ length: 12 }, (_, month) => net[begin + ((((month - place - begin) % 12) + 12) % 12)] ?? 0)
  })
  const paid = (year: readonly Minor[] = []) => year.flatMap((sum, month) => (sum === 0 ? [] : [month])).join()
  const [newest = []] = all
  const other = all.findIndex((year) => paid(year) !== paid(newest))
  const alike = other < 0 ? all : all.slice(0, other)
  const months = newest.filter((sum) => sum !== 0).length
  if (alike.length < LEAST_YEARS || months === 0 || months > CALENDAR.months) return []
  return [newest, ...alike, Array.from({ length: 12 }, () => 0)]
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
