import type { DayNet, Lens, MonthCell, MonthNet } from '#domain/income.ts'
import type { Minor } from '#domain/money.ts'
import type { Day, Month } from '#domain/month.ts'

/** What is read of income, out of roll-ups alone: part of `Storage`. */
export interface IncomeReads {
  /** Roll-up cells of the months from..to (both included; open where absent), sorted by stream and month. */
  months(book: string, lens: Lens, span?: { from?: Month; to?: Month; stream?: number }): Promise<MonthCell[]>
  /** Net by month and stream in the home currency, of the months from..to (both included); what has no rate is left out. */
  monthNets(book: string, lens: Lens, span: { from: Month; to: Month }): Promise<MonthNet[]>
  /** The same of all months, unsorted: the very same list as long as the book is the same, so that what is made of it can be kept with it. */
  monthSeries(book: string, lens: Lens): Promise<readonly MonthNet[]>
  /** Net of all months after one, in the home currency. */
  netAfter(book: string, lens: Lens, month: Month): Promise<Minor>
  /** Cash net by day, all streams together, sorted; days that sum to nothing are absent. */
  days(book: string, from: Day, to: Day): Promise<DayNet[]>
  /** Cash net by day of some streams together, over the days from..to; days without a line are absent. */
  streamDays(book: string, streams: readonly number[], days: { from: Day; to: Day }): Promise<DayNet[]>
  /** Cash net of each stream over the days from..to, whole-month lines left out; streams without a line there are absent. */
  streamNets(book: string, from: Day, to: Day): Promise<{ stream: number; net: Minor }[]>
  /** First and last month with a counted line, or null. */
  span(book: string): Promise<{ from: Month; to: Month } | null>
}
