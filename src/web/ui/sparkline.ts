/** Paths of a small line chart in a box of 100 by 100, to be stretched; the line, and the area between it and 0. */
export interface SparkPaths {
  line: string
  area: string
  /** Height of the line of 0 where a value lies below it; null where it is the foot. */
  nothing: number | null
  /** Height of a value's line, 0 at the top, or undefined without values. */
  levelOf: (value: number) => number
}

const round = (value: number) => Number(value.toFixed(2))

/**
 * Draws values from left to right, from 0 (or the lowest below it) to the highest; `top` raises the scale, so that several charts
 * can share one. One value is a level line.
 */
export function sparkPaths(values: readonly number[], top = 0): SparkPaths {
  const high = Math.max(top, 0, ...values)
  const low = Math.min(0, ...values)
  const height = high - low
  const levelOf = (value: number) => round(height === 0 ? 96 : 96 - ((value - low) / height) * 92)
  if (values.length === 0) return { line: '', area: '', nothing: null, levelOf }
  const step = values.length > 1 ? 100 / (values.length - 1) : 100
  const points = (values.length === 1 ? [values[0] ?? 0, values[0] ?? 0] : values).map((value, i) => `${round(i * step)} ${levelOf(value)}`)
  const line = `M${points.join('L')}`
  const nothing = low < 0 ? levelOf(0) : null
  const foot = nothing ?? 100
  return { line, area: `${line}L100 ${foot}L0 ${foot}Z`, nothing, levelOf }
}
