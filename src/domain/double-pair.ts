import { mayPair, sightName, type DoubleLine } from './double.ts'
import { EdgeFinder, isConverted, isPaid, PAIR_DAYS, type Edge } from './double-edges.ts'
import type { LineIndex } from './double-index.ts'
import { flows, type PairQuestion } from './double-flow.ts'

/** A pair that was found, and how sure it is: 0 to 1. */
export interface FoundPair extends Edge {
  sure: number
}

/** Below this a pair is not proposed: precision before recall. */
const SURE_ENOUGH = 0.55
const ROUNDS = 5
/** What weighs less is neither chosen nor a rival. */
const LIGHTEST = 0.02

/** How much likelier each sign is of one payment than of two that only look alike. */
const SIGNS = { same: 300, like: 4, none: 1, other: 0.03, near: 12, early: 0.3, home: 0.5 } as const

/** Finds two sights of one payment. Each line is in one pair at most; what could as well be another is left out. */
export function findPairs(question: PairQuestion): FoundPair[] {
  const { index, taken, refused, all } = question
  const free = (line: DoubleLine) => taken.size === 0 || !taken.has(sightName(line))
  const finder = new EdgeFinder(index, { takes: free, refused })
  const from = startingLines(index, free)
  // All edges are looked at twice, and only those kept that weigh something: most are chance between streams of no concern.
  const shares = flows(question, edgesOf(finder, from))
  const open: Weighed[] = []
  const [ofA, ofB] = [new Places(index), new Places(index)]
  for (const edge of edgesOf(finder, from)) {
    const weight = weightOf(edge, shares.of(edge))
    if (weight < LIGHTEST && all.size === 0) continue
    open.push({ edge, weight, nowhere: shares.nowhere(edge), ofA: ofA.of(edge.a, edge.b, edge), ofB: ofB.of(edge.b, edge.a, edge) })
  }
  const pairs = assigned(index, open, { ofA, ofB })
  if (all.size === 0) return pairs
  const edges = open.map(({ edge }) => edge)
  return [...pairs, ...inOrder(question, edges, pairs)]
}

/** Positions of the lines of which there may be a second sight on some other platform here. */
function startingLines({ lines }: LineIndex, free: (line: DoubleLine) => boolean): number[] {
  const platforms = [...new Set(lines.map(({ platform }) => platform))]
  const may = new Map(platforms.map((platform) => [platform, platforms.some((other) => mayPair(platform, other))]))
  return lines.flatMap((line, i) => (may.get(line.platform) && isPaid(line) && free(line) ? [i] : []))
}

function* edgesOf(finder: EdgeFinder, from: readonly number[]): Generator<Edge> {
  for (const a of from) yield* finder.edges(a)
}

/** How likely the edge is against chance, as a weight beside `nowhere`: the share of lines that have no second sight at all. */
function weightOf(edge: Edge, share: number): number {
  const { names, near, lag, amount, chance } = edge
  const sign = SIGNS[names] * (near ? SIGNS.near : 1) * (lag < 0 ? SIGNS.early : 1) * (isConverted(amount) ? SIGNS.home : 1)
  return (share * sign) / Math.max(chance, 0.002)
}

interface Weighed {
  edge: Edge
  weight: number
  nowhere: number
  /** Where the candidate of each of its two lines stands, as a number. */
  ofA: number
  ofB: number
}

/** The surest pairs first; as lines are taken, others have fewer rivals and may become sure. */
function assigned(index: LineIndex, weighed: readonly Weighed[], { ofA, ofB }: { ofA: Places; ofB: Places }): FoundPair[] {
  const gone = new Uint8Array(index.lines.length)
  const found: FoundPair[] = []
  let open = weighed
  for (let round = 0; round < ROUNDS; round++) {
    const sure = surePairs(open, { a: new Rivals(index, ofA), b: new Rivals(index, ofB) }).sort(
      (x, y) => y.sure - x.sure || x.lag - y.lag || x.a - y.a || x.b - y.b,
    )
    const before = found.length
    for (const pair of sure) {
      if (gone[pair.a] || gone[pair.b]) continue
      gone[pair.a] = gone[pair.b] = 1
      found.push(pair)
    }
    if (found.length === before) break
    open = open.filter(({ edge }) => !gone[edge.a] && !gone[edge.b])
  }
  return found
}

