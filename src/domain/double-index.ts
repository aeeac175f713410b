import { sightName, type DoubleLine } from './double.ts'
import { dayNumber, type Day } from './month.ts'

/** Lines by day, with what they are compared by worked out once, as columns of numbers: there may be millions of them. */
export interface LineIndex {
  readonly lines: readonly DoubleLine[]
  readonly days: Int32Array
  /** The number of each line's stream, counted from 0 by the streams' ids. */
  readonly streams: Int32Array
  readonly currencies: Int32Array
  /** A number for each amount before fees in its currency: equal ones have equal numbers, −1 is none. */
  readonly amounts: Int32Array
  /** The same of what is left after fees. */
  readonly nets: Int32Array
  /** 1 for a payment or what goes back of one. */
  readonly paid: Uint8Array
  /** −1 for money that goes back. */
  readonly signs: Int8Array
  /** What moved before fees, and what was left, in the home currency: measures to compare by, no amounts; 0 without a rate. */
  readonly worth: Float64Array
  readonly left: Float64Array
  /** Minutes of an instant or a wall time, which only compare with their like; NaN where only a day is told. */
  readonly moments: Float64Array
  /** A number for each name, 0 for none; equal names have equal numbers. */
  readonly names: Int32Array
  readonly patrons: Int32Array
  /** By a name's number, the numbers of its words; short ones are left out. */
  readonly words: readonly (readonly number[])[]
  /** By a stream's number. */
  readonly ofStream: readonly StreamFacts[]
}

export interface StreamFacts {
  id: number
  platform: string
  /** First and last day. */
  from: number
  to: number
}

const PAID = new Set(['payment', 'refund', 'chargeback'])

/** Lays lines out by day, then stream and key: what is found depends on no other order. */
export function indexLines(unsorted: readonly DoubleLine[]): LineIndex {
  const met = new Set<number>()
  for (const { stream } of unsorted) met.add(stream)
  const ids = [...met].sort((a, b) => a - b)
  const numbers = new Map(ids.map((id, i) => [id, i]))
  const { lines, days, streams } = inOrder(unsorted, numbers)
  const ofStream: StreamFacts[] = ids.map((id) => ({ id, platform: '', from: 0, to: -1 }))
  const ints = () => new Int32Array(lines.length)
  const floats = () => new Float64Array(lines.length)
  const [currencies, ofGross, ofNet, names, patrons] = [ints(), ints(), ints(), ints(), ints()]
  const [worth, left, moments] = [floats(), floats(), floats()]
  const [paid, signs] = [new Uint8Array(lines.length), new Int8Array(lines.length)]
  const amounts = new Amounts()
  const named = new Names()
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i]
    if (!line) continue
    const { gross, net, home } = line
    const currency = amounts.currency(line.currency)
    currencies[i] = currency
    ofGross[i] = amounts.number(currency, gross)
    ofNet[i] = net === gross ? (ofGross[i] ?? 0) : net === 0 ? -1 : amounts.number(currency, net)
    paid[i] = gross !== 0 && PAID.has(line.kind) ? 1 : 0
    signs[i] = Math.sign(gross)
    worth[i] = home === null || net === 0 ? 0 : (home * gross) / net
    left[i] = home ?? 0
    moments[i] = momentOf(line.at)
    if (line.name !== undefined) names[i] = named.number(line.name)
    if (line.patron !== undefined) patrons[i] = named.number(line.patron)
    const facts = ofStream[streams[i] ?? 0]
    if (!facts) continue
    if (facts.to < facts.from) facts.from = days[i] ?? 0
    facts.to = days[i] ?? 0
    facts.platform = line.platform
  }
  const { words } = named
  return {
    lines,
    days,
    streams,
    currencies,
    amounts: ofGross,
    nets: ofNet,
    paid,
    signs,
    worth,
    left,
    moments,
    names,
    patrons,
    words,
    ofStream,
  }
}

