import { isTable, sightName, type FoundDouble, type Sight } from './double.ts'
import type { PairQuestion } from './double-flow.ts'
import type { LineIndex } from './double-index.ts'

/** So many lines must agree, and so much of what both streams tell of the same days, that the one is taken for a copy of the other. */
const FEWEST = 8
const LEAST_PERCENT = 80
/** Of more lines of one day and amount than this the rest is not compared. */
const CROWDED = 64

/** Lines of two streams that agree in day and amount, by position in the index. */
interface Match {
  a: number
  b: number
  isId: boolean
}

type Question = Omit<PairQuestion, 'settled'>

/**
 * Finds what two streams of one platform both tell: one account that came as two layouts, or under two names. An id that stands in
 * both says so by itself; other lines must agree in day and amount, and nearly all of them: two accounts with some patrons in common
 * are no copies. Lines that are `free` may be part of it; they are not any more once they are.
 */
export function findCopies(question: Question): FoundDouble[] {
  const { ofStream } = question.index
  const found: FoundDouble[] = []
  for (const streams of Map.groupBy(ofStream.keys(), (stream) => ofStream[stream]?.platform).values()) {
    if (streams.length > 1) for (const matches of matchesOf(question, new Set(streams))) found.push(...copies(question, matches))
  }
  return found
}

/** What each two of some streams have in common, each line once. */
function matchesOf({ index, free, all }: Question, streams: ReadonlySet<number>): Match[][] {
  const { days, amounts, nets, lines } = index
  const known = new Map<number, number[]>()
  const byPair = new Map<number, Match[]>()
  const taken = new Set<string>()
  for (let b = 0; b < lines.length; b++) {
    if (!free[b] || !streams.has(index.streams[b] ?? 0)) continue
    const place = ((amounts[b] ?? 0) + 1) * 100_000 + (days[b] ?? 0)
    const before = known.get(place)
    if (!before) {
      known.set(place, [b])
      continue
    }
    // A line stands beside one of each other stream: of several that are alike, the one with its id.
    const open = before.filter((a) => nets[a] === nets[b] && lines[a]?.kind === lines[b]?.kind && index.streams[a] !== index.streams[b])
    for (const alike of Map.groupBy(open, (a) => index.streams[a] ?? 0).values()) {
      const left = alike.filter((a) => !taken.has(`${a} ${index.streams[b]}`))
      const a = left.find((one) => lines[one]?.key === lines[b]?.key) ?? left[0]
      if (a === undefined) continue
      taken.add(`${a} ${index.streams[b]}`)
      const pair = (index.streams[a] ?? 0) * index.ofStream.length + (index.streams[b] ?? 0)
      const isId = lines[a]?.key === lines[b]?.key && !isTable(lines[a]?.platform ?? '')
      const list = byPair.get(pair)
      if (list) list.push({ a, b, isId })
      else byPair.set(pair, [{ a, b, isId }])
    }
    if (before.length < CROWDED) before.push(b)
  }
  return [...byPair.values()].map((matches) => matches.map((match) => inDirection(index, all, match)))
}

/** The stream that was there first counts, unless the user said that all of it is in the other. */
function inDirection({ streams, ofStream }: LineIndex, all: ReadonlySet<string>, { a, b, isId }: Match): Match {
  const [one, other] = [ofStream[streams[a] ?? 0]?.id ?? 0, ofStream[streams[b] ?? 0]?.id ?? 0]
  const isTurned = all.has(`${other}|${one}`) || (!all.has(`${one}|${other}`) && other < one)
  return isTurned ? { a: b, b: a, isId } : { a, b, isId }
}

function copies({ index, free, refused, all }: Question, matches: readonly Match[]): FoundDouble[] {
  const [first] = matches
  if (!first || (matches.length < FEWEST && all.size === 0 && !matches.some(({ isId }) => isId))) return []
  const { a, b } = first
  const [counts, covered] = [index.streams[a] ?? 0, index.streams[b] ?? 0]
  const lines = linesOfBoth(index, counts, covered)
  const isAll = all.has(`${index.ofStream[counts]?.id}|${index.ofStream[covered]?.id}`)
  const isCopy = isAll || (matches.length >= FEWEST && matches.length * 100 >= lines * LEAST_PERCENT)
  const agree = isCopy ? [`${matches.length} of ${lines} lines of these days are in both.`] : []
  const found: FoundDouble[] = []
  for (const match of matches) {
    if ((!isCopy && !match.isId) || !free[match.a] || !free[match.b]) continue
    const [one, other] = [sight(index, match.a), sight(index, match.b)]
    if (refused.has(`${sightName(one)}|${sightName(other)}`)) continue
    free[match.a] = free[match.b] = 0
    // What only moves counts nowhere, and lands elsewhere once.
    if (index.lines[match.a]?.kind === 'transfer') {
      free[match.a] = 1
      continue
    }
    const reasons = ['Both tell the same day and amount.', ...(match.isId ? ['The same id stands in both.'] : []), ...agree]
    found.push({ kind: 'pair', counts: [one], covered: other, score: match.isId ? 99 : 90, reasons })
  }
  return found
}

/** How many lines the shorter of two streams has in the days that both tell. */
function linesOfBoth({ streams, ofStream, days }: LineIndex, one: number, other: number): number {
  const [a, b] = [ofStream[one], ofStream[other]]
  if (!a || !b) return 0
  const [from, to] = [Math.max(a.from, b.from), Math.min(a.to, b.to)]
  let [ofOne, ofOther] = [0, 0]
  for (let i = 0; i < days.length; i++) {
    const day = days[i] ?? 0
    if (day < from || day > to) continue
    if (streams[i] === one) ofOne += 1
    else if (streams[i] === other) ofOther += 1
  }
  return Math.min(ofOne, ofOther)
}

function sight({ lines }: LineIndex, at: number): Sight {
  const { stream = 0, key = '' } = lines[at] ?? {}
  return { stream, key }
}
