import type { StreamKind } from './book.ts'
import { isIncome, type Entry } from './entry.ts'
import { divideHalfEven, NOTHING, plus, type Amounts, type Minor } from './money.ts'
import type { Day, Month } from './month.ts'

/** How income is placed in time. Cash: the day it was paid. Smoothed: over the months it covers (PRODUCT rule 9). */
export type Lens = 'cash' | 'smoothed'

/** How a page looks at income: the two lenses of the ledger, and what could be counted on before the month began. */
export type ViewLens = Lens | 'dependable'

/** Sums of counted ledger lines. `entries` counts lines. */
export interface Sums extends Amounts {
  entries: number
}

/** One cell of a roll-up: counted lines of one stream, month and original currency. */
export interface MonthCell {
  stream: number
  month: Month
  currency: string
  /** Sums in the original currency. */
  native: Sums
  /** The same in the home currency, or null where there is no rate. */
  home: Amounts | null
  /** Lines converted at a rate that stands in for one not yet published. */
  estimated: number
}

/** Counted net of one stream and month in the home currency. */
export interface MonthNet {
  stream: number
  month: Month
  net: Minor
}

/** Counted cash net of one day in the home currency, whole-month lines left out. */
export interface DayNet {
  day: string
  net: Minor
}

export const NO_SUMS: Sums = Object.freeze({ ...NOTHING, entries: 0 })

/** Adds part by part and counts the lines of both; both sides must be of one currency. */
export function plusSums(a: Sums, b: Sums): Sums {
  return { ...plus(a, b), entries: a.entries + b.entries }
}

/** What totals can be told by. `kind` is the stream's; `currency` the original one. */
export type Grouping = 'day' | 'month' | 'stream' | 'venture' | 'kind' | 'currency'

/** What a total needs to know of a stream. */
export interface StreamPlace {
  venture: number
  kind: StreamKind
}

export interface GroupOptions<By extends Grouping> {
  /** Fields to group by, in the order in which the rows are sorted; none for one total. */
  by: readonly By[]
  /** Needed when grouped by venture or kind. */
  streams?: ReadonlyMap<number, StreamPlace>
  home: string
  /** Every row in its original currency instead of the home currency. */
  native?: boolean
}

/** One total: the fields it is grouped by, and its sums in minor units of `currency`. */
export interface Group {
  day?: Day
  month?: Month
  stream?: number
  venture?: number
  kind?: StreamKind
  /** The original currency, where it is grouped by it. */
  original?: string
  currency: string
  sums: Sums
  /** Lines in it whose rate stands in for one not yet published. */
  estimated: number
  /** Set where the money has no rate and so stands in its own currency, in no home total. */
  unconverted?: true
}

interface Line extends MonthCell {
  day?: Day
}

function fieldsOf(
  line: Line,
  by: readonly Grouping[],
  streams: ReadonlyMap<number, StreamPlace> | undefined,
): Omit<Group, 'currency' | 'sums' | 'estimated'> {
  const fields: Omit<Group, 'currency' | 'sums' | 'estimated'> = {}
  const place = streams?.get(line.stream)
  for (const field of by) {
    if (field === 'day' && line.day !== undefined) fields.day = line.day
    else if (field === 'month') fields.month = line.month
    else if (field === 'stream') fields.stream = line.stream
    else if (field === 'currency') fields.original = line.currency
    else if (field === 'venture' && place) fields.venture = place.venture
    else if (field === 'kind' && place) fields.kind = place.kind
  }
  return fields
}

function compare(a: string | number | undefined, b: string | number | undefined): number {
  if (a === b) return 0
  if (a === undefined || b === undefined) return a === undefined ? -1 : 1
  return a < b ? -1 : 1
}

function order(by: readonly Grouping[]) {
  return (a: Group, b: Group): number => {
    for (const field of by) {
      const key = field === 'currency' ? 'original' : field
      const step = compare(a[key], b[key])
      if (step !== 0) return step
    }
    return compare(a.unconverted ? 1 : 0, b.unconverted ? 1 : 0) || compare(a.currency, b.currency)
  }
}

function group(lines: Iterable<Line>, options: GroupOptions<Grouping>): Group[] {
  const groups = new Map<string, Group>()
  for (const line of lines) {
    const converted = !options.native && line.home ? line.home : null
    const sums = converted ? { ...converted, entries: line.native.entries } : line.native
    const fields = fieldsOf(line, options.by, options.streams)
    if (!options.native && !converted) fields.unconverted = true
    const currency = converted ? options.home : line.currency
    const key = JSON.stringify([fields, currency])
    const known = groups.get(key)
    if (known) {
      known.sums = plusSums(known.sums, sums)
      known.estimated += line.estimated
    } else groups.set(key, { ...fields, currency, sums: plusSums(NO_SUMS, sums), estimated: line.estimated })
  }
  return [...groups.values()].sort(order(options.by))
}

/**
 * Totals of roll-up cells by any of month, stream, venture, kind and original currency. In the home currency, unless `native`;
 * money without a rate stands in rows of its own currency, marked `unconverted`. Rows add up: by whatever they are grouped,
 * the sum of the rows of one currency is the same.
 */
export function groupCells(cells: Iterable<MonthCell>, options: GroupOptions<Exclude<Grouping, 'day'>>): Group[] {
  return group(cells, options)
}

function* countedLines(entries: Iterable<Entry>): Generator<Line> {
  for (const entry of entries) {
    if (entry.uncounted !== undefined || !isIncome(entry.kind)) continue
    const { stream, month, day, currency, gross, fees, refunds, tax, home } = entry
    const estimated = entry.rate === 'estimated' ? 1 : 0
    yield { stream, month, day, currency, native: { gross, fees, refunds, tax, entries: 1 }, home, estimated }
  }
}

/** The same totals from ledger lines themselves, by day too: what the roll-ups are tested against. Transfers are left out. */
export function totalsOf(entries: Iterable<Entry>, options: GroupOptions<Grouping>): Group[] {
  return group(countedLines(entries), options)
}

/** The middle value; of an even count the mean of the two in the middle, rounded half to even. Null of nothing. */
export function median(values: readonly Minor[]): Minor | null {
  const sorted = values.toSorted((a, b) => a - b)
  const [low, high] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]]
  if (low === undefined || high === undefined) return null
  return Number(divideHalfEven(BigInt(low) + BigInt(high), 2n))
}
