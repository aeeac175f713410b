import { chanceOf } from './chance.ts'
import { dueDraws, type DueItem } from './due-now.ts'
import { areMostlyOne, bandOf, BAND_MONTHS, stretched, stretchOf, type Band } from './forecast.ts'
import { median } from './income.ts'
import type { Minor } from './money.ts'
import { monthOf, type Month } from './month.ts'
import { curves, fullMonths, type Curve, type PaceQuestion } from './pace.ts'

/** From this chance on a month that is not there yet is called safe, and it stays so until the chance is under the lower one (FEATURES N1). */
const SAFE = { from: 800, under: 700 }

export interface LikelyQuestion extends PaceQuestion {
  /** What came as whole-month sums so far: in the month, in none of its days. */
  undated: Minor
  /** What is known to be due in the month, and so is in no past month's days (METRICS 9, step 5). */
  due?: readonly DueItem[]
}

/** What a running month will likely come to. */
export interface Likely extends Band {
  /** How probable it is that it will be enough, in thousandths; null without a target. */
  chance: number | null
  /** Whether that chance was at least 0.8 on some day and has not been under 0.7 since. */
  safe: boolean
  /** Full months it is taken from. */
  basis: number
  /** What came after the same day in each of them, oldest first. */
  rests: { month: Month; rest: Minor }[]
  /** What is awaited today. */
  due: DueItem[]
}

/** What is due is drawn so often beside each past month. */
const EACH = 100

/**
 * What a running month will likely come to (FEATURES N1): so far + what came after the same day in each of the last 12 full months,
 * stretched around its median as every band is (METRICS 9), + what is known to be due and has not come, each with its chance. The
 * rests hold what comes every month and what comes once; what is due is taken out of them, so that nothing is counted twice. The
 * state of each day follows from the days before it, so nothing has to be remembered. Null for a month that does not run, and under
 * six full months.
 */
export function likely(question: LikelyQuestion): Likely | null {
  const { month, today, since, enough, undated, due = [] } = question
  if (monthOf(today) !== month) return null
  const curveOf = curves(question.days)
  const past = fullMonths(month, since)
  const before = past.map(curveOf)
  if (before.length < BAND_MONTHS) return null
  const own = curveOf(month)
  const awaitedOn = dueDraws(due, before.length * EACH)
  const begun = Number(today.slice(8, 10))
  // Lines that are dated on days to come are in the month's sum already.
  const later = own(31) - own(begun)
  const onDay = (day: number) => likelyEnds(own(day) + later + undated, restsAfter(before, day), awaitedOn(day))
  const ends = onDay(begun).sort()
  const rests = restsAfter(before, begun).map((rest, i) => ({ month: past[i] ?? month, rest }))
  const awaiting = due.filter(({ from, until }) => from <= begun && begun <= until)
  // Where most months brought the same from here on, a month does so or it does not, and what is awaited comes or not: nothing lies between.
  const isStill = areMostlyOne(rests.map(({ rest }) => rest).sort((a, b) => a - b))
  const told = { ...bandOf(ends, isStill), basis: before.length, rests, due: awaiting }
  if (enough === null) return { ...told, chance: null, safe: false }
  let safe = false
  for (let day = 1; day <= begun; day += 1) {
    safe = chanceOf(onDay(day), enough, before.length) >= (safe ? SAFE.under : SAFE.from)
  }
  return { ...told, chance: chanceOf(ends, enough, before.length), safe }
}

function restsAfter(months: readonly Curve[], day: number): Minor[] {
  return months.map((curve) => curve(31) - curve(day))
}

/** Where a month with so much so far ends with each of some months' rests, which are stretched around their median (METRICS 9). */
export function likelyEnd(soFar: Minor, rests: readonly Minor[]): (rest: Minor) => Minor {
  const middle = median(rests) ?? 0
  const stretch = stretchOf(rests.length)
  return (rest) => soFar + stretched(rest, middle, stretch)
}

/** The ends of a month, unsorted: one of each rest, or as many as what is awaited has draws. */
function likelyEnds(soFar: Minor, rests: readonly Minor[], awaited: Float64Array | null): Float64Array {
  const ends = Float64Array.from(rests, likelyEnd(soFar, rests))
  if (!awaited) return ends
  const all = new Float64Array(awaited.length)
  for (let i = 0; i < all.length; i += 1) all[i] = (ends[i % ends.length] ?? 0) + (awaited[i] ?? 0)
  return all
}
