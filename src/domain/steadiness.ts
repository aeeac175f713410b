import type { Minor } from './money.ts'

/** How a total swings beside its parts, over the same months (METRICS 8). */
export interface Steadiness {
  /** Swing of each part, in the order given: sd ÷ mean; null where the mean is not above nothing. */
  parts: (number | null)[]
  /** Swing of the total. */
  total: number | null
  /** D = 1 − sd(Σ) ÷ Σ sd: 0 where all swing together, near 1 where they cancel. Null where nothing swings. */
  damping: number | null
  /** Swing of the total without each part, in the order given. */
  without: (number | null)[]
  /** D of the other parts without each, in the order given: what a part adds to it is its marginal steadiness (FEATURES N9). */
  dampingWithout: (number | null)[]
}

/** Standard deviation of a sample, in the unit of the values; 0 of fewer than two. */
export function deviation(values: readonly number[]): number {
  if (values.length < 2) return 0
  const mean = meanOf(values)
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1))
}

/** The coefficient of variation: sd ÷ mean; null where the mean is not above nothing. */
export function swing(values: readonly number[]): number | null {
  const mean = meanOf(values)
  return mean > 0 ? deviation(values) / mean : null
}

/** `series` holds a row for each part, all over the same months. */
export function steadiness(series: readonly (readonly Minor[])[]): Steadiness {
  const total = sumOf(series)
  return {
    parts: series.map(swing),
    total: swing(total),
    damping: clamped(damping(series)),
    without: series.map((part) => swing(total.map((value, i) => value - (part[i] ?? 0)))),
    dampingWithout: series.map((_, left) => clamped(damping(series.filter((__, i) => i !== left)))),
  }
}

/** D = 1 − sd(Σ) ÷ Σ sd_i as the doubles give it; null where nothing swings. */
export function damping(series: readonly (readonly Minor[])[]): number | null {
  const alone = series.reduce((sum, part) => sum + deviation(part), 0)
  return alone > 0 ? 1 - deviation(sumOf(series)) / alone : null
}

/** By the triangle inequality D is never outside 0 to 1; the last digit of a double may be. */
function clamped(value: number | null): number | null {
  return value === null ? null : Math.min(1, Math.max(0, value))
}

function sumOf(series: readonly (readonly Minor[])[]): Minor[] {
  const length = Math.max(0, ...series.map((part) => part.length))
  return Array.from({ length }, (_, i) => series.reduce((sum, part) => sum + (part[i] ?? 0), 0))
}

function meanOf(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length
}
