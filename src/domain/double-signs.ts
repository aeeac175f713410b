import { isConverted, NAMES, PAIR_WIDTH, STEPS, type Edges } from './double-edges.ts'
import type { EdgeFinder } from './double-find.ts'
import { lengthOf, shareOf, type Flow } from './double-flow.ts'

const KINDS = NAMES.length
/** How many of `NAMES` a line with a name may meet; the rest are for those without. */
const WITH_NAME = 4
/** How often names agree in a payment seen twice, and by chance, in the order of `NAMES`, before anything is learned. */
const NAMES_OF_ONE = [0.62, 0.06, 0.02, 0.3, 0.7, 0.3]
const NAMES_BY_CHANCE = [0.002, 0.015, 0.683, 0.3, 0.4, 0.6]
/** The same of days, from `PAIR_DAYS.earliest` on; by chance all are as likely. */
const LAGS_OF_ONE = [0.06, 0.235, 0.235, 0.235, 0.235]
const SAME_DAY = 1
const NEAR_OF_ONE = 0.17
const NEAR_BY_CHANCE = 0.014
/** How many pairs weigh as much as what is taken for true beforehand. */
const BELIEF = 10
/** A smaller share is taken for chance. */
export const SMALLEST_FLOW = 0.05
/** How many lines of an amount are taken to be there by chance beside those that are. */
const UNSEEN = 0.6
const LEAST_CHANCE = 0.002

/**
 * What tells one payment seen twice from two that only look alike, learned for each flow from its surest pairs: how many days later
 * its second sights stand, whether they keep the names, at what rate they were converted. Amounts that many pay tell less.
 */
export class Signs {
  private readonly finder: EdgeFinder
  private readonly flows: readonly Flow[]
  private readonly names: Float64Array
  private readonly lags: Float64Array
  private readonly near: Float64Array
  private readonly steps: Float64Array
  /** By stream, the share of lines that have a second sight nowhere. */
  private readonly nowhere: Float64Array
  /** How sure it is that a line is a second sight. */
  private readonly second: Float64Array
  /** By run, how many lines are not the second sight of any. */
  private readonly alone: Float64Array

  constructor(finder: EdgeFinder, flows: readonly Flow[]) {
    this.finder = finder
    this.flows = flows
    this.names = new Float64Array(flows.length * KINDS)
    this.lags = new Float64Array(flows.length * PAIR_WIDTH)
    this.near = new Float64Array(flows.length)
    this.steps = new Float64Array(flows.length * STEPS)
    this.nowhere = new Float64Array(finder.index.ofStream.length)
    this.second = new Float64Array(finder.index.lines.length)
    this.alone = new Float64Array(finder.amounts.count + finder.homes.count)
    this.settle(new Seen(flows.length))
  }

  /** How much likelier an edge is than that neither of its lines has a second sight. */
  weight(edges: Edges, i: number): number {
    const [flow = 0, b = 0] = [edges.flow[i], edges.b[i]]
    const { index, flowing } = this.finder
    const others = Math.max(0, (this.alone[edges.run[i] ?? 0] ?? 0) - (1 - (this.second[b] ?? 0)))
    const chance = Math.max(LEAST_CHANCE, ((others + UNSEEN) * PAIR_WIDTH) / lengthOf(index, b))
    const names = this.names[flow * KINDS + (edges.names[i] ?? 0)] ?? 1
    const days = (this.lags[flow * PAIR_WIDTH + (edges.lag[i] ?? 0)] ?? 1) * (edges.near[i] === 1 ? (this.near[flow] ?? 1) : 1)
    const rate = isConverted(flowing.all[flow]?.way ?? 0) ? (this.steps[flow * STEPS + (edges.step[i] ?? 0)] ?? 1) : 1
    const nowhere = this.nowhere[index.streams[edges.a[i] ?? 0] ?? 0] ?? 1
    return ((this.flows[flow]?.share ?? 0) * names * days * rate) / chance / nowhere
  }

  /** Learns from how sure each edge is. */
  learn(edges: Edges, sure: Float64Array): void {
    const seen = new Seen(this.flows.length)
    this.second.fill(0)
    for (let i = 0; i < edges.length; i++) {
      const b = edges.b[i] ?? 0
      seen.add(edges, i, sure[i] ?? 0)
      this.second[b] = Math.min(1, (this.second[b] ?? 0) + (sure[i] ?? 0))
    }
    for (const [number, flow] of this.flows.entries()) {
      if (!flow.isAll) flow.share = shareOf((seen.pairs[number] ?? 0) + flow.settled, flow.lines)
    }
    this.settle(seen)
  }

