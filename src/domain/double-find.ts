import { isProcessor, mayPair, sightName } from './double.ts'
import { Flowing, NAMES, PAIR_DAYS, RATE_TOLERANCE, STEPS, type Edges, type Names } from './double-edges.ts'
import type { LineIndex } from './double-index.ts'
import { Runs } from './double-runs.ts'

/** Of a run with more lines than this in the days asked about, only those with an equal name are taken. */
const CROWDED = 12
const MINUTES_NEAR = 10
const [GROSS, NET, HOME, HOME_NET] = [0, 1, 2, 3]

interface Draft {
  a: number
  b: number
  run: number
  way: number
  step: number
}

/** Finds, line by line, what else may tell of the same payment: linear in the lines, whatever is crowded. */
export class EdgeFinder {
  readonly index: LineIndex
  readonly flowing: Flowing
  readonly amounts: Runs
  /** Charges by currency and by what they are worth at home, in steps as wide as the tolerance; empty where all money is of one. */
  readonly homes: Runs
  private readonly refused: ReadonlySet<string>
  /** 1 where lines of the one stream may have a second sight in the other, by both numbers. */
  private readonly may: Uint8Array
  private readonly mayConvert: Uint8Array
  private readonly seen: Int32Array
  private readonly named = new Map<number, Map<number, number[]>>()
  private readonly currencies: number
  /** What was found last. */
  private found: number[] = []

  constructor(index: LineIndex, { free, refused }: { free: Uint8Array; refused: ReadonlySet<string> }) {
    this.index = index
    this.refused = refused
    const { ofStream } = index
    this.flowing = new Flowing(ofStream.length)
    this.may = Uint8Array.from(
      ofStream.flatMap((one) => ofStream.map((other) => (one !== other && mayPair(one.platform, other.platform) ? 1 : 0))),
    )
    this.mayConvert = this.may.slice()
    this.seen = new Int32Array(index.lines.length).fill(-1)
    this.currencies = index.currencies.reduce((most, currency) => Math.max(most, currency), 0) + 1
    const seconds = this.seconds(free)
    this.amounts = this.byAmount(seconds)
    this.homes = this.byWorth(seconds)
  }

  /** Whether lines of the one stream may have a second sight in the other, by their numbers. */
  mayBe(counts: number, covered: number): boolean {
    return this.may[counts * this.index.ofStream.length + covered] === 1
  }

  /** Looks for no converted amounts between two streams from now on. */
  neverConverts(counts: number, covered: number): void {
    this.mayConvert[counts * this.index.ofStream.length + covered] = 0
  }

  /** Begins anew with the first line. */
  rewind(): void {
    this.seen.fill(-1)
    this.amounts.rewind()
    this.homes.rewind()
  }

  /** Adds all edges of one line, those by the very amount first. Lines must be asked for in their order. */
  find(edges: Edges, a: number): void {
    const { amounts, nets, worth, currencies } = this.index
    const [amount = -1, net = -1] = [amounts[a], nets[a]]
    this.equal(edges, a, amount)
    if (net !== amount && net >= 0) this.equal(edges, a, net)
    if (this.homes.count === 0 || worth[a] === 0) return
    const step = stepOf(worth[a] ?? 0)
    for (let currency = 0; currency < this.currencies; currency++) {
      if (currency === currencies[a]) continue
      for (const near of [step - 2, step, step + 2]) this.converted(edges, a, near * this.currencies + currency)
    }
  }

  private equal(edges: Edges, a: number, amount: number): void {
    const { amounts: runs, index } = this
    const from = index.streams[a] ?? 0
    for (let run = runs.first(amount); run >= 0 && runs.agrees(run, amount); run++) {
      if (!this.mayBe(from, runs.streams[run] ?? 0)) continue
      const count = this.inDays(a, run, runs)
      for (let i = 0; i < count; i++) {
        const b = this.found[i] ?? 0
        this.add(edges, { a, b, run, way: index.amounts[b] === amount ? GROSS : NET, step: 0 })
      }
    }
  }

  private converted(edges: Edges, a: number, agree: number): void {
    const { homes: runs, index } = this
    const row = (index.streams[a] ?? 0) * index.ofStream.length
    const worth = index.worth[a] ?? 0
    for (let run = runs.first(agree); run >= 0 && runs.agrees(run, agree); run++) {
      if (this.mayConvert[row + (runs.streams[run] ?? 0)] === 0) continue
      const count = this.inDays(a, run, runs)
      for (let i = 0; i < count; i++) {
        const b = this.found[i] ?? 0
        const [whole, rest] = [(index.worth[b] ?? 0) / worth - 1, (index.left[b] ?? 0) / worth - 1]
        // Whether the line tells what was charged, or what was left of it.
        const way = Math.abs(rest) < Math.abs(whole) ? HOME_NET : HOME
        const distance = way === HOME_NET ? rest : whole
        if (Math.abs(distance) > RATE_TOLERANCE) continue
        const step = Math.min(STEPS - 1, Math.floor(((distance / RATE_TOLERANCE + 1) / 2) * STEPS))
        this.add(edges, { a, b, run: this.amounts.count + run, way, step })
      }
    }
  }

