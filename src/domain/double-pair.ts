import { mayPair, sightName, type DoubleLine } from './double.ts'
import { EdgeFinder, isPaid, PAIR_DAYS, type Edge } from './double-edges.ts'
import type { LineIndex } from './double-index.ts'
import { flows, type Flows, type PairQuestion } from './double-flow.ts'

/** A pair that was found, and how sure it is: 0 to 1. */
export interface FoundPair extends Edge {
  sure: number
}

/** Below this a pair is not proposed: precision before recall. */
const SURE_ENOUGH = 0.6
const ROUNDS = 5

/** How much likelier each sign is of one payment than of two that only look alike. */
const SIGNS = { same: 300, like: 4, none: 1, other: 0.03, near: 12, early: 0.3, home: 0.5 } as const

/** Finds two sights of one payment. Each line is in one pair at most; what could as well be another is left out. */
export function findPairs(question: PairQuestion): FoundPair[] {
  const { index, taken, refused } = question
  const free = (line: DoubleLine) => !taken.has(sightName(line))
  const coverable = new Set(index.lines.map((line) => line.platform))
  const finder = new EdgeFinder(index, { takes: free, refused })
  const edges: Edge[] = []
  const asked = new Map<number, boolean>()
  const platforms = [...coverable]
  for (const [a, line] of index.lines.entries()) {
    let may = asked.get(line.stream)
    if (may === undefined) asked.set(line.stream, (may = platforms.some((other) => mayPair(line.platform, other))))
    if (may && isPaid(line) && free(line)) for (const edge of finder.edges(a)) edges.push(edge)
  }
  const shares = flows(question, edges)
  const pairs = assigned(index, edges, shares)
  return question.all.size === 0 ? pairs : [...pairs, ...inOrder(question, edges, pairs)]
}

/** How likely the edge is against chance, as a weight beside `nowhere`: the share of lines that have no second sight at all. */
function weightOf(edge: Edge, share: number): number {
  const { names, near, lag, amount, chance } = edge
  const sign = SIGNS[names] * (near ? SIGNS.near : 1) * (lag < 0 ? SIGNS.early : 1) * (amount === 'home' ? SIGNS.home : 1)
  return (share * sign) / Math.max(chance, 0.002)
}

interface Weighed {
  edge: Edge
  weight: number
  nowhere: number
}

/** The surest pairs first; as lines are taken, others have fewer rivals and may become sure. */
function assigned(index: LineIndex, edges: readonly Edge[], shares: Flows): FoundPair[] {
  const gone = new Set<number>()
  const found: FoundPair[] = []
  let open = edges.map((edge) => ({ edge, weight: weightOf(edge, shares.of(edge)), nowhere: shares.nowhere(edge) }))
  for (let round = 0; round < ROUNDS; round++) {
    const sure = sureness(index, open)
      .filter((pair) => pair.sure >= SURE_ENOUGH)
      .sort((x, y) => y.sure - x.sure || x.lag - y.lag || x.a - y.a || x.b - y.b)
    const before = found.length
    for (const pair of sure) {
      if (gone.has(pair.a) || gone.has(pair.b)) continue
      gone.add(pair.a).add(pair.b)
      found.push(pair)
    }
    if (found.length === before) break
    open = open.filter(({ edge }) => !gone.has(edge.a) && !gone.has(edge.b))
  }
  return found
}

/**
 * How sure each edge is: against all others of its line, and against the others that want the same second sight. One that has
 * another place to go wants it less.
 */
function sureness(index: LineIndex, open: readonly Weighed[]): FoundPair[] {
  const byA = new Rivals(
    index,
    open.map(({ edge, weight }) => ({ line: edge.a, other: edge.b, amount: edge.amount, weight })),
  )
  const wants = open.map(({ edge, weight, nowhere }) => weight / (nowhere + byA.others(edge.a, edge.b, edge.amount)))
  const byB = new Rivals(
    index,
    open.map(({ edge }, i) => ({ line: edge.b, other: edge.a, amount: edge.amount, weight: wants[i] ?? 0 })),
  )
  return open.map(({ edge }, i) => {
    const want = wants[i] ?? 0
    return { ...edge, sure: Math.min(want / (1 + want), want / (1 + want + byB.others(edge.b, edge.a, edge.amount))) }
  })
}

/**
 * What all candidates of each line weigh. Those of one stream and day are one: which of two equal payments is taken makes no
 * difference to any total.
 */
class Rivals {
  private readonly places = new Map<number, Map<string, number>>()
  private readonly sums = new Map<number, number>()
  private readonly index: LineIndex

  constructor(index: LineIndex, candidates: readonly { line: number; other: number; amount: string; weight: number }[]) {
    this.index = index
    for (const { line, other, amount, weight } of candidates) {
      let places = this.places.get(line)
      if (!places) this.places.set(line, (places = new Map()))
      const place = this.place(other, amount)
      places.set(place, Math.max(places.get(place) ?? 0, weight))
    }
    for (const [line, places] of this.places)
      this.sums.set(
        line,
        [...places.values()].reduce((sum, weight) => sum + weight, 0),
      )
  }

  /** What the candidates of a line weigh that stand elsewhere than one of them. */
  others(line: number, other: number, amount: string): number {
    const own = this.places.get(line)?.get(this.place(other, amount)) ?? 0
    return Math.max(0, (this.sums.get(line) ?? 0) - own)
  }

  private place(other: number, amount: string): string {
    return `${this.index.lines[other]?.stream} ${this.index.days[other]} ${amount}`
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
      Number(x.amount === 'home') - Number(y.amount === 'home') ||
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
