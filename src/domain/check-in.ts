import type { DayTime, HourKind } from './hours.ts'
import { HOUR_KINDS, mondayOf } from './hours.ts'
import { split } from './money.ts'
import { addDays, dayNumber, type Day } from './month.ts'

/** Minutes by kind, each at least 0. */
export type KindMinutes = Record<HourKind, number>

export const NO_MINUTES: Readonly<KindMinutes> = Object.freeze({ basic: 0, paid: 0, care: 0 })

/** What was said of one venture's week, or with null of everything that belongs to none. */
export interface CheckInLine extends KindMinutes {
  venture: number | null
}

/** What was said of one whole week; a week of nothing is a week off, which is known. */
export interface CheckIn {
  /** The Monday that it begins on. */
  week: Day
  /** Each venture once, at least one line. */
  lines: CheckInLine[]
}

/** What a person said of the time they want to have. */
export interface TimePlan {
  /** How much of all work is to be basic, in percent. */
  floor: number
  /** Minutes a month that can be given to paid work and its care for years; null where nothing was said. */
  sustainable: number | null
}

/** The floor where nothing was said: FEATURES N6. */
export const USUAL_PLAN: Readonly<TimePlan> = Object.freeze({ floor: 40, sustainable: null })

const WEEK_DAYS = 7
/** A week has no more. */
export const WEEK_MINUTES = WEEK_DAYS * 24 * 60
/** A month has no more. */
export const MONTH_MINUTES = 31 * 24 * 60
/** Weeks without time between two imported ones are weeks off, up to so many; a longer gap is time that nobody kept. */
const WEEKS_OFF = 3

/** All minutes of all kinds. */
export function minutesIn({ basic, paid, care }: KindMinutes): number {
  return basic + paid + care
}

export function plusMinutes(a: KindMinutes, b: KindMinutes): KindMinutes {
  return { basic: a.basic + b.basic, paid: a.paid + b.paid, care: a.care + b.care }
}

/** What is wrong with a check-in, in a few words; undefined when it can be kept. */
export function checkInTrouble({ week, lines }: CheckIn): string | undefined {
  if (week !== mondayOf(week)) return `${week} is no Monday`
  if (lines.length === 0) return 'it says nothing'
  if (new Set(lines.map(({ venture }) => venture)).size < lines.length) return 'one venture stands in it twice'
  if (lines.some((line) => HOUR_KINDS.some((kind) => !Number.isInteger(line[kind]) || line[kind] < 0)))
    return 'its minutes are no whole numbers'
  return lines.reduce((sum, line) => sum + minutesIn(line), 0) > WEEK_MINUTES ? 'a week has no more than 168 hours' : undefined
}

/**
 * The time that counts, by day: what was imported, except in weeks of which something was said by hand. There the whole week is what
 * was said, shared out evenly over its seven days, spare minutes to the earliest.
 */
export function countedTime(imported: readonly DayTime[], checkIns: readonly CheckIn[]): DayTime[] {
  const said = new Set(checkIns.map(({ week }) => week))
  const days = checkIns.flatMap(({ week, lines }) =>
    lines.flatMap((line) =>
      HOUR_KINDS.flatMap((kind) =>
        split(line[kind], WEEK_DAYS).map((minutes, i): DayTime => ({ day: addDays(week, i), venture: line.venture, kind, minutes })),
      ),
    ),
  )
  return [...imported.filter(({ day }) => !said.has(mondayOf(day))), ...days.filter(({ minutes }) => minutes > 0)]
}

/** Mondays of the weeks whose time is known: said, imported, or off between two imported weeks. */
export function knownWeeks(imported: readonly DayTime[], checkIns: readonly CheckIn[]): Set<Day> {
  const known = new Set(checkIns.map(({ week }) => week))
  const weeks = [...new Set(imported.map(({ day }) => mondayOf(day)))].sort()
  for (const [i, week] of weeks.entries()) {
    known.add(week)
    const empty = (dayNumber(weeks[i + 1] ?? week) - dayNumber(week)) / WEEK_DAYS - 1
    if (empty <= WEEKS_OFF) for (let n = 1; n <= empty; n += 1) known.add(addDays(week, n * WEEK_DAYS))
  }
  return known
}
