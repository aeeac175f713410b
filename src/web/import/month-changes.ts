import type { ImportReport } from '#contract/import.ts'
import type { Minor } from '#domain/money.ts'

/** One month's bar, in shares of the longest: what stays, what comes, what goes. */
export interface MonthChange {
  month: string
  before: Minor
  after: Minor
  change: Minor
  /** Share of the bar that is there before and after. */
  kept: number
  /** Share that comes, or that goes where the change is negative. */
  moved: number
}

/** Bars of the months that change, newest first, all on one scale. What lies below 0 has no bar; its figures are beside it. */
export function monthChanges(months: ImportReport['months']): MonthChange[] {
  const longest = Math.max(1, ...months.map(({ before, after }) => Math.max(before, after)))
  const share = (amount: Minor) => Math.max(0, amount) / longest
  return months
    .toSorted((a, b) => (a.month < b.month ? 1 : -1))
    .map(({ month, before, after }) => {
      const kept = Math.min(share(before), share(after))
      return { month, before, after, change: after - before, kept, moved: Math.max(share(before), share(after)) - kept }
    })
}
