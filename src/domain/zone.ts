import { dayFromNumber, isDay, isMonth, lastDay, type Day } from './month.ts'

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

const DAY_MS = 86_400_000

/** Whether the runtime knows the zone. */
export function isZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name })
    return true
  } catch {
    return false
  }
}

/** Clock and calendar of one zone, as milliseconds by which its wall is ahead of UTC. */
function offsets(name: string): (time: number) => number {
  const format = new Intl.DateTimeFormat('en-u-ca-gregory-nu-latn', {
    timeZone: name,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  })
  return (time) => {
    const wall: Record<string, number> = {}
    for (const { type, value } of format.formatToParts(time)) wall[type] = Number(value)
    const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = wall
    return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(time / 1000) * 1000
  }
}

/**
 * The same, at a fraction of the cost: Intl takes microseconds a call, so it is asked once per day of UTC. Where the offset is the
 * same at both ends of that day it holds all through, and only on a day on which clocks are changed is every instant asked about.
 */
function dailyOffsets(name: string): (time: number) => number {
  const offsetAt = offsets(name)
  const atMidnight = new Map<number, number>()
  const offsetAtMidnight = (day: number): number => {
    const known = atMidnight.get(day)
    if (known !== undefined) return known
    const offset = offsetAt(day * DAY_MS)
    atMidnight.set(day, offset)
    return offset
  }
  return (time) => {
    const day = Math.floor(time / DAY_MS)
    const offset = offsetAtMidnight(day)
    return offset === offsetAtMidnight(day + 1) ? offset : offsetAt(time)
  }
}

const zones = new Map<string, Zone>()

/** A zone by its IANA name, the same one each time; throws a RangeError for an unknown one. */
export function zone(name: string): Zone {
  const known = zones.get(name) ?? zoneOf(name)
  zones.set(name, known)
  return known
}

function zoneOf(name: string): Zone {
  const offsetAt = dailyOffsets(name)
  return {
    name,
    dayOf(instant) {
      const time = Date.parse(instant)
      if (Number.isNaN(time)) throw new RangeError(`Failed to place an instant: "${instant}" is not one. Write it as 2026-11-23T10:00:00Z.`)
      return dayFromNumber(Math.floor((time + offsetAt(time)) / DAY_MS))
    },
  }
}

/**
 * Reads wall times of one zone (`2024-06-30T10:38:06`) as instants; throws a RangeError for an unknown zone. Of an hour that
 * autumn repeats it takes one of both, and an hour that spring leaves out it reads by the offset beside it.
 */
export function wallClock(name: string): (wall: Moment) => Moment {
  const offsetAt = dailyOffsets(name)
  return (wall) => {
    const asUtc = Date.parse(`${wall}Z`)
    const nearby = asUtc - offsetAt(asUtc)
    return `${new Date(asUtc - offsetAt(nearby)).toISOString().slice(0, 19)}Z`
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
