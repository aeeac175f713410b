import type { HourKind, Hours } from '#contract/hours.ts'

/** Minutes of one venture in one month, by kind. */
export interface MonthOfVenture extends Record<HourKind, number> {
  month: string
  venture: number | null
  ventureName: string | null
  total: number
}

/** One row for each month and venture, in the order of the sums: newest month first. */
export function monthsOfVentures(sums: Hours['sums']): MonthOfVenture[] {
  const rows = new Map<string, MonthOfVenture>()
  for (const { month, venture, ventureName, kind, minutes } of sums) {
    const key = `${month} ${venture ?? ''}`
    const row = rows.get(key) ?? { month, venture, ventureName, basic: 0, paid: 0, care: 0, total: 0 }
    row[kind] += minutes
    row.total += minutes
    rows.set(key, row)
  }
  return [...rows.values()]
}
