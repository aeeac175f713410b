import { dice, seedOf } from './dice.ts'
import { theilSen, type Point } from './theil-sen.ts'

/** Weeks that are looked at, at most and at least (METRICS 15). */
export const CROWDING_WEEKS = { most: 26, least: 12 }
/** Draws of the bootstrap, and the share of them that lies inside the interval, in percent. */
const DRAWS = 1_000
const INSIDE = 80

/** Paid and basic minutes of one week. */
export interface PaidAndBasic {
  paid: number
  basic: number
}

/** What can be said of basic hours in weeks with more paid ones. It never says why. */
export type CrowdingOut =
  /** Too few weeks. */
  | { say: 'few'; weeks: number }
  /** The interval holds 0: they may go together either way, or not at all. */
  | { say: 'unclear'; weeks: number }
  /** Basic minutes more for each paid minute more, with the interval that holds 80 %. */
  | { say: 'slope'; weeks: number; slope: number; low: number; high: number }

/**
 * The Theil–Sen slope of basic on paid over the newest 26 known weeks, with the interval of 1,000 bootstrap draws of weeks
 * (METRICS 15). A slope over 0, more basic minutes beside more paid ones, is told as well: decision 029. The same weeks give the same interval: their text is the seed.
 */
export function crowdingOut(all: readonly PaidAndBasic[]): CrowdingOut {
  const points = all.slice(-CROWDING_WEEKS.most).map(({ paid, basic }): Point => ({ x: paid, y: basic }))
  const weeks = points.length
  if (weeks < CROWDING_WEEKS.least) return { say: 'few', weeks }
  const slope = theilSen(points)
  const { low, high } = interval(points)
  if (slope === null || (low <= 0 && high >= 0)) return { say: 'unclear', weeks }
  return { say: 'slope', weeks, slope, low, high }
}

function interval(points: readonly Point[]): { low: number; high: number } {
  const chance = dice(seedOf(JSON.stringify(points)))
  const slopes = new Float64Array(DRAWS)
  // A draw of weeks that are all alike has no slope: it stands as 0, which makes the interval hold 0 the sooner.
  for (let draw = 0; draw < DRAWS; draw += 1) slopes[draw] = theilSen(points.map(() => chance.pick(points))) ?? 0
  slopes.sort()
  const outside = (DRAWS * (100 - INSIDE)) / 200
  return { low: slopes[outside] ?? 0, high: slopes[DRAWS - 1 - outside] ?? 0 }
}
