import { mayPair, sightName, type Sight } from './double.ts'
import { isPaid, PAIR_DAYS, type Edge } from './double-edges.ts'
import type { LineIndex } from './double-index.ts'

/** What is known before the search. */
export interface PairQuestion {
  index: LineIndex
  /** Names of sights that are part of a double already. */
  taken: ReadonlySet<string>
  /** Pairs that are none, as the two names with a bar between. */
  refused: ReadonlySet<string>
  /** Pairs of sights that are settled: what they say of their streams counts. */
  settled: readonly { counts: Sight; covered: Sight }[]
  /** Pairs of streams, as `from|to`, of which everything from the one is in the other: there whatever fits is a pair. */
  all: ReadonlySet<string>
}

/** Lines whose like the other stream has this rarely tell best how much of the one is in the other. */
const RARE = 0.05
const FEWEST_RARE = 8
/** A smaller share is taken for chance. */
const SMALLEST_FLOW = 0.05

/** How large a share of one stream's lines has a second sight in another. */
export interface Flows {
  /** Of the pair of streams of an edge, for the way in which its amounts agree: a platform tells all its amounts in one way. */
  of(edge: Edge): number
  /** The share of the lines of an edge's stream that have a second sight nowhere. */
  nowhere(edge: Edge): number
}

interface Tally {
  lines: number
  hits: number
  chance: number
}

/**
 * Learns it from the lines themselves: of the lines that the other stream's days span, how many have one there that fits, less
 * those that fit by chance. An account that is connected to a processor has all in it, two that have nothing to do with each other
 * only what chance gives: the amounts that many pay and the names that are missing then tell nothing, and nothing is proposed.
 */
export function flows(question: PairQuestion, edges: Iterable<Edge>): Flows {
  const { index, settled, all } = question
  const spanned = linesWithin(question)
  const { rare, common } = talliesOf(index, edges)
  const known = new Map<number, number>()
  const numbers = new Map(index.lines.map(({ stream }, i) => [stream, index.streams[i] ?? 0]))
  const between = (counts: number, covered: number) => pairNumber(numbers.get(counts) ?? 0, numbers.get(covered) ?? 0)
  for (const { counts, covered } of settled) {
    const pair = between(counts.stream, covered.stream)
    known.set(pair, (known.get(pair) ?? 0) + 1)
  }
  const whole = new Set([...all].map((pair) => pair.split('|').map(Number)).map(([counts = 0, covered = 0]) => between(counts, covered)))
  const shares = new Map<number, number>()
  const share = (way: number): number => {
    const told = shares.get(way)
    if (told !== undefined) return told
    const [r, c] = [rare.get(way) ?? NO_TALLY, common.get(way) ?? NO_TALLY]
    const pair = Math.floor(way / WAYS)
    const lines = spanned.get(pair) ?? 0
    const done = known.get(pair) ?? 0
    // Lines without any that fits are as rare as the rare ones: what nobody else has.
    const others = Math.max(0, lines - c.hits) + done
    const ofRare = shareOf({ hits: r.hits + done, lines: others, chance: r.chance })
    const ofAll = shareOf({ hits: r.hits + c.hits + done, lines: lines + done, chance: r.chance + c.chance })
    const value = whole.has(pair) ? 0.999 : others >= FEWEST_RARE ? ofRare : ofAll
    shares.set(way, value)
    return value
  }
  const elsewhere = new Map<number, number>()
  for (const way of new Set([...rare.keys(), ...common.keys()])) {
    const from = Math.floor(way / WAYS / STREAMS)
    const part = share(way)
    if (part >= SMALLEST_FLOW) elsewhere.set(from, (elsewhere.get(from) ?? 0) + part)
  }
  return {
    of: (edge) => share(wayOf(index, edge)),
    nowhere: ({ a }) => Math.max(0.005, 1 - (elsewhere.get(index.streams[a] ?? 0) ?? 0)),
  }
}

const STREAMS = 65_536
const WAYS = 4
const AMOUNTS = { gross: 0, net: 1, home: 2, 'home net': 3 } as const

function pairNumber(counts: number, covered: number): number {
  return counts * STREAMS + covered
}

/** A number for two streams and the way in which amounts agree. */
function wayOf({ streams }: LineIndex, { a, b, amount }: Edge): number {
  return pairNumber(streams[a] ?? 0, streams[b] ?? 0) * WAYS + AMOUNTS[amount]
}

const NO_TALLY: Tally = Object.freeze({ lines: 0, hits: 0, chance: 0 })

/** For each way how many lines have one that fits, and how many would by chance; each line counts once. Edges come line by line. */
function talliesOf(index: LineIndex, edges: Iterable<Edge>): Record<'rare' | 'common', Map<number, Tally>> {
  const tallies = { rare: new Map<number, Tally>(), common: new Map<number, Tally>() }
  const counted = new Set<number>()
  let line = -1
  for (const edge of edges) {
    if (edge.names === 'other' && !edge.near) continue
    if (edge.a !== line) counted.clear()
    line = edge.a
    const way = wayOf(index, edge)
    if (counted.has(way)) continue
    counted.add(way)
    const ofKind = tallies[edge.chance < RARE ? 'rare' : 'common']
    const tally = ofKind.get(way) ?? { ...NO_TALLY }
    ofKind.set(way, tally)
    tally.hits += 1
    tally.chance += 1 - Math.exp(-edge.chance)
  }
  return tallies
}

/** The share, rather too low than too high: half of what is uncertain is taken off. */
function shareOf({ hits, lines, chance }: Tally): number {
  const share = Math.max(0, hits - chance) / (lines + 1)
  const doubt = Math.sqrt((share * (1 - share)) / (lines + 1)) / 2
  return Math.min(0.995, Math.max(0.002, share - doubt))
}

/** How many lines of each stream stand within the days of each other one, by pair of streams. */
function linesWithin({ index, taken }: PairQuestion): Map<number, number> {
  const platforms = new Map(index.lines.map(({ stream, platform }) => [stream, platform]))
  const streams = [...index.spans].map(([stream, span], i) => ({ i, span, platform: platforms.get(stream) ?? '' }))
  const partners = streams.map(({ platform, i }) => streams.filter((other) => other.i !== i && mayPair(platform, other.platform)))
  const counts = new Map<number, number>()
  for (const [at, line] of index.lines.entries()) {
    if (!isPaid(line) || (taken.size > 0 && taken.has(sightName(line)))) continue
    const [day, from] = [index.days[at] ?? 0, index.streams[at] ?? 0]
    for (const { i, span } of partners[from] ?? []) {
      if (day < span.from - PAIR_DAYS.latest || day > span.to - PAIR_DAYS.earliest) continue
      const pair = pairNumber(from, i)
      counts.set(pair, (counts.get(pair) ?? 0) + 1)
    }
  }
  return counts
}
