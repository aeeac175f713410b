import type { Sight } from './double.ts'
import { NAMES, PAIR_DAYS, PAIR_WIDTH, type Edges } from './double-edges.ts'
import type { EdgeFinder } from './double-find.ts'
import type { LineIndex } from './double-index.ts'

/** What is known before the search. */
export interface PairQuestion {
  index: LineIndex
  /** 1 for each line that is not part of a double already. */
  free: Uint8Array
  /** Pairs that are none, as the two names with a bar between. */
  refused: ReadonlySet<string>
  /** Pairs of sights that are settled: what they say of their streams counts. */
  settled: readonly { counts: Sight; covered: Sight }[]
  /** Pairs of streams, as `from|to`, of which everything from the one is in the other: there whatever fits is a pair. */
  all: ReadonlySet<string>
}

/** What is known of one stream's lines in another, in one way. */
export interface Flow {
  /** How large a share of the one stream's lines has a second sight there. */
  share: number
  /** How many lines the other stream's days span. */
  lines: number
  /** Pairs that are settled. */
  settled: number
  /** Whether everything is said to be there. */
  isAll: boolean
}

/** Lines whose like the other stream has this rarely tell best how much of the one is in the other. */
const RARE = 0.05
const FEWEST_RARE = 8
const [SAME, OTHER] = [NAMES.indexOf('same'), NAMES.indexOf('other')]
/** How much of a line is taken off for the one that is asked about. */
const OWN = 0.7

interface Tally {
  hits: number
  chance: number
}

const NO_TALLY: Tally = Object.freeze({ hits: 0, chance: 0 })

/**
 * Learns how much of each stream is in another, from the lines themselves: of the lines that the other stream's days span, how many
 * have one there that fits, less those that fit by chance. An account that is connected to a processor has all in it, two that have
 * nothing to do with each other only what chance gives.
 */
export class Tallies {
  private readonly rare: Tally[] = []
  private readonly common: Tally[] = []
  private readonly last: number[] = []
  private readonly finder: EdgeFinder

  constructor(finder: EdgeFinder) {
    this.finder = finder
  }

  /** Counts edges, which come line by line; each line counts once in each flow. */
  add(edges: Edges): void {
    for (let i = 0; i < edges.length; i++) {
      const [flow = 0, a = 0] = [edges.flow[i], edges.a[i]]
      if ((edges.names[i] === OTHER && edges.near[i] === 0) || this.last[flow] === a) continue
      this.last[flow] = a
      const chance = this.chance(edges, i)
      const tallies = chance < RARE ? this.rare : this.common
      const tally = (tallies[flow] ??= { hits: 0, chance: 0 })
      tally.hits += 1
      tally.chance += 1 - Math.exp(-chance)
    }
  }

  /** What was learned, by the flows' numbers. */
  flows({ index, free, settled, all }: PairQuestion): Flow[] {
    const pair = pairNumbers(index)
    const known = new Map<number, number>()
    for (const { counts, covered } of settled) {
      const number = pair(counts.stream, covered.stream)
      known.set(number, (known.get(number) ?? 0) + 1)
    }
    const whole = new Set([...all].map((name) => name.split('|').map(Number)).map(([counts = 0, covered = 0]) => pair(counts, covered)))
    const spanned = linesWithin(this.finder, free)
    return this.finder.flowing.all.map(({ counts, covered }, flow) => {
      const number = counts * index.ofStream.length + covered
      const done = known.get(number) ?? 0
      const lines = (spanned[number] ?? 0) + done
      const isAll = whole.has(number)
      return { share: isAll ? 0.999 : this.share(flow, lines, done), lines, settled: done, isAll }
    })
  }

  private share(flow: number, lines: number, settled: number): number {
    const [rare, common] = [this.rare[flow] ?? NO_TALLY, this.common[flow] ?? NO_TALLY]
    // Lines without any that fits are as rare as the rare ones: what nobody else has.
    const others = Math.max(settled, lines - common.hits)
    return others >= FEWEST_RARE
      ? shareOf(rare.hits + settled - rare.chance, others)
      : shareOf(rare.hits + common.hits + settled - rare.chance - common.chance, lines)
  }

  /** How many lines of the amount the other stream has by chance in so many days. */
  private chance(edges: Edges, i: number): number {
    const { amounts, homes, index } = this.finder
    const run = edges.run[i] ?? 0
    const alike = run < amounts.count ? amounts.length(run) : homes.length(run - amounts.count)
    // One of them may be this very payment: where the name says so too, it tells less of chance than the others.
    const isOwn = edges.names[i] === SAME || edges.near[i] === 1
    return ((alike - (isOwn ? OWN : 0)) * PAIR_WIDTH) / lengthOf(index, edges.b[i] ?? 0)
  }
}

/** How many days a line's stream spans. */
export function lengthOf({ ofStream, streams }: LineIndex, line: number): number {
  const facts = ofStream[streams[line] ?? 0]
  return Math.max(PAIR_WIDTH, facts ? facts.to - facts.from + 1 : PAIR_WIDTH)
}

/** The share, rather too low than too high: half of what is uncertain is taken off. */
export function shareOf(hits: number, lines: number): number {
  const share = Math.min(1, Math.max(0, hits) / (lines + 1))
  const doubt = Math.sqrt((share * (1 - share)) / (lines + 1)) / 2
  return Math.min(0.995, Math.max(0.002, share - doubt))
}

function pairNumbers({ ofStream }: LineIndex): (counts: number, covered: number) => number {
  const numbers = new Map(ofStream.map(({ id }, i) => [id, i]))
  return (counts, covered) => (numbers.get(counts) ?? 0) * ofStream.length + (numbers.get(covered) ?? 0)
}

/** How many lines of each stream stand within the days of each other one, by both numbers. */
function linesWithin(finder: EdgeFinder, free: Uint8Array): Float64Array {
  const { ofStream, days, streams, paid, lines } = finder.index
  const counts = new Float64Array(ofStream.length * ofStream.length)
  const partners = ofStream.map((_, from) => ofStream.flatMap((facts, to) => (finder.mayBe(from, to) ? [{ facts, to }] : [])))
  for (let i = 0; i < lines.length; i++) {
    if (!free[i] || !paid[i]) continue
    const [day = 0, from = 0] = [days[i], streams[i]]
    for (const { facts, to } of partners[from] ?? []) {
      if (day < facts.from - PAIR_DAYS.latest || day > facts.to - PAIR_DAYS.earliest) continue
      const pair = from * ofStream.length + to
      counts[pair] = (counts[pair] ?? 0) + 1
    }
  }
  return counts
}
