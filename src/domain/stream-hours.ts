import { allot } from './allotment.ts'
import { nameWords } from './hours.ts'
import type { Minor } from './money.ts'

/** A stream of one venture, with what it was paid for hours month by month, and the minutes that its name was said of. */
export interface StreamWork {
  bound: readonly Minor[]
  named: readonly number[]
}

/**
 * The stream that a project's time names: the one whose name stands within the project's, the longest such name before others. A
 * name that its venture's name holds as well tells nothing. Null where the project names none of them.
 */
export function namedStream<S extends { id: number; name: string }>(project: string, venture: string, streams: readonly S[]): S | null {
  const [said, known] = [nameWords(project), nameWords(venture)]
  const found = streams
    .filter(({ name }) => nameWords(name).trim() !== '' && said.includes(nameWords(name)) && !known.includes(nameWords(name)))
    .toSorted((a, b) => b.name.length - a.name.length || a.id - b.id)
  return found[0] ?? null
}

/**
 * Parts a venture's minutes among its streams, month by month; each month's parts sum to its whole. Time that names a stream is that
 * stream's. The rest goes to the streams of which none was named up to then, or to all where each was, by what a month of each
 * brings for hours: the mean from its first month of money to its last. Not by the money of the same month, since then an hour would
 * look best paid in whatever happens to be paid seldom. In a month that lies outside all of those spans, all streams take part.
 */
export function partHours(streams: readonly StreamWork[], rest: readonly number[]): number[][] {
  const usual = streams.map(({ bound }) => usualMonth(bound))
  const parts = rest.map((minutes, month) => {
    const open = takers(streams, usual, month)
    const shares = allot(
      minutes,
      open.map((at) => usual[at]?.mean ?? 0),
    )
    return new Map(open.map((at, i) => [at, shares[i] ?? 0]))
  })
  return streams.map(({ named }, at) => rest.map((_, month) => (named[month] ?? 0) + (parts[month]?.get(at) ?? 0)))
}

interface UsualMonth {
  mean: Minor
  first: number
  last: number
}

function usualMonth(bound: readonly Minor[]): UsualMonth {
  const first = bound.findIndex((net) => net > 0)
  const last = bound.findLastIndex((net) => net > 0)
  if (first < 0) return { mean: 0, first: Infinity, last: -1 }
  const sum = bound.reduce((all, net) => all + net, 0)
  return { mean: Math.max(0, Math.trunc(sum / (last - first + 1))), first, last }
}

/** The streams among which a month's unnamed time is parted, by their places. */
function takers(streams: readonly StreamWork[], usual: readonly UsualMonth[], month: number): number[] {
  const all = [...streams.keys()]
  const unnamed = all.filter((at) => !streams[at]?.named.slice(0, month + 1).some((minutes) => minutes > 0))
  const open = unnamed.length > 0 ? unnamed : all
  const paid = open.filter((at) => month >= (usual[at]?.first ?? Infinity) && month <= (usual[at]?.last ?? -1))
  return paid.length > 0 ? paid : open
}
