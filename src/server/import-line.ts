import { lastDay } from '#domain/month.ts'
import { isWholeMonth, type Moment } from '#domain/zone.ts'

/** A moment as an instant, so that moments of any shape can be ordered: a day counts from its start, a month from its last day's. */
export function asInstant(at: Moment): string {
  const day = isWholeMonth(at) ? lastDay(at) : at
  const time = day.length === 10 ? `${day}T00:00:00` : day
  return time.endsWith('Z') ? time : `${time}Z`
}
