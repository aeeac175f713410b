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
export function flows({ index, taken, settled, all }: PairQuestion, edges: readonly Edge[]): Flows {
  const spanned = linesWithin(index, taken)
  const rare = new Map<string, Tally>()
  const common = new Map<string, Tally>()
  const best = new Map<string, Edge>()
  for (const edge of edges) {
    if (edge.names === 'other' && !edge.near) continue
    const place = `${edge.a}|${index.lines[edge.b]?.stream}|${edge.amount}`
    if (!best.has(place)) best.set(place, edge)
  }
  for (const edge of best.values()) {
    const tally = tallyOf(edge.chance < RARE ? rare : common, `${pairOf(index, edge)}|${edge.amount}`)
    tally.hits += 1
    tally.chance += 1 - Math.exp(-edge.chance)
  }
  const known = new Map<string, number>()
  for (const { counts, covered } of settled) {
    const pair = `${counts.stream}|${covered.stream}`
    known.set(pair, (known.get(pair) ?? 0) + 1)
  }
  const shares = new Map<string, number>()
  const share = (pair: string, amount: Edge['amount']): number => {
    const way = `${pair}|${amount}`
    const told = shares.get(way)
    if (told !== undefined) return told
    const [r, c] = [tallyOf(rare, way), tallyOf(common, way)]
    const lines = spanned.get(pair) ?? 0
    const done = known.get(pair) ?? 0
    // Lines without any that fits are as rare as the rare ones: what nobody else has.
    const ofRare = shareOf({ hits: r.hits + done, lines: Math.max(0, lines - c.hits) + done, chance: r.chance })
    const ofAll = shareOf({ hits: r.hits + c.hits + done, lines: lines + done, chance: r.chance + c.chance })
    const value = all.has(pair) ? 0.999 : lines - c.hits + done >= FEWEST_RARE ? ofRare : ofAll
    shares.set(way, value)
    return value
  }
  const elsewhere = new Map<number, number>()
  for (const way of new Set([...rare.keys(), ...common.keys()])) {
    const [from = '', to = '', amount] = way.split('|')
    const part = share(`${from}|${to}`, amount as Edge['amount'])
    if (part >= SMALLEST_FLOW) elsewhere.set(Number(from), (elsewhere.get(Number(from)) ?? 0) + part)
  }
  return {
    of: (edge) => share(pairOf(index, edge), edge.amount),
    nowhere: ({ a }) => Math.max(0.005, 1 - (elsewhere.get(index.lines[a]?.stream ?? 0) ?? 0)),
  }
}

function pairOf(index: LineIndex, { a, b }: Edge): string {
  return `${index.lines[a]?.stream}|${index.lines[b]?.stream}`
}

function tallyOf(tallies: Map<string, Tally>, pair: string): Tally {
  const known = tallies.get(pair)
  if (known) return known
  const made = { lines: 0, hits: 0, chance: 0 }
  tallies.set(pair, made)
  return made
}

/** The share, rather too low than too high: half of what is uncertain is taken off. */
function shareOf({ hits, lines, chance }: Tally): number {
  const share = Math.max(0, hits - chance) / (lines + 1)
  const doubt = Math.sqrt((share * (1 - share)) / (lines + 1)) / 2
  return Math.min(0.995, Math.max(0.002, share - doubt))
}

/** How many lines of each stream stand within the days of each other one, by pair of streams. */
function linesWithin(index: LineIndex, taken: ReadonlySet<string>): Map<string, number> {
  const platforms = new Map(index.lines.map(({ stream, platform }) => [stream, platform]))
  const counts = new Map<string, number>()
  const partners = new Map<number, { pair: string; from: number; to: number }[]>()
  for (const [stream, platform] of platforms) {
    const others = [...platforms].filter(([other, its]) => other !== stream && mayPair(platform, its))
    partners.set(
      stream,
      others.flatMap(([other]) => {
        const span = index.spans.get(other)
        return span ? [{ pair: `${stream}|${other}`, from: span.from - PAIR_DAYS.latest, to: span.to - PAIR_DAYS.earliest }] : []
      }),
    )
  }
  for (const [i, line] of index.lines.entries()) {
    if (!isPaid(line) || taken.has(sightName(line))) continue
    const day = index.days[i] ?? 0
    for (const { pair, from, to } of partners.get(line.stream) ?? []) {
      if (day >= from && day <= to) counts.set(pair, (counts.get(pair) ?? 0) + 1)
    }
  }
  return counts
}
