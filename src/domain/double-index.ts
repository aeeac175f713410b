import { sightName, type DoubleLine } from './double.ts'
import { dayNumber } from './month.ts'

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
  const ids = [...new Set(unsorted.map(({ stream }) => stream))].sort((a, b) => a - b)
  const numbers = new Map(ids.map((id, i) => [id, i]))
  const dayOf = remembered(dayNumber)
  const lines = inOrder(unsorted, ({ day, stream }) => dayOf(day) * numbers.size + (numbers.get(stream) ?? 0))
  const ofStream: StreamFacts[] = ids.map((id) => ({ id, platform: '', from: 0, to: -1 }))
  const ints = () => new Int32Array(lines.length)
  const floats = () => new Float64Array(lines.length)
  const index = {
    lines,
    days: ints(),
    streams: ints(),
    currencies: ints(),
    amounts: ints(),
    nets: ints(),
    names: ints(),
    patrons: ints(),
    paid: new Uint8Array(lines.length),
    signs: new Int8Array(lines.length),
    worth: floats(),
    left: floats(),
    moments: floats(),
    ofStream,
  }
  const amounts = new Amounts()
  const named = new Names()
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i]
    if (!line) continue
    const { gross, net, home, name, patron } = line
    const stream = numbers.get(line.stream) ?? 0
    const currency = amounts.currency(line.currency)
    index.days[i] = dayOf(line.day)
    index.streams[i] = stream
    index.currencies[i] = currency
    index.amounts[i] = amounts.number(currency, gross)
    index.nets[i] = net === 0 ? -1 : amounts.number(currency, net)
    index.paid[i] = gross !== 0 && PAID.has(line.kind) ? 1 : 0
    index.signs[i] = Math.sign(gross)
    index.worth[i] = home === null || net === 0 ? 0 : (home * gross) / net
    index.left[i] = home ?? 0
    index.moments[i] = momentOf(line.at)
    if (name !== undefined) index.names[i] = named.number(name)
    if (patron !== undefined) index.patrons[i] = named.number(patron)
    const facts = ofStream[stream]
    if (facts) Object.assign(facts, { platform: line.platform, to: index.days[i] }, facts.to < facts.from ? { from: index.days[i] } : {})
  }
  return { ...index, words: named.words }
}

/** By a whole number, then key; the numbers are sorted as such, and keys compared only where those are equal. */
function inOrder(unsorted: readonly DoubleLine[], numberOf: (line: DoubleLine) => number): DoubleLine[] {
  const count = unsorted.length
  const places = new Float64Array(count)
  for (let i = 0; i < count; i++) {
    const line = unsorted[i]
    if (line) places[i] = numberOf(line) * count + i
  }
  places.sort()
  const sorted: DoubleLine[] = []
  let run: DoubleLine[] = []
  let last = Number.NaN
  const end = () => {
    if (run.length > 1) run.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
    for (const line of run) sorted.push(line)
  }
  for (const place of places) {
    const number = Math.floor(place / count)
    const line = unsorted[place - number * count]
    if (!line) continue
    if (number !== last) {
      end()
      run = []
      last = number
    }
    run.push(line)
  }
  end()
  return sorted
}

/** 1 for each line that is not named among some sights. */
export function freeOf({ lines }: LineIndex, taken: ReadonlySet<string>): Uint8Array {
  const free = new Uint8Array(lines.length).fill(1)
  if (taken.size > 0) for (const [i, line] of lines.entries()) if (taken.has(sightName(line))) free[i] = 0
  return free
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
  readonly currency = remembered(() => this.byCurrency.push(new Map()) - 1)

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
