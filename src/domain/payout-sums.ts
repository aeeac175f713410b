import type { LineIndex } from './double-index.ts'
import type { Minor } from './money.ts'
import { monthNumber, monthOf } from './month.ts'

/** What arrived, as the payments are summed: in their currency, or at home. */
export interface Landed {
  day: number
  amount: Minor
}

/** An arrival, by its place among others, and the days of payments that it may be the sum of. */
export interface Stretch {
  landed: number
  /** First and last day, as places among the days that have payments. */
  from: number
  to: number
  /** What arrived, as a share of the sum. */
  ratio: number
  /** Whether it begins where another ends, or ends where another begins. */
  isLinked: boolean
  isMonth: boolean
}

/** Of what was paid out, this share arrived, give or take so much; 0 is exactly. */
export interface Rate {
  ratio: number
  tolerance: number
}

/** A payout ends on the day of its arrival or so many days before, or with one of the two months before. */
const LAST_DAYS = 16
const LONGEST = 100
/** What it is worth to begin where the last payout ended, and to be a month. */
const LINK = 0.7
const MONTH = 0.4

interface Found extends Stretch {
  score: number
  before: Found | undefined
}

/** The payments of one stream, by day: what those of any days in a row come to. */
export class Payments {
  private readonly at: readonly number[]
  private readonly days: number[] = []
  private readonly months: number[] = []
  /** How many lines, and what they come to, before each day, and at last in all. */
  private readonly counts: number[] = [0]
  private readonly sums: number[] = [0]

  /** `at` are positions in the index, in their order; `worth` tells what each adds. */
  constructor({ lines, days }: LineIndex, at: readonly number[], worth: (line: number) => Minor) {
    this.at = at
    for (const line of at) {
      const day = days[line] ?? 0
      if (this.days.at(-1) !== day) {
        this.days.push(day)
        this.months.push(monthNumber(monthOf(lines[line]?.day ?? '')))
        this.counts.push(this.counts.at(-1) ?? 0)
        this.sums.push(this.sums.at(-1) ?? 0)
      }
      this.counts[this.days.length] = (this.counts[this.days.length] ?? 0) + 1
      this.sums[this.days.length] = (this.sums[this.days.length] ?? 0) + worth(line)
    }
  }

  get dayCount(): number {
    return this.days.length
  }

  linesOf({ from, to }: Pick<Stretch, 'from' | 'to'>): number[] {
    return this.at.slice(this.counts[from], this.counts[to + 1])
  }

  sumOf({ from, to }: Pick<Stretch, 'from' | 'to'>): Minor {
    return (this.sums[to + 1] ?? 0) - (this.sums[from] ?? 0)
  }

  lastDayOf({ to }: Pick<Stretch, 'to'>): number {
    return this.days[to] ?? 0
  }

  /** What most lines tell: one payout after the other, each from where the last one ended. `landed` by day. */
  chain(landed: readonly Landed[], rate: Rate): { stretches: Stretch[]; score: number } {
    const ends: (Found | undefined)[] = []
    let best: Found | undefined
    for (const [number, { day, amount }] of landed.entries()) {
      const found: Found[] = []
      for (const to of this.endsBefore(day)) {
        for (const stretch of this.stretches({ to, amount, rate })) {
          found.push(this.linked({ ...stretch, landed: number }, ends, rate))
        }
      }
      for (const one of found) {
        if (one.score > (ends[one.to + 1]?.score ?? 0)) ends[one.to + 1] = one
        if (one.score > (best?.score ?? 0)) best = one
      }
    }
    const stretches: Stretch[] = []
    let next: Found | undefined
    for (let one = best; one; one = one.before) {
      stretches.unshift({ ...one, isLinked: one.isLinked || next?.from === one.to + 1 })
      next = one
    }
    return { stretches, score: best?.score ?? 0 }
  }

  private linked(stretch: Stretch, ends: readonly (Found | undefined)[], { ratio, tolerance }: Rate): Found {
    const off = tolerance === 0 ? 0 : (stretch.ratio / ratio - 1) / tolerance
    const own = 1 - (off * off) / 2 + (stretch.isMonth ? MONTH : 0)
    const link = ends[stretch.from]
    if (link && link.landed < stretch.landed) return { ...stretch, isLinked: true, score: own + LINK + link.score, before: link }
    let before: Found | undefined
    const first = (this.days[stretch.from] ?? 0) - LONGEST
    for (let at = stretch.from; at >= 0 && (this.days[at] ?? 0) >= first; at--) {
      const one = ends[at]
      if (one && one.landed < stretch.landed && one.score > (before?.score ?? 0)) before = one
    }
    return { ...stretch, score: own + (before?.score ?? 0), before }
  }

  /** The days that end by a day and may be the last of a payout. */
  private endsBefore(day: number): number[] {
    const found: number[] = []
    let at = this.lastUntil(day)
    const month = this.months[at]
    for (; at >= 0 && (this.days[at] ?? 0) >= day - LAST_DAYS; at--) found.push(at)
    if (month === undefined) return found
    for (; at >= 0 && (this.months[at] ?? 0) >= month - 2; at--) if (this.isMonthEnd(at)) found.push(at)
    return found
  }

  private *stretches({ to, amount, rate }: { to: number; amount: Minor; rate: Rate }): Generator<Omit<Stretch, 'landed'>> {
    const first = (this.days[to] ?? 0) - LONGEST
    const [low, high] = [amount / (rate.ratio * (1 + rate.tolerance)), amount / (rate.ratio * (1 - rate.tolerance))]
    for (let from = to; from >= 0 && (this.days[from] ?? 0) >= first; from--) {
      const sum = this.sumOf({ from, to })
      if (rate.tolerance === 0 ? sum !== amount : sum < low || sum > high) continue
      const isMonth = this.isMonthEnd(to) && this.months[from] === this.months[to] && this.months[from - 1] !== this.months[from]
      yield { from, to, ratio: amount / sum, isLinked: false, isMonth }
    }
  }

  private isMonthEnd(at: number): boolean {
    return this.months[at] !== this.months[at + 1]
  }

  /** Place of the last day with payments that is not after a day; −1 for none. */
  private lastUntil(day: number): number {
    let [low, high] = [0, this.days.length]
    while (low < high) {
      const middle = (low + high) >>> 1
      if ((this.days[middle] ?? 0) <= day) low = middle + 1
      else high = middle
    }
    return low - 1
  }
}