  private settle(seen: Seen): void {
    for (let flow = 0; flow < this.flows.length; flow++) {
      this.settleNames(seen, flow, [0, WITH_NAME])
      this.settleNames(seen, flow, [WITH_NAME, KINDS])
      const pairs = seen.pairs[flow] ?? 0
      for (let lag = 0; lag < PAIR_WIDTH; lag++) {
        const at = flow * PAIR_WIDTH + lag
        this.lags[at] = mixed(seen.lags[at], pairs, LAGS_OF_ONE[lag]) * PAIR_WIDTH
      }
      for (let step = 0; step < STEPS; step++) {
        const at = flow * STEPS + step
        // Beforehand any rate within the tolerance is as likely, and half of what it is by chance.
        this.steps[at] = mixed(seen.steps[at], pairs, 0.5 / STEPS) * STEPS
      }
      this.near[flow] = mixed(seen.near[flow], seen.lags[flow * PAIR_WIDTH + SAME_DAY], NEAR_OF_ONE) / NEAR_BY_CHANCE
    }
    this.settleNowhere()
    this.settleAlone()
  }

  private settleNames(seen: Seen, flow: number, [from, to]: [number, number]): void {
    let [pairs, others] = [0, 0]
    for (let kind = from; kind < to; kind++) {
      pairs += seen.names[flow * KINDS + kind] ?? 0
      others += seen.otherNames[flow * KINDS + kind] ?? 0
    }
    for (let kind = from; kind < to; kind++) {
      const at = flow * KINDS + kind
      const of = NAMES_BY_CHANCE[kind] ?? 1
      // Equal names are too rare by chance to be counted there.
      const chance = kind < 2 ? of : mixed(seen.otherNames[at], others, of)
      this.names[at] = mixed(seen.names[at], pairs, NAMES_OF_ONE[kind]) / chance
    }
  }

  private settleNowhere(): void {
    this.nowhere.fill(1)
    for (const [number, { counts }] of this.finder.flowing.all.entries()) {
      const share = this.flows[number]?.share ?? 0
      if (share >= SMALLEST_FLOW) this.nowhere[counts] = Math.max(0.005, (this.nowhere[counts] ?? 1) - share)
    }
  }

  private settleAlone(): void {
    let at = 0
    for (const runs of [this.finder.amounts, this.finder.homes]) {
      for (let run = 0; run < runs.count; run++) {
        let alone = runs.length(run)
        for (let i = runs.starts[run] ?? 0; i < (runs.starts[run + 1] ?? 0); i++) alone -= this.second[runs.lines[i] ?? 0] ?? 0
        this.alone[at++] = alone
      }
    }
  }
}

/** A share that was seen, mixed with what was believed beforehand. */
function mixed(hits = 0, all = 0, belief = 0): number {
  return (hits + BELIEF * belief) / (all + BELIEF)
}

/** What was seen of each flow's pairs, each counted as far as it is sure. */
class Seen {
  readonly pairs: Float64Array
  readonly names: Float64Array
  /** Of edges that are no pairs. */
  readonly otherNames: Float64Array
  readonly lags: Float64Array
  readonly near: Float64Array
  readonly steps: Float64Array

  constructor(flows: number) {
    this.pairs = new Float64Array(flows)
    this.names = new Float64Array(flows * KINDS)
    this.otherNames = new Float64Array(flows * KINDS)
    this.lags = new Float64Array(flows * PAIR_WIDTH)
    this.near = new Float64Array(flows)
    this.steps = new Float64Array(flows * STEPS)
  }

  add(edges: Edges, i: number, sure: number): void {
    const flow = edges.flow[i] ?? 0
    const name = flow * KINDS + (edges.names[i] ?? 0)
    raise(this.pairs, flow, sure)
    raise(this.names, name, sure)
    raise(this.otherNames, name, 1 - sure)
    raise(this.lags, flow * PAIR_WIDTH + (edges.lag[i] ?? 0), sure)
    raise(this.steps, flow * STEPS + (edges.step[i] ?? 0), sure)
    if (edges.near[i] === 1 && edges.lag[i] === SAME_DAY) raise(this.near, flow, sure)
  }
}

function raise(column: Float64Array, at: number, by: number): void {
  column[at] = (column[at] ?? 0) + by
}
