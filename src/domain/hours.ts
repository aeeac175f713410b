import type { Venture, Work } from './book.ts'
import { divideHalfEven } from './money.ts'
import { addDays, dayNumber, monthOf, type Day, type Month } from './month.ts'
import { dayOf, type Moment, type Zone } from './zone.ts'

export const HOUR_KINDS = ['basic', 'paid', 'care'] as const
/**
 * What time was spent on: the work that the money is for, work that is done for money, or care of the business, such as invoices,
 * messages and taxes.
 */
export type HourKind = (typeof HOUR_KINDS)[number]

/** A span of time as a source tells it, under the key that it has in every export. */
export interface HourSighting {
  key: string
  /** When it began. It belongs whole to the day of its beginning, also past midnight. */
  at: Moment
  /** At least 1. */
  minutes: number
  /** As the source calls what the time went to; empty where it does not say. */
  project: string
  note?: string
}

/** Which venture a project's time belongs to, and of which kind it is. */
export interface ProjectPlace {
  /** Id of a venture; null for time that belongs to none. */
  venture: number | null
  kind: HourKind
}

/** What was said of one project. */
export interface ProjectChoice extends ProjectPlace {
  project: string
}

/** Minutes of one day in their place. */
export interface DayTime extends ProjectPlace {
  day: Day
  minutes: number
  /** As the source of it calls what it went to; not where it was said for a whole week. */
  project?: string
}

/** A span of time in its place. */
export interface HourRecord extends HourSighting, DayTime {
  project: string
}

/** Longer than a week is a timer that was forgotten, or a misread number. */
const LONGEST_SECONDS = 7 * 24 * 3600

/** Seconds as whole minutes, rounded half to even. */
export function minutesOf(seconds: number): number {
  return Number(divideHalfEven(BigInt(seconds), 60n))
}

/** Why no time of so many seconds is kept, as the rest of a sentence that names it; undefined when it can be. */
export function secondsTrouble(seconds: number): string | undefined {
  if (seconds < 0) return 'ends before it begins'
  return seconds > LONGEST_SECONDS ? 'is longer than a week: most likely a timer that was forgotten' : undefined
}

/** What is wrong with a sighting's minutes or texts, as the name of the field; undefined when it can be kept. */
export function hourTrouble({ key, minutes }: HourSighting): 'key' | 'minutes' | undefined {
  if (key === '') return 'key'
  return Number.isInteger(minutes) && minutes > 0 && minutes <= LONGEST_SECONDS / 60 ? undefined : 'minutes'
}

/** Work that the money is for is basic; all other work is done for money. */
function kindOf(work: Work): HourKind {
  return work === 'basic' ? 'basic' : 'paid'
}

/** A name as words between single spaces, so that one can be looked for within another. */
export function nameWords(name: string): string {
  return ` ${name
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()} `
}

/**
 * Where a project's time goes of which nothing was said: to the venture whose name it contains, the longest such name before others,
 * and of the kind of that venture's work. Time that no name places is taken for paid, so that basic work is never overstated.
 */
export function guessedPlace(project: string, ventures: readonly Venture[]): ProjectPlace {
  const named = nameWords(project)
  const found = ventures
    .filter(({ archived, name }) => !archived && nameWords(name).trim() !== '' && named.includes(nameWords(name)))
    .toSorted((a, b) => b.name.length - a.name.length || a.id - b.id)[0]
  return found ? { venture: found.id, kind: kindOf(found.work) } : { venture: null, kind: 'paid' }
}

/** Finds a project's place: what was said of it, else the guess by its name. */
export function placesOf(choices: readonly ProjectChoice[], ventures: readonly Venture[]): (project: string) => ProjectPlace {
  const known = new Map<string, ProjectPlace>(choices.map(({ project, venture, kind }) => [project, { venture, kind }]))
  return (project) => {
    const place = known.get(project) ?? guessedPlace(project, ventures)
    known.set(project, place)
    return place
  }
}

/** Each span of time on its day of the book's zone, in its venture and kind. */
export function placedHours(sightings: readonly HourSighting[], place: (project: string) => ProjectPlace, zone: Zone): HourRecord[] {
  return sightings.map((sighting) => ({ ...sighting, day: dayOf(sighting.at, zone), ...place(sighting.project) }))
}

/** Minutes of one venture and kind within a period. */
export interface HourSum extends ProjectPlace {
  /** A month, or the Monday of a week. */
  period: Month | Day
  minutes: number
}

/** Sums by month, venture and kind: months in order, within each the ventures by id and those of none last. */
export function hoursByMonth(records: readonly DayTime[]): HourSum[] {
  return summed(records, monthOf)
}

/** As `hoursByMonth`, by the Monday that each week begins on (ISO 8601). */
export function hoursByWeek(records: readonly DayTime[]): HourSum[] {
  return summed(records, mondayOf)
}

/** The Monday of a day's week. 1970-01-01 was a Thursday. */
export function mondayOf(day: Day): Day {
  const weekday = (((dayNumber(day) + 3) % 7) + 7) % 7
  return addDays(day, -weekday)
}

function summed(records: readonly DayTime[], periodOf: (day: Day) => string): HourSum[] {
  const sums = new Map<string, HourSum>()
  for (const { day, venture, kind, minutes } of records) {
    const period = periodOf(day)
    const name = `${period} ${venture ?? ''} ${kind}`
    const sum = sums.get(name)
    if (sum) sum.minutes += minutes
    else sums.set(name, { period, venture, kind, minutes })
  }
  return [...sums.values()].toSorted(inOrder)
}

function inOrder(a: HourSum, b: HourSum): number {
  if (a.period !== b.period) return a.period < b.period ? -1 : 1
  const place = ({ venture }: HourSum) => venture ?? Infinity
  return place(a) === place(b) ? HOUR_KINDS.indexOf(a.kind) - HOUR_KINDS.indexOf(b.kind) : place(a) - place(b)
}
