import { isProcessor, mayPair, sightName, type DoubleLine } from './double.ts'
import { Buckets, firstOn, type Bucket, type LineIndex } from './double-index.ts'

/** How many days later the second sight may stand; a day earlier, since days are told in different zones. */
export const PAIR_DAYS = { earliest: -1, latest: 3 } as const
/** Share by which two currencies may differ after both were converted at the rate of their day. */
export const RATE_TOLERANCE = 0.025
/** A bucket with more lines than this in the days asked about is asked for equal names only. */
const CROWDED = 12
const MINUTES_NEAR = 10
/** How much of a line is taken off for the one that is asked about. */
const OWN = 0.7

/** What two lines say of who paid. `like`: the one name holds the other's words. */
export type Names = 'same' | 'like' | 'none' | 'other'

/** Two lines that may be one payment, by position in the index. */
export interface Edge {
  a: number
  b: number
  lag: number
  names: Names
  /** Whether both stand within ten minutes of each other. */
  near: boolean
  /** Which of the other's amounts is this one's: as it is, or at home, after both were converted. */
  amount: 'gross' | 'net' | 'home' | 'home net'
  /** How many lines of the amount the other stream has by chance in so many days. */
  chance: number
}

const PAID = new Set(['payment', 'refund', 'chargeback'])

/** Whether the line may be one of a pair. */
export function isPaid({ kind, gross }: DoubleLine): boolean {
  return PAID.has(kind) && gross !== 0
}

/** Finds, line by line, what else may tell of the same payment: linear in the lines, whatever is crowded. */
export class EdgeFinder {
  private readonly index: LineIndex
  private readonly amounts: Buckets
  private readonly homes: HomeBuckets
  private readonly named = new Map<Bucket, Map<number, number[]>>()
  private readonly refused: ReadonlySet<string>

  constructor(index: LineIndex, { takes, refused }: { takes: (line: DoubleLine) => boolean; refused: ReadonlySet<string> }) {
    this.index = index
    this.amounts = new Buckets(index, (line) => isPaid(line) && takes(line))
    this.homes = new HomeBuckets(index, (line) => isPaid(line) && takes(line))
    this.refused = refused
  }

  /** All edges of one line; those by the very amount first. */
  edges(a: number): Edge[] {
    const line = this.index.lines[a]
    if (!line) return []
    const homes = this.homes.around(line)
    const found = new Map<number, Edge>()
    const take = (b: number, amount: Edge['amount'], bucket: Bucket) => {
      if (found.has(b)) return
      const edge = this.edge({ a, b, amount, bucket })
      if (edge) found.set(b, edge)
    }
    for (const amount of line.net === line.gross ? [line.gross] : [line.gross, line.net]) {
      const bucket = this.amounts.at(line.currency, amount)
      if (bucket) for (const b of this.inDays(a, bucket)) take(b, this.index.lines[b]?.gross === amount ? 'gross' : 'net', bucket)
    }
    for (const bucket of homes) for (const b of this.inDays(a, bucket)) take(b, this.homeWay(a, b), bucket)
    return [...found.values()]
  }

  /** Of a charge that was converted: whether the line tells what was charged, or what was left of it. */
  private homeWay(a: number, b: number): 'home' | 'home net' {
    const [line, other] = [this.index.lines[a], this.index.lines[b]]
    if (!line || !other) return 'home'
    return homeDistance(line, other, 'home net') < homeDistance(line, other, 'home') ? 'home net' : 'home'
  }

  private edge({ a, b, amount, bucket }: { a: number; b: number; amount: Edge['amount']; bucket: Bucket }): Edge | undefined {
    const { lines, days } = this.index
    const [line, other] = [lines[a], lines[b]]
    if (!line || !other || line.stream === other.stream || !mayPair(line.platform, other.platform)) return undefined
    if (Math.sign(line.gross) !== Math.sign(other.gross)) return undefined
    if (isConverted(amount) && (line.currency === other.currency || homeDistance(line, other, amount) > RATE_TOLERANCE)) return undefined
    if (this.refused.size > 0 && this.refused.has(`${sightName(line)}|${sightName(other)}`)) return undefined
    const span = this.index.spans.get(other.stream)
    const width = PAIR_DAYS.latest - PAIR_DAYS.earliest + 1
    const length = Math.max(width, span ? span.to - span.from + 1 : width)
    const names = this.names(a, b)
    const near = isNear(line.at, other.at)
    // One of them may be this very payment: where the name says so too, it tells less of chance than the others.
    const alike = (bucket.byStream.get(other.stream) ?? 0) - (names === 'same' || near ? OWN : 0)
    return {
      a,
      b,
      lag: (days[b] ?? 0) - (days[a] ?? 0),
      names,
      near,
      amount,
      chance: (alike * width) / length,
    }
  }

