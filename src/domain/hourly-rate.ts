import { divideHalfEven, type Minor } from './money.ts'

/** Months that a rate is taken over, and those of each of its rolling values (METRICS 14). */
export const RATE_MONTHS = 6
const WINDOW = 3
/** Under an hour a month what an hour brings says nothing. */
const LEAST_MINUTES = 60

/** What one month brought and how long it took. */
export interface MonthWork {
  net: Minor
  minutes: number
}

/** What an hour brings, in minor units. */
export interface HourlyRate {
  rate: Minor
  /** The least and the most of three months in a row; null where no three in a row are known. */
  range: { low: Minor; high: Minor } | null
  /** Months that it is taken over. */
  months: number
  minutes: number
}

/** Why there is no rate: the time of too few months is known, or the work takes next to none. */
export type NoRate = 'few' | 'no time'

/** Minor units an hour of what came in so many minutes, rounded half to even; the minutes are above 0. */
export function perHour(net: Minor, minutes: number): Minor {
  return Number(divideHalfEven(BigInt(net) * 60n, BigInt(minutes)))
}

/** What some minutes bring at a rate an hour, rounded half to even. */
export function bringing(rate: Minor, minutes: number): Minor {
  return Number(divideHalfEven(BigInt(rate) * BigInt(minutes), 60n))
}

/** METRICS 14: Σ net ÷ Σ hours over the months of which the time is known; null stands for one of which it is not. Oldest first. */
export function hourlyRate(all: readonly (MonthWork | null)[]): HourlyRate | NoRate {
  const months = all.slice(-RATE_MONTHS)
  const known = months.filter((month) => month !== null)
  if (known.length < WINDOW) return 'few'
  const { net, minutes } = together(known)
  if (minutes < LEAST_MINUTES * known.length) return 'no time'
  const rolling = months.flatMap((_, i) => {
    const window = months.slice(i, i + WINDOW).filter((month) => month !== null)
    const sum = together(window)
    return window.length === WINDOW && sum.minutes > 0 ? [perHour(sum.net, sum.minutes)] : []
  })
  const range = rolling.length === 0 ? null : { low: Math.min(...rolling), high: Math.max(...rolling) }
  return { rate: perHour(net, minutes), range, months: known.length, minutes }
}

function together(months: readonly MonthWork[]): MonthWork {
  return months.reduce((sum, month) => ({ net: sum.net + month.net, minutes: sum.minutes + month.minutes }), { net: 0, minutes: 0 })
}
