import { isConverted, NAMES, PAIR_DAYS, WAYS, type Edges, type Names, type Way } from './double-edges.ts'
import type { Flow } from './double-flow.ts'
import type { LineIndex } from './double-index.ts'

/** A pair that was found, by positions in the index, and how sure it is: 0 to 1. */
export interface FoundPair {
  a: number
  b: number
  lag: number
  names: Names
  /** Whether both stand within minutes of each other. */
  near: boolean
  amount: Way
  sure: number
}

/** Below this a pair is not proposed: precision before recall. */
const SURE_ENOUGH = 0.75
/** What is less sure has no part in any that is proposed. */
const LEAST = 0.02

interface Choice {
  index: LineIndex
  edges: Edges
  /** Place in `WAYS` by the flows' numbers. */
  ways: readonly number[]
}

/**
 * The surest pairs first. Lines of one stream, day and amount are as good as each other: which of two equal payments is taken makes no
 * difference to any total, so that they are sure together.
 */
export function chosen(choice: Choice, sure: Float64Array): FoundPair[] {
  const { index, edges } = choice
  const equals = equalLines(index)
  const place = (i: number) => (equals[edges.a[i] ?? 0] ?? 0) * index.lines.length + (equals[edges.b[i] ?? 0] ?? 0)
  const together = new Map<number, number>()
  for (let i = 0; i < edges.length; i++) {
    const own = sure[i] ?? 0
    if (own >= LEAST) together.set(place(i), (together.get(place(i)) ?? 0) + own)
  }
  const whole = new Float64Array(edges.length)
  const candidates: number[] = []
  for (let i = 0; i < edges.length; i++) {
    if ((sure[i] ?? 0) < LEAST) continue
    whole[i] = Math.min(1, together.get(place(i)) ?? 0)
    if ((whole[i] ?? 0) >= SURE_ENOUGH) candidates.push(i)
  }
  const order = (column: { readonly [i: number]: number }, i: number, j: number) => (column[i] ?? 0) - (column[j] ?? 0)
  candidates.sort(
    (i, j) => order(whole, j, i) || order(sure, j, i) || order(edges.lag, i, j) || order(edges.a, i, j) || order(edges.b, i, j),
  )
  const gone = new Uint8Array(index.lines.length)
  const found: FoundPair[] = []
  for (const i of candidates) {
    const [a = 0, b = 0] = [edges.a[i], edges.b[i]]
    const left = together.get(place(i)) ?? 0
    if (gone[a] || gone[b] || left < SURE_ENOUGH) continue
    together.set(place(i), left - 1)
    gone[a] = gone[b] = 1
    found.push(pairOf(choice, i, Math.min(1, left)))
  }
  return found
}

function pairOf({ edges, ways }: Choice, i: number, sure: number): FoundPair {
  return {
    a: edges.a[i] ?? 0,
    b: edges.b[i] ?? 0,
    lag: (edges.lag[i] ?? 0) + PAIR_DAYS.earliest,
    names: NAMES[edges.names[i] ?? 0] ?? 'neither',
    near: edges.near[i] === 1,
    amount: WAYS[ways[edges.flow[i] ?? 0] ?? 0] ?? 'gross',
    sure,
  }
}

/** By line the first one of the same stream, day and amount; lines stand by day and stream. */
function equalLines({ days, streams, amounts }: LineIndex): Int32Array {
  const firsts = new Int32Array(days.length)
  let ofDay = 0
  for (let i = 0; i < days.length; i++) {
    if (days[i] !== days[ofDay] || streams[i] !== streams[ofDay]) ofDay = i
    let first = ofDay
    while (first < i && amounts[first] !== amounts[i]) first++
    firsts[i] = first
  }
  return firsts
}

const RANK: Readonly<Record<Names, number>> = {
  same: 0,
  like: 1,
  here: 2,
  neither: 2,
  there: 2,
  other: 3,
}

/** What is left between streams of which everything is said to be in the other: in the order of their days, own names first. */
export function inOrder(choice: Choice, flows: readonly Flow[], pairs: readonly FoundPair[]): FoundPair[] {
  const gone = new Set(pairs.flatMap(({ a, b }) => [a, b]))
  const within: FoundPair[] = []
  for (let i = 0; i < choice.edges.length; i++) if (flows[choice.edges.flow[i] ?? 0]?.isAll) within.push(pairOf(choice, i, 1))
  const converted = ({ amount }: FoundPair) => Number(isConverted(WAYS.indexOf(amount)))
  within.sort(
    (x, y) => RANK[x.names] - RANK[y.names] || converted(x) - converted(y) || x.a - y.a || Math.abs(x.lag) - Math.abs(y.lag) || x.b - y.b,
  )
  const found: FoundPair[] = []
  for (const pair of within) {
    if (gone.has(pair.a) || gone.has(pair.b)) continue
    gone.add(pair.a).add(pair.b)
    found.push(pair)
  }
  return found
}