  /** Positions in a bucket that stand in the days after a line; of a crowd only those with its name. */
  private inDays(a: number, bucket: Bucket): number[] {
    const { days, names, patrons } = this.index
    const day = days[a] ?? 0
    const found: number[] = []
    for (let at = firstOn(bucket, days, day + PAIR_DAYS.earliest); at < bucket.lines.length; at++) {
      const b = bucket.lines[at] ?? 0
      if ((days[b] ?? 0) > day + PAIR_DAYS.latest) return found
      found.push(b)
      if (found.length <= CROWDED) continue
      const byName = this.byName(bucket)
      const alike = [names[a] ?? 0, patrons[a] ?? 0].flatMap((name) => (name === 0 ? [] : (byName.get(name) ?? [])))
      return [...new Set(alike)].filter((one) => isWithin((days[one] ?? 0) - day)).slice(0, CROWDED)
    }
    return found
  }

  private byName(bucket: Bucket): Map<number, number[]> {
    const known = this.named.get(bucket)
    if (known) return known
    const { names, patrons } = this.index
    const made = new Map<number, number[]>()
    for (const b of bucket.lines) {
      for (const name of new Set([names[b] ?? 0, patrons[b] ?? 0])) {
        if (name === 0) continue
        const list = made.get(name)
        if (list) list.push(b)
        else made.set(name, [b])
      }
    }
    this.named.set(bucket, made)
    return made
  }

  private names(a: number, b: number): Names {
    const { names, patrons, lines } = this.index
    const [nameA = 0, patronA = 0, nameB = 0, patronB = 0] = [names[a], patrons[a], names[b], patrons[b]]
    if ((nameA !== 0 && (nameA === nameB || nameA === patronB)) || (patronA !== 0 && (patronA === patronB || patronA === nameB)))
      return 'same'
    if (nameA === 0 || nameB === 0) return 'none'
    return holdsWords(lines[a]?.name, lines[b]?.name) ? 'like' : 'other'
  }
}

function isWithin(lag: number): boolean {
  return lag >= PAIR_DAYS.earliest && lag <= PAIR_DAYS.latest
}

function holdsWords(a = '', b = ''): boolean {
  const [few, many] = a.length < b.length ? [a, b] : [b, a]
  const words = new Set(many.toLowerCase().split(/[^\p{L}\p{N}]+/u))
  const asked = few
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length > 2)
  return asked.length > 0 && asked.every((word) => words.has(word))
}

/** Whether two instants, or two wall times, are minutes apart. */
function isNear(a: string, b: string): boolean {
  if (a.length < 19 || a.length !== b.length || a.slice(0, 10) !== b.slice(0, 10)) return false
  const minutes = (at: string) => Number(at.slice(11, 13)) * 60 + Number(at.slice(14, 16))
  return Math.abs(minutes(a) - minutes(b)) <= MINUTES_NEAR
}

/** What moved before fees, in the home currency: a measure to compare by, not an amount. */
function homeGross({ home, net, gross }: DoubleLine): number {
  return home === null ? 0 : net === 0 ? 0 : (home * gross) / net
}

/** Whether amounts agree only after they were converted. */
export function isConverted(amount: Edge['amount']): boolean {
  return amount === 'home' || amount === 'home net'
}

/** By which share the amounts differ at home. */
function homeDistance(a: DoubleLine, b: DoubleLine, amount: Edge['amount']): number {
  const [whole, other] = [homeGross(a), amount === 'home' ? homeGross(b) : (b.home ?? 0)]
  return Math.abs(other - whole) / Math.abs(whole)
}

/** Lines by currency and by what they are worth at home, in steps as wide as the tolerance; empty where all money is of one currency. */
class HomeBuckets {
  private readonly currencies = new Map<string, Map<number, Bucket>>()

  constructor({ lines }: LineIndex, takes: (line: DoubleLine) => boolean) {
    const currency = lines[0]?.currency
    if (lines.every((line) => line.currency === currency)) return
    for (const [i, line] of lines.entries()) {
      // What a processor charged in another currency than the platform's it has converted itself.
      if (!isProcessor(line.platform) || !takes(line)) continue
      const [gross, net] = [stepOf(homeGross(line)), stepOf(line.home ?? 0)]
      this.put(i, line, gross)
      if (net !== gross) this.put(i, line, net)
    }
  }

  around(line: DoubleLine): Bucket[] {
    const found: Bucket[] = []
    const step = this.currencies.size > 0 ? stepOf(homeGross(line)) : undefined
    if (step === undefined) return found
    for (const [currency, steps] of this.currencies) {
      if (currency === line.currency) continue
      for (const near of [step - 2, step, step + 2]) {
        const bucket = steps.get(near)
        if (bucket) found.push(bucket)
      }
    }
    return found
  }

  private put(i: number, { currency, stream }: DoubleLine, step: number | undefined): void {
    if (step === undefined) return
    let steps = this.currencies.get(currency)
    if (!steps) this.currencies.set(currency, (steps = new Map()))
    let bucket = steps.get(step)
    if (!bucket) steps.set(step, (bucket = { lines: [], byStream: new Map() }))
    bucket.lines.push(i)
    bucket.byStream.set(stream, (bucket.byStream.get(stream) ?? 0) + 1)
  }
}

/** Even steps for money that comes in, odd ones for money that goes back. */
function stepOf(home: number): number | undefined {
  return home === 0 ? undefined : Math.floor(Math.log(Math.abs(home)) / Math.log1p(RATE_TOLERANCE)) * 2 + (home < 0 ? 1 : 0)
}
