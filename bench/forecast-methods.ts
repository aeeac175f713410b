import { dice } from '#domain/dice.ts'
import { totalsByMonth, upTo } from '#domain/forecast-fixture.ts'
import { AS_DRAWN, bandOf, drawPaths, monthTotals, seedOfData, type Band } from '#domain/forecast.ts'
import type { StreamMonths } from '#domain/forecast-parts.ts'
import type { Month } from '#domain/month.ts'

/** A moment of a history: what is known are its first `months`, and the three after them are asked for. */
export interface Case {
  first: Month
  streams: readonly StreamMonths[]
  months: number
}

export interface Method {
  name: string
  /** Bands of the next three months that are to hold 8 of 10. */
  bands(one: Case): Band[]
}

/** How far a normal distribution's 80 % reach, in standard deviations. */
const REACH = 1.28
const AHEAD = 3

const ours: Method = {
  name: 'ours',
  bands({ first, streams, months }) {
    const known = upTo(streams, months)
    const question = { streams: known, first, horizon: AHEAD, recalibration: AS_DRAWN }
    const paths = drawPaths(question, dice(seedOfData(question)))
    if (!paths) throw new Error('Failed to forecast: too few months.')
    return [0, 1, 2].map((ahead) => bandOf(monthTotals(paths, ahead)))
  },
}

const meanBand: Method = {
  name: 'mean ± 1.28 sd',
  bands(one) {
    const past = totalsByMonth(one.streams).slice(0, one.months)
    const middle = mean(past)
    const reach = REACH * Math.sqrt((mean(past.map((net) => (net - middle) ** 2)) * past.length) / (past.length - 1))
    return Array.from({ length: AHEAD }, () => around(middle, reach))
  },
}

/** The same month a year before ± 1.28 times the root mean square of such errors; with under 15 months the last month instead. */
const seasonalNaive: Method = {
  name: 'seasonal naive ± 1.28 rmse',
  bands(one) {
    const past = totalsByMonth(one.streams).slice(0, one.months)
    const lag = past.length >= 15 ? 12 : 1
    const error = Math.sqrt(mean(past.slice(lag).map((net, i) => (net - (past[i] ?? 0)) ** 2)))
    return Array.from({ length: AHEAD }, (_, ahead) => {
      const middle = past.at(lag === 12 ? ahead - 12 : -1) ?? 0
      return around(middle, REACH * error * (lag === 12 ? 1 : Math.sqrt(ahead + 1)))
    })
  },
}

export const METHODS: readonly Method[] = [ours, seasonalNaive, meanBand]

function mean(values: readonly number[]): number {
  return values.reduce((sum, one) => sum + one, 0) / values.length
}

function around(middle: number, reach: number): Band {
  return { low: Math.max(0, middle - reach), middle, high: middle + reach }
}
