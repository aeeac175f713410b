import { isDay, isMonth, lastDay, type Day } from './month.ts'

/**
 * When something happened, as exactly as its source tells, told apart by its shape:
 * an instant `2024-06-30T10:38:06Z`, a wall time without a zone `2024-06-30T10:38:06`, a day `2024-06-30`, a month `2024-06`.
 */
export type Moment = string

/** Where instants become days: the only place that turns one into the other. */
export interface Zone {
  /** An IANA name such as `Europe/Berlin`. */
  readonly name: string
  /** The calendar day of an instant (ISO 8601 with Z) in this zone. */
  dayOf(instant: string): Day
}

const HOUR_MS = 3_600_000

/** Whether the runtime knows the zone. */
export function isZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name })
    return true
  } catch {
    return false
  }
}

/**
 * A zone by its IANA name; throws a RangeError for an unknown one.
 * Intl costs microseconds a call, so the offset is asked once per quarter of an hour that occurs: offsets change only on those.
 */
export function zone(name: string): Zone {
  const format = new Intl.DateTimeFormat('en-CA', { timeZone: name, year: 'numeric', month: '2-digit', day: '2-digit' })
  const days = new Map<number, Day>()
  const quarter = HOUR_MS / 4
  return {
    name,
    dayOf(instant) {
      const time = Date.parse(instant)
      if (Number.isNaN(time)) throw new RangeError(`Failed to place an instant: "${instant}" is not one.`)
      const slot = Math.floor(time / quarter)
      const known = days.get(slot)
      if (known) return known
      const day = format.format(time)
      if (days.size > 100_000) days.clear()
      days.set(slot, day)
      return day
    },
  }
}

const TIME = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):[0-5]\d:[0-5]\dZ?$/

/** Whether a text is one of the four shapes of a moment. */
export function isMoment(text: string): boolean {
  const day = TIME.exec(text)?.[1] ?? text
  return isDay(day) || isMonth(text)
}

/** Whether only the month is known, so that the line counts in the month but never in its pace. */
export function isWholeMonth(at: Moment): boolean {
  return at.length === 7
}

/**
 * The book's day of a moment. A wall time keeps its own date, whatever the zone.
 * A whole month stands on its last day, or on `asOf` while that month still runs then.
 */
export function dayOf(at: Moment, where: Zone, asOf?: Day): Day {
  if (isWholeMonth(at)) {
    const end = lastDay(at)
    return asOf && asOf.startsWith(at) && asOf < end ? asOf : end
  }
  return at.endsWith('Z') ? where.dayOf(at) : at.slice(0, 10)
}
