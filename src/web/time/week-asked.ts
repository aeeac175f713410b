import type { Time } from '#contract/time.ts'
import { mondayOf } from '#domain/hours.ts'
import { addDays, isDay, type Day } from '#domain/month.ts'
import { lastFullWeek } from '#domain/weeks.ts'

/** Days of a week after its Monday. */
export const SUNDAY = 6

/** The week that the address asks for; without a word the last full one where it is not known yet, else the running one. */
export function weekAsked({ today, weeks }: Pick<Time, 'today' | 'weeks'>, search: URLSearchParams): Day {
  const asked = search.get('week') ?? ''
  if (isDay(asked) && asked <= today) return mondayOf(asked)
  const last = lastFullWeek(today)
  return weeks.find(({ week }) => week === last)?.known === false && weeks.some(({ known }) => known) ? last : mondayOf(today)
}

/** The week before, and the one after where it has begun. */
export function weeksAround(week: Day, today: Day): { before: Day; after: Day | null } {
  const after = addDays(week, SUNDAY + 1)
  return { before: addDays(week, -SUNDAY - 1), after: after <= today ? after : null }
}
