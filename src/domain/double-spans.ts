import { sightName, type DoubleLine, type FoundDouble } from './double.ts'
import { findDoubles, type DoubleKnowledge } from './double-match.ts'
import { addDays, type Day } from './month.ts'

/** Some days, both ends included. */
export interface DaySpan {
  from: Day
  to: Day
}

/** How many lines stand on some days. */
export interface SpanLines extends DaySpan {
  lines: number
}

/** Days that are looked through for doubles by themselves, with those around them that are read as well. */
export interface LookSpan extends DaySpan {
  read: DaySpan
}

export interface Looking {
  spans: LookSpan[]
  /** Days with too many lines to be looked through, as the ledger has them. */
  beyond: SpanLines[]
}

/** So many lines are compared with each other at once: it bounds the memory. */
export const MOST_LINES = 40_000
/** A payout arrives within two months of its payments, and of what arrives a second sight stands a day before at the earliest. */
const AROUND = { before: 62, after: 7 } as const

/** Lines by day, in the order of days. */
export type DayLines = readonly { day: Day; lines: number }[]

/** Cuts days into spans of which each has no more than `most` lines with the days around it; days that alone have more are beyond. */
export function spansOf(days: DayLines, most: number): Looking {
  const count = counter(days)
  const found: Looking = { spans: [], beyond: [] }
  for (let at = 0; at < days.length;) {
    const from = days[at]?.day ?? ''
    let last = at - 1
    // The ends go forward only, and each step is a search: linear in the days, but for a logarithm.
    while (last + 1 < days.length && count(around(from, days[last + 1]?.day ?? '')) <= most) last += 1
    if (last < at) putBeyond(found.beyond, from, days[at]?.lines ?? 0)
    else found.spans.push(spanOf(from, days[last]?.day ?? ''))
    at = Math.max(last, at) + 1
  }
  return found
}

/** The span to look through for what some days' lines may be part of: all there is where that is little enough. */
export function spanAbout(days: DayLines, { from, to }: DaySpan, most: number): Looking {
  const count = counter(days)
  const [first, last] = [days[0]?.day, days.at(-1)?.day]
  if (first === undefined || last === undefined) return { spans: [], beyond: [] }
  if (count({ from: first, to: last }) <= most) return { spans: [spanOf(first, last)], beyond: [] }
  const about = { from: addDays(from, -AROUND.before), to: addDays(to, AROUND.before) }
  const lines = count(about)
  return lines <= most ? { spans: [{ ...about, read: about }], beyond: [] } : { spans: [], beyond: [{ ...about, lines }] }
}

function around(from: Day, to: Day): DaySpan {
  return { from: addDays(from, -AROUND.before), to: addDays(to, AROUND.after) }
}

function spanOf(from: Day, to: Day): LookSpan {
  return { from, to, read: around(from, to) }
}

function putBeyond(beyond: SpanLines[], day: Day, lines: number): void {
  const last = beyond.at(-1)
  if (last && addDays(last.to, 1) === day) {
    last.to = day
    last.lines += lines
  } else beyond.push({ from: day, to: day, lines })
}

/** Counts lines of any days by their sums. */
function counter(days: DayLines): (span: DaySpan) => number {
  const sums = [0]
  for (const { lines } of days) sums.push((sums.at(-1) ?? 0) + lines)
  const before = (isBefore: (day: Day) => boolean): number => {
    let [low, high] = [0, days.length]
    while (low < high) {
      const middle = (low + high) >>> 1
      if (isBefore(days[middle]?.day ?? '')) low = middle + 1
      else high = middle
    }
    return sums[low] ?? 0
  }
  return ({ from, to }) => before((day) => day <= to) - before((day) => day < from)
}

export interface SpanSearch {
  spans: readonly LookSpan[]
  read: (days: DaySpan) => Promise<readonly DoubleLine[]>
  known: Omit<DoubleKnowledge, 'taken'> & { taken: ReadonlySet<string> }
}

/**
 * Finds doubles span by span, so that no more lines are held at once than one span has. A double is of the span in which the line
 * stands that would not count, and what one span has found the next ones leave alone. Answers the lines of what was found by name.
 */
export async function findBySpans({ spans, read, known }: SpanSearch): Promise<{ found: FoundDouble[]; lines: Map<string, DoubleLine> }> {
  const found: FoundDouble[] = []
  const lines = new Map<string, DoubleLine>()
  for (const span of spans) {
    const some = await read(span.read)
    const days = new Map<string, Day>()
    const taken = new Set([...known.taken, ...lines.keys()])
    const doubles = findDoubles(some, { ...known, taken })
    const covered = new Set(doubles.map((double) => sightName(double.covered)))
    for (const line of some) if (covered.has(sightName(line))) days.set(sightName(line), line.day)
    const own = doubles.filter((double) => {
      const day = days.get(sightName(double.covered)) ?? ''
      return day >= span.from && day <= span.to
    })
    const sights = new Set(own.flatMap((double) => [...double.counts, double.covered].map(sightName)))
    for (const line of some) if (sights.has(sightName(line))) lines.set(sightName(line), line)
    found.push(...own)
  }
  return { found, lines }
}
