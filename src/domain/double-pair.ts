import { chosen, inOrder, type FoundPair } from './double-choose.ts'
import { Edges, isConverted } from './double-edges.ts'
import { EdgeFinder } from './double-find.ts'
import { Tallies, type Flow, type PairQuestion } from './double-flow.ts'
import { Signs } from './double-signs.ts'
import { Sureness } from './double-sure.ts'

/** How many lines' edges are looked at together. */
const TOGETHER = 4_096
/** What weighs less is neither chosen nor a rival. */
const LIGHTEST = 0.02
/** A smaller share of converted amounts is chance: there are many that fit. */
const LEAST_CONVERTED = 0.01
/** Steps of `Sureness` in each round of learning. */
const LEARNING = [3, 4] as const
const DECIDING = 6

/** Finds two sights of one payment. Each line is in one pair at most; what could as well be another is left out. */
export function findPairs(question: PairQuestion): FoundPair[] {
  const { index, free, refused, all } = question
  const finder = new EdgeFinder(index, { free, refused })
  const from = startingLines(finder, free)
  // All edges are looked at twice, and only those kept that weigh something: most are chance between streams of no concern.
  const flows = learnedFlows(question, finder, from)
  const signs = new Signs(finder, flows)
  const edges = weighing(finder, from, { flows, signs })
  const weights = new Float64Array(edges.length)
  const sureness = new Sureness(edges, index.lines.length)
  const sure = (steps: number) => {
    for (let i = 0; i < weights.length; i++) weights[i] = signs.weight(edges, i)
    return sureness.from(weights, steps)
  }
  for (const steps of LEARNING) signs.learn(edges, sure(steps))
  const ways = finder.flowing.all.map(({ way }) => way)
  const pairs = chosen({ index, edges, ways }, sure(DECIDING))
  return all.size === 0 ? pairs : [...pairs, ...inOrder({ index, edges, ways }, flows, pairs)]
}

/** Positions of the lines of which there may be a second sight on some other platform here. */
function startingLines(finder: EdgeFinder, free: Uint8Array): Int32Array {
  const { lines, streams, paid, ofStream } = finder.index
  const may = ofStream.map((_, from) => ofStream.some((__, to) => finder.mayBe(from, to)))
  const found = new Int32Array(lines.length)
  let count = 0
  for (let i = 0; i < lines.length; i++) if (free[i] && paid[i] && may[streams[i] ?? 0]) found[count++] = i
  return found.subarray(0, count)
}

function learnedFlows(question: PairQuestion, finder: EdgeFinder, from: Int32Array): Flow[] {
  const tallies = new Tallies(finder)
  const edges = new Edges()
  for (let at = 0; at < from.length; at += TOGETHER) {
    edges.length = 0
    for (const line of from.subarray(at, at + TOGETHER)) finder.find(edges, line)
    tallies.add(edges)
  }
  const flows = tallies.flows(question)
  const converting = new Set<string>()
  for (const [number, { counts, covered, way }] of finder.flowing.all.entries()) {
    if (isConverted(way) && (flows[number]?.share ?? 0) >= LEAST_CONVERTED) converting.add(`${counts}|${covered}`)
  }
  for (const { counts, covered } of finder.flowing.all) if (!converting.has(`${counts}|${covered}`)) finder.neverConverts(counts, covered)
  finder.rewind()
  return flows
}

/** The edges that weigh something, and all between streams of which everything is said to be in the other. */
function weighing(finder: EdgeFinder, from: Int32Array, { flows, signs }: { flows: readonly Flow[]; signs: Signs }): Edges {
  const edges = new Edges()
  for (let at = 0; at < from.length; at += TOGETHER) {
    const before = edges.length
    for (const line of from.subarray(at, at + TOGETHER)) finder.find(edges, line)
    edges.keep(before, (i) => signs.weight(edges, i) >= LIGHTEST || flows[edges.flow[i] ?? 0]?.isAll === true)
  }
  return edges
}
