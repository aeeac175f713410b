/** The middle value; the upper of two. NaN for an empty list. */
export function median(values: readonly number[]): number {
  return quantile(values, 0.5)
}

/** The value below which a share of all values lies (nearest rank). */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}

/** One line of the report. */
export function row(what: string, measured: string, goal = ''): void {
  console.log(`${what.padEnd(46)} ${measured.padStart(24)}   ${goal}`.trimEnd())
}
