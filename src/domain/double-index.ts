import type { DoubleLine } from './double.ts'
import { dayNumber } from './month.ts'

/** Lines of one amount and currency, by position in the index. */
export interface Bucket {
  /** Positions, by day. */
  readonly lines: number[]
  /** How many of them each stream has. */
  readonly byStream: Map<number, number>
}

/** Lines by day, with what they are compared by worked out once: days and names are numbers. */
export interface LineIndex {
  readonly lines: readonly DoubleLine[]
  readonly days: Int32Array
  /** A number for each line's stream, counted from 0. */
  readonly streams: Int32Array
  /** A number for each name, 0 for none; equal names have equal numbers. */
  readonly names: Int32Array
  readonly patrons: Int32Array
  /** First and last day of each stream. */
  readonly spans: ReadonlyMap<number, { from: number; to: number }>
}

/** Lays lines out by day, then stream and key: what is found depends on no other order. */
export function indexLines(unsorted: readonly DoubleLine[]): LineIndex {
  const numbers = numberer(dayNumber)
  const day = unsorted.map((line) => numbers(line.day))
  const order = Array.from(unsorted, (_, i) => i).sort((a, b) => (day[a] ?? 0) - (day[b] ?? 0) || bySight(unsorted[a], unsorted[b]))
  const lines = order.flatMap((i) => unsorted[i] ?? [])
  const days = Int32Array.from(order, (i) => day[i] ?? 0)
  const named = new Map<string, number>()
  const number = numberer((text: string) => {
    const plain = plainName(text)
    if (plain === '') return 0
    const known = named.get(plain) ?? named.size + 1
    named.set(plain, known)
    return known
  })
  const spans = new Map<number, { from: number; to: number }>()
  for (const [i, { stream }] of lines.entries()) {
    const at = days[i] ?? 0
    const span = spans.get(stream)
    if (span) span.to = at
    else spans.set(stream, { from: at, to: at })
  }
  const numbered = new Map([...spans.keys()].map((stream, i) => [stream, i]))
  return {
    lines,
    days,
    streams: Int32Array.from(lines, ({ stream }) => numbered.get(stream) ?? 0),
    names: Int32Array.from(lines, ({ name }) => (name === undefined ? 0 : number(name))),
    patrons: Int32Array.from(lines, ({ patron }) => (patron === undefined ? 0 : number(patron))),
    spans,
  }
}

function bySight(a: DoubleLine | undefined, b: DoubleLine | undefined): number {
  if (!a || !b) return 0
  return a.stream - b.stream || (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)
}

/** The same function, asked once for each text. */
function numberer(of: (text: string) => number): (text: string) => number {
  const known = new Map<string, number>()
  return (text) => {
    const before = known.get(text)
    if (before !== undefined) return before
    const value = of(text)
    known.set(text, value)
    return value
  }
}

/** A name without case, accents, marks and order of its words: "Lovelace, Ada" is "ada lovelace". An address is left whole. */
export function plainName(name: string): string {
  const plain = name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().trim()
  if (plain.includes('@')) return plain
  return plain
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .sort()
    .join(' ')
}

/** Buckets by amount and currency, for lines that `takes` lets in; a line may stand in two of them, by gross and by net. */
export class Buckets {
  private readonly byAmount = new Map<number, Bucket>()
  private readonly currencies = new Map<string, number>()
  private readonly index: LineIndex

  constructor(index: LineIndex, takes: (line: DoubleLine) => boolean) {
    this.index = index
    for (const [i, line] of index.lines.entries()) {
      if (!takes(line)) continue
      this.put(i, line.gross)
      if (line.net !== line.gross) this.put(i, line.net)
    }
  }

  /** The lines of an amount in minor units of a currency; undefined for none. */
  at(currency: string, amount: number): Bucket | undefined {
    return this.byAmount.get(this.place(currency, amount))
  }

  private put(i: number, amount: number): void {
    const line = this.index.lines[i]
    if (!line || amount === 0) return
    const place = this.place(line.currency, amount)
    let bucket = this.byAmount.get(place)
    if (!bucket) this.byAmount.set(place, (bucket = { lines: [], byStream: new Map() }))
    bucket.lines.push(i)
    bucket.byStream.set(line.stream, (bucket.byStream.get(line.stream) ?? 0) + 1)
  }

  /** Amounts have at most 44 bits, and there are fewer than 512 currencies: one number holds both exactly. */
  private place(currency: string, amount: number): number {
    let number = this.currencies.get(currency)
    if (number === undefined) this.currencies.set(currency, (number = this.currencies.size))
    return amount * 512 + number
  }
}

/** The first place in a bucket at or after a day. */
export function firstOn(bucket: Bucket, days: Int32Array, day: number): number {
  let [low, high] = [0, bucket.lines.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((days[bucket.lines[middle] ?? 0] ?? 0) < day) low = middle + 1
    else high = middle
  }
  return low
}
