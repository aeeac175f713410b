import type { CheckInLine, TimePlan } from './check-in.ts'
import { dice } from './dice.ts'
import { mondayOf } from './hours.ts'
import { addDays, addMonths, monthOf, type Day } from './month.ts'
import { lastFullWeek } from './weeks.ts'

/** Weeks of the example that are known: a little more than a year. */
const WEEKS = 60

/** What was said of one week of the example. `venture` is the index of its venture. */
export interface SampleWeek {
  week: Day
  lines: (Omit<CheckInLine, 'venture'> & { venture: number })[]
}

export interface SampleTime {
  plan: TimePlan
  weeks: SampleWeek[]
  /** How much each venture is liked, 1 to 5, by its index. */
  joy: number[]
}

export interface SampleTimeQuestion {
  seed: number
  today: Day
  /** Days on which a workshop was held. */
  courses: readonly Day[]
}

/** Quarters of an hour. */
const QUARTER = 15

/**
 * Time of the example: editing and workshops take what basic work then lacks, and in the bad month there is little to be paid for.
 * Its dice are its own, so that the money stays as it is. Each week is the same whatever the day of the month.
 */
export function sampleTime({ seed, today, courses }: SampleTimeQuestion): SampleTime {
  const last = lastFullWeek(today)
  const bad = addMonths(monthOf(today), -8)
  const weeks = Array.from({ length: WEEKS }, (_, i) => addDays(last, (i + 1 - WEEKS) * 7))
  const held = new Set(courses.map(mondayOf))
  return {
    plan: { floor: 40, sustainable: 100 * 60 },
    weeks: weeks.map((week) => ({
      week,
      lines: linesOf(week, { seed, isBad: monthOf(week) === bad, held: held.has(week), near: held.has(addDays(week, 7)) }),
    })),
    joy: [3, 5, 5, 3, 4, 2],
  }
}

interface WeekOf {
  seed: number
  isBad: boolean
  /** Whether a workshop was held in the week, or is held in the next. */
  held: boolean
  near: boolean
}

function linesOf(week: Day, { seed, isBad, held, near }: WeekOf): SampleWeek['lines'] {
  const chance = dice(seed * 211 + Number(mondayOf(week).replaceAll('-', '')))
  const quarters = (low: number, high: number) => chance.between(low, high) * QUARTER
  const editing = isBad ? quarters(4, 12) : quarters(28, 62)
  const workshops = (held ? quarters(24, 40) : 0) + (near ? quarters(8, 18) : 0)
  const paid = editing + workshops
  // Of each hour more that is paid, about half is lost to basic work.
  const basic = Math.max(4 * 60, 24 * 60 - Math.trunc(paid / 2)) + quarters(-10, 10)
  const toQuarter = (minutes: number) => Math.max(0, minutes - (minutes % QUARTER))
  const obtool = toQuarter(Math.trunc((basic * 55) / 100))
  const notes = toQuarter(Math.trunc((basic * 30) / 100))
  return [
    { venture: 0, basic: 0, paid: editing, care: quarters(3, 8) },
    { venture: 1, basic: obtool, paid: 0, care: quarters(1, 4) },
    { venture: 2, basic: notes, paid: 0, care: quarters(1, 3) },
    { venture: 3, basic: 0, paid: quarters(9, 18), care: quarters(3, 7) },
    { venture: 4, basic: toQuarter(basic - obtool - notes), paid: 0, care: 0 },
    { venture: 5, basic: 0, paid: workshops, care: workshops > 0 ? quarters(4, 10) : 0 },
  ]
}
