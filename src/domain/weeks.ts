import { NO_MINUTES, type KindMinutes } from './check-in.ts'
import { hoursByWeek, type DayTime } from './hours.ts'
import { addDays, dayFromNumber, dayNumber, daysInMonth, dayOfMonth, type Day, type Month } from './month.ts'
import { mondayOf } from './hours.ts'

const WEEK_DAYS = 7

/** One week by kind; of a week that is not known the minutes are 0 and mean nothing. */
export interface WeekTime extends KindMinutes {
  /** Its Monday. */
  week: Day
  known: boolean
}

/** So many weeks that end with the one of `last` (a Monday), oldest first. */
export function weeksUpTo(
  last: Day,
  { count, time, known }: { count: number; time: readonly DayTime[]; known: ReadonlySet<Day> },
): WeekTime[] {
  const sums = Map.groupBy(hoursByWeek(time), ({ period }) => period)
  return Array.from({ length: count }, (_, i): WeekTime => {
    const week = addDays(last, (i + 1 - count) * WEEK_DAYS)
    const minutes = { ...NO_MINUTES }
    if (known.has(week)) for (const sum of sums.get(week) ?? []) minutes[sum.kind] += sum.minutes
    return { week, known: known.has(week), ...minutes }
  })
}

/** The Monday of the newest week that is over: its Sunday lies before the day. */
export function lastFullWeek(today: Day): Day {
  return addDays(mondayOf(today), -WEEK_DAYS)
}

/** Whether every day of a month lies in a known week, so that its hours can be held against its money. */
export function isMonthKnown(month: Month, known: ReadonlySet<Day>): boolean {
  const first = dayNumber(dayOfMonth(month, 1))
  return Array.from({ length: daysInMonth(month) }, (_, i) => mondayOf(dayFromNumber(first + i))).every((week) => known.has(week))
}