/** By day and stream, which are sorted as one number, then by key, which is compared only where those are equal. */
function inOrder(unsorted: readonly DoubleLine[], numbers: ReadonlyMap<number, number>): Pick<LineIndex, 'lines' | 'days' | 'streams'> {
  const count = unsorted.length
  const dayOf = dayReader()
  const places = new Float64Array(count)
  for (let i = 0; i < count; i++) {
    const line = unsorted[i]
    if (line) places[i] = (dayOf(line.day) * numbers.size + (numbers.get(line.stream) ?? 0)) * count + i
  }
  places.sort()
  const lines: DoubleLine[] = []
  const days = new Int32Array(count)
  const streams = new Int32Array(count)
  let began = 0
  let last = Number.NaN
  for (let i = 0; i <= count; i++) {
    const number = i < count ? Math.floor((places[i] ?? 0) / count) : Number.NaN
    if (number !== last) {
      if (i - began > 1) sortByKey(lines, began)
      began = i
      last = number
    }
    const line = unsorted[(places[i] ?? 0) - number * count]
    if (i === count || !line) continue
    lines.push(line)
    days[i] = Math.floor(number / numbers.size)
    streams[i] = number - (days[i] ?? 0) * numbers.size
  }
  return { lines, days, streams }
}

/** Sorts the last lines, from a place on. */
function sortByKey(lines: DoubleLine[], from: number): void {
  const sorted = lines.slice(from).sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
  for (const [i, line] of sorted.entries()) lines[from + i] = line
}

/** 1 for each line that is not named among some sights. */
export function freeOf({ lines }: LineIndex, taken: ReadonlySet<string>): Uint8Array {
  const free = new Uint8Array(lines.length).fill(1)
  if (taken.size > 0) for (const [i, line] of lines.entries()) if (taken.has(sightName(line))) free[i] = 0
  return free
}

/** Reads days as `dayNumber` does, each month once. */
function dayReader(): (day: Day) => number {
  const months = new Map<number, number>()
  return (day) => {
    const month = (twoDigits(day, 0) * 100 + twoDigits(day, 2)) * 12 + twoDigits(day, 5)
    let before = months.get(month)
    if (before === undefined) months.set(month, (before = dayNumber(`${day.slice(0, 7)}-01`) - 1))
    return before + twoDigits(day, 8)
  }
}

/** The same function, asked once for each text. */
export function remembered<T>(of: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>()
  return (text) => {
    const before = known.get(text)
    if (before !== undefined) return before
    const value = of(text)
    known.set(text, value)
    return value
  }
}

/** Numbers for amounts, by currency. */
class Amounts {
  private count = 0
  private readonly byCurrency: Map<number, number>[] = []
  private readonly byCode = remembered(() => this.byCurrency.push(new Map()) - 1)
  private last = { code: '', number: -1 }

  currency(code: string): number {
    // Lines of one stream and day mostly have one.
    if (code !== this.last.code) this.last = { code, number: this.byCode(code) }
    return this.last.number
  }

  number(currency: number, amount: number): number {
    const known = this.byCurrency[currency]
    const before = known?.get(amount)
    if (before !== undefined) return before
    known?.set(amount, this.count)
    return this.count++
  }
}

/** Numbers for names and for the words in them. */
class Names {
  readonly words: number[][] = [[]]
  private readonly plain = new Map<string, number>()
  private readonly wordCount = { last: 0 }
  private readonly word = remembered(() => (this.wordCount.last += 1))
  readonly number = remembered((name: string) => {
    const plain = plainName(name)
    const known = plain === '' ? 0 : this.plain.get(plain)
    if (known !== undefined) return known
    const words = plain.split(' ').filter((word) => word.length > 2)
    const number = this.words.push(words.map(this.word)) - 1
    this.plain.set(plain, number)
    return number
  })
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

/** Texts of other lengths, such as an instant and a wall time, come out far apart; months count as long as the longest. */
function momentOf(at: string): number {
  if (at.length < 19) return Number.NaN
  const days = ((twoDigits(at, 0) * 100 + twoDigits(at, 2)) * 12 + twoDigits(at, 5)) * 31 + twoDigits(at, 8)
  return (days * 24 + twoDigits(at, 11)) * 60 + twoDigits(at, 14) + at.length * 1e11
}

function twoDigits(text: string, at: number): number {
  return text.charCodeAt(at) * 10 + text.charCodeAt(at + 1) - 528
}