  private add(edges: Edges, { a, b, run, way, step }: Draft): void {
    const { lines, days, streams, signs, moments } = this.index
    if (this.seen[b] === a || signs[a] !== signs[b]) return
    if (this.refused.size > 0) {
      const [line, other] = [lines[a], lines[b]]
      if (line && other && this.refused.has(`${sightName(line)}|${sightName(other)}`)) return
    }
    this.seen[b] = a
    const at = edges.add()
    edges.a[at] = a
    edges.b[at] = b
    edges.flow[at] = this.flowing.number(streams[a] ?? 0, streams[b] ?? 0, way)
    edges.run[at] = run
    edges.names[at] = NAMES.indexOf(this.names(a, b))
    edges.lag[at] = (days[b] ?? 0) - (days[a] ?? 0) - PAIR_DAYS.earliest
    edges.near[at] = Math.abs((moments[a] ?? 0) - (moments[b] ?? 0)) <= MINUTES_NEAR ? 1 : 0
    edges.step[at] = step
  }

  /** Finds the lines of a run that stand in the days after a line, of a crowd only those with its name; answers how many. */
  private inDays(a: number, run: number, runs: Runs): number {
    const day = this.index.days[a] ?? 0
    const end = runs.starts[run + 1] ?? 0
    let count = 0
    for (let at = runs.firstOn(run, day + PAIR_DAYS.earliest); at < end && runs.dayAt(at) <= day + PAIR_DAYS.latest; at++) {
      if (count === CROWDED) return this.ofName(a, run, runs)
      this.found[count++] = runs.lines[at] ?? 0
    }
    return count
  }

  private ofName(a: number, run: number, runs: Runs): number {
    const { names, patrons, days } = this.index
    const byName = this.byName(run, runs)
    const alike = [names[a] ?? 0, patrons[a] ?? 0].flatMap((name) => (name === 0 ? [] : (byName.get(name) ?? [])))
    const isWithin = (lag: number) => lag >= PAIR_DAYS.earliest && lag <= PAIR_DAYS.latest
    this.found = [...new Set(alike)].filter((b) => isWithin((days[b] ?? 0) - (days[a] ?? 0))).slice(0, CROWDED)
    return this.found.length
  }

  private byName(run: number, runs: Runs): Map<number, number[]> {
    const number = runs === this.homes ? this.amounts.count + run : run
    const known = this.named.get(number)
    if (known) return known
    const { names, patrons } = this.index
    const made = new Map<number, number[]>()
    for (const b of runs.lines.subarray(runs.starts[run], runs.starts[run + 1])) {
      for (const name of new Set([names[b] ?? 0, patrons[b] ?? 0])) {
        const list = made.get(name)
        if (list) list.push(b)
        else if (name !== 0) made.set(name, [b])
      }
    }
    this.named.set(number, made)
    return made
  }

  private names(a: number, b: number): Names {
    const { names, patrons, words } = this.index
    const [nameA = 0, patronA = 0, nameB = 0, patronB = 0] = [names[a], patrons[a], names[b], patrons[b]]
    if (nameA !== 0 && (nameA === nameB || nameA === patronB)) return 'same'
    if (patronA !== 0 && (patronA === patronB || patronA === nameB)) return 'same'
    if (nameA === 0) return nameB === 0 ? 'neither' : 'there'
    if (nameB === 0) return 'here'
    const [one = [], other = []] = [words[nameA], words[nameB]]
    return holds(one, other) || holds(other, one) ? 'like' : 'other'
  }

  /** Positions of the lines that may be the second sight of one. */
  private seconds(free: Uint8Array): Int32Array {
    const { lines, paid, streams, ofStream } = this.index
    const isSecond = ofStream.map((_, i) => ofStream.some((__, from) => this.mayBe(from, i)))
    const found = new Int32Array(lines.length)
    let count = 0
    for (let i = 0; i < lines.length; i++) if (free[i] && paid[i] && isSecond[streams[i] ?? 0]) found[count++] = i
    return found.slice(0, count)
  }

  private byAmount(seconds: Int32Array): Runs {
    const { amounts, nets } = this.index
    const entries = new Entries(seconds.length * 2)
    for (const i of seconds) entries.add(i, amounts[i] ?? -1, nets[i] ?? -1)
    return entries.runs(this.index)
  }

  private byWorth(seconds: Int32Array): Runs {
    const { worth, left, currencies, streams, ofStream } = this.index
    // What a processor charged in another currency than the platform's it has converted itself.
    const isCharge = ofStream.map(({ platform }) => isProcessor(platform))
    const number = (i: number, home: number) => (home === 0 ? -1 : stepOf(home) * this.currencies + (currencies[i] ?? 0))
    const charges = this.currencies > 1 ? seconds.filter((i) => isCharge[streams[i] ?? 0]) : new Int32Array()
    const entries = new Entries(charges.length * 2)
    for (const i of charges) entries.add(i, number(i, worth[i] ?? 0), number(i, left[i] ?? 0))
    return entries.runs(this.index)
  }
}

/** Lines with one or two numbers in which they agree with others. */
class Entries {
  private readonly agree: Int32Array
  private readonly lines: Int32Array
  private count = 0

  constructor(most: number) {
    this.agree = new Int32Array(most)
    this.lines = new Int32Array(most)
  }

  add(line: number, one: number, other: number): void {
    for (const agree of one === other ? [one] : [one, other]) {
      if (agree < 0) continue
      this.agree[this.count] = agree
      this.lines[this.count++] = line
    }
  }

  runs(index: LineIndex): Runs {
    return new Runs(index, {
      agree: this.agree.subarray(0, this.count),
      lines: this.lines.subarray(0, this.count),
    })
  }
}

function holds(words: readonly number[], all: readonly number[]): boolean {
  return words.length > 0 && words.every((word) => all.includes(word))
}

/** Even steps for money that comes in, odd ones for money that goes back; what is worth less than a minor unit is in the first. */
function stepOf(home: number): number {
  return Math.max(0, Math.floor(Math.log(Math.abs(home)) / Math.log1p(RATE_TOLERANCE))) * 2 + (home < 0 ? 1 : 0) + 2
}