/**
 * How sure each edge is: against all others of its line, and against the others that want the same second sight. One that has
 * another place to go wants it less. Answers those that are sure enough.
 */
function surePairs(open: readonly Weighed[], rivals: { a: Rivals; b: Rivals }): FoundPair[] {
  for (const { edge, weight, ofA } of open) rivals.a.add(edge.a, ofA, weight)
  const wants = Float64Array.from(open, ({ edge, weight, nowhere, ofA }) => weight / (nowhere + rivals.a.others(edge.a, ofA)))
  for (const [i, { edge, ofB }] of open.entries()) rivals.b.add(edge.b, ofB, wants[i] ?? 0)
  const found: FoundPair[] = []
  for (const [i, { edge, ofB }] of open.entries()) {
    const want = wants[i] ?? 0
    const sure = want / (1 + want + rivals.b.others(edge.b, ofB))
    if (sure >= SURE_ENOUGH) found.push({ ...edge, sure })
  }
  return found
}

const WAYS = { gross: 0, net: 1, home: 2, 'home net': 3 } as const
/** Days from 1970 on for ninety years, and more streams than books have, fit into so many places. */
const DAYS = 32_768
const STREAMS = 1_024

/**
 * Numbers for where candidates of lines stand. Those of one line in one stream, on one day and alike are in one place: which of two
 * equal payments is taken makes no difference to any total.
 */
class Places {
  private readonly numbers = new Map<number, number>()
  private readonly index: LineIndex

  constructor(index: LineIndex) {
    this.index = index
  }

  get count(): number {
    return this.numbers.size
  }

  /** Exact for up to sixty million lines. */
  of(line: number, other: number, { amount }: Edge): number {
    const at = ((this.index.streams[other] ?? 0) % STREAMS) * DAYS + ((this.index.days[other] ?? 0) % DAYS)
    const place = (line * STREAMS * DAYS + at) * 4 + WAYS[amount]
    const known = this.numbers.get(place)
    if (known !== undefined) return known
    const number = this.numbers.size
    this.numbers.set(place, number)
    return number
  }
}

/** What all candidates of each line weigh, each place once. */
class Rivals {
  private readonly best: Float64Array
  private readonly sums: Float64Array

  constructor(index: LineIndex, places: Places) {
    this.best = new Float64Array(places.count)
    this.sums = new Float64Array(index.lines.length)
  }

  add(line: number, place: number, weight: number): void {
    const known = this.best[place] ?? 0
    if (weight <= known) return
    this.best[place] = weight
    this.sums[line] = (this.sums[line] ?? 0) + weight - known
  }

  /** What the candidates of a line weigh that stand elsewhere than one of them. */
  others(line: number, place: number): number {
    return Math.max(0, (this.sums[line] ?? 0) - (this.best[place] ?? 0))
  }
}

/** What is left between streams of which everything is said to be in the other: in the order of their days, own names first. */
function inOrder({ index, all }: PairQuestion, edges: readonly Edge[], pairs: readonly FoundPair[]): FoundPair[] {
  const gone = new Set(pairs.flatMap(({ a, b }) => [a, b]))
  const found: FoundPair[] = []
  const within = edges.filter(({ a, b }) => all.has(`${index.lines[a]?.stream}|${index.lines[b]?.stream}`))
  const rank = { same: 0, like: 1, none: 2, other: 3 }
  const ordered = within.toSorted(
    (x, y) =>
      rank[x.names] - rank[y.names] ||
      Number(isConverted(x.amount)) - Number(isConverted(y.amount)) ||
      x.a - y.a ||
      Math.abs(x.lag) - Math.abs(y.lag) ||
      x.b - y.b,
  )
  for (const edge of ordered) {
    if (gone.has(edge.a) || gone.has(edge.b)) continue
    gone.add(edge.a).add(edge.b)
    found.push({ ...edge, sure: 1 })
  }
  return found
}

/** Days over which a second sight is looked for, in words. */
export const PAIR_WINDOW = `from ${-PAIR_DAYS.earliest} day before to ${PAIR_DAYS.latest} days after`
