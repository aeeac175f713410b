import { addDays, addMonths, dayOfMonth, monthOf, type Day } from '#domain/month.ts'
import { zone } from '#domain/zone.ts'
import type { Clock } from './parts.ts'

/** The book's local day now. */
export function todayOf(book: { zone: string }, clock: Clock): Day {
  return zone(book.zone).dayOf(clock())
}

/** First day of the twelve months that end with a day. */
export function yearUpTo(day: Day): Day {
  return addDays(dayOfMonth(addMonths(monthOf(day), -12), Number(day.slice(8))), 1)
}
