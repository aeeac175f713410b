import { minutesIn } from './check-in.ts'
import type { WeekTime } from './weeks.ts'

/** A share is told over so many weeks: one week alone swings too much. */
const WINDOW = 4
/** So many of them must be known. */
const LEAST_KNOWN = 2
/** The floor is missed where the share lies under it in two of the last three weeks (FEATURES N6). */
const ALARM = { weeks: 3, under: 2 }

/** Basic minutes of all minutes. */
export interface BasicShare {
  basic: number
  all: number
  /** How many of the four weeks are known. */
  known: number
}

/** METRICS 15: share_4w = Σ basic ÷ Σ (basic + paid + care) over the four weeks that end with the last one given; null where too few are known. */
export function basicShare(weeks: readonly WeekTime[]): BasicShare | null {
  const known = weeks.slice(-WINDOW).filter((week) => week.known)
  const basic = known.reduce((sum, week) => sum + week.basic, 0)
  const all = known.reduce((sum, week) => sum + minutesIn(week), 0)
  return known.length < LEAST_KNOWN || all === 0 ? null : { basic, all, known: known.length }
}

/** Whether a share lies under a floor in percent. */
export function isUnder({ basic, all }: BasicShare, floor: number): boolean {
  return basic * 100 < floor * all
}

export interface FloorState {
  /** The share over the last four weeks. */
  share: BasicShare | null
  /** In how many of the last three weeks the share of the four weeks up to then lay under the floor. */
  under: number
  /** Whether that is two or more. */
  missed: boolean
}

/** How basic work stands against its floor; `weeks` are full ones, oldest first. */
export function floorState(weeks: readonly WeekTime[], floor: number): FloorState {
  const shares = Array.from({ length: ALARM.weeks }, (_, back) => basicShare(weeks.slice(0, weeks.length - back)))
  const under = shares.filter((share) => share !== null && isUnder(share, floor)).length
  return { share: shares[0] ?? null, under, missed: under >= ALARM.under }
}
