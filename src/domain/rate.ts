import type { OwnRate } from './book.ts'
import { exponentOf } from './currency.ts'
import type { RateSource } from './entry.ts'
import { eachPart, type Amounts, type Minor } from './money.ts'
import { dayFromNumber, dayNumber, lastDay, monthOf, type Day } from './month.ts'
import { ownRates, rateOf } from './own-rate.ts'

/** Days that a published rate stands for those after it: over every chain of holidays, never over a series that stopped. */
const CARRY_DAYS = 7

/** What one currency was worth on each publication day: units per 1 EUR, as integers of `decimals` decimals; 0 where none was told. */
export interface Series {
  decimals: number
  values: readonly number[]
}

/** Reference rates of the European Central Bank, or any other table of units per 1 EUR by day. */
export interface RateTable {
  /** Who published it, as shown. */
  source: string
  /** First and last publication day. */
  first: Day
  last: Day
  /** Codes with a series, EUR itself not among them. */
  currencies: readonly string[]
  /** Publication days as day numbers, rising. */
  days: readonly number[]
  series(currency: string): Series | undefined
}

/** How money of one currency and day becomes home money. */
export interface Rate {
  source: RateSource
  /** Publication day of the rate, or the day from which an own rate holds; absent for home money. */
  day?: Day
  /**
   * Minor units of the foreign currency into minor units of the home currency: exact, rounded half to even once. Null for an
   * amount that comes to more than any line may hold: it is a slip, of the amount or of an own rate.
   */
  convert(amount: Minor): Minor | null
}

export interface Converter {
  /**
   * The rate for money of a day, or null where there is none. `wholeMonth`: the line is known by its month only and takes the
   * month's mean (the arithmetic mean of the units per 1 EUR that were published in it, exact, for each of the two currencies).
   */
  rate(currency: string, day: Day, wholeMonth: boolean): Rate | null
}

/** Units of a currency per 1 EUR as a fraction. */
interface Quote {
  over: bigint
  under: bigint
  /** Day number of the newest publication it is taken from. */
  day: number
  estimated: boolean
}

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
const GAP = '~'
const digitOf = new Map([...DIGITS].map((digit, value) => [digit, value]))

/** Reads numbers of five bits a digit, lowest first, the sixth bit saying that more follow. */
function* numbersOf(text: string): Generator<{ gap: boolean; value: number }> {
  let gap = false
  let value = 0
  let weight = 1
  for (const letter of text) {
    if (letter === GAP) {
      gap = true
      continue
    }
    const digit = digitOf.get(letter)
    if (digit === undefined)
      throw new RangeError(`Failed to read a rate table: "${letter}" is no digit of it. Make it anew with npm run rates.`)
    value += (digit & 31) * weight
    weight *= 32
    if (digit & 32) continue
    yield { gap, value }
    gap = false
    value = 0
    weight = 1
  }
}

/** Even numbers count up from 0, odd ones down from −1, so that small steps either way stay short. */
function signed(value: number): number {
  return value % 2 === 0 ? value / 2 : -(value + 1) / 2
}

function readSeries(decimals: number, text: string, length: number): Series {
  const values = Array.from({ length }, () => 0)
  let at = 0
  let last = 0
  for (const { gap, value } of numbersOf(text)) {
    if (gap) {
      at += value
      continue
    }
    last += signed(value)
    values[at] = last
    at += 1
  }
  return { decimals, values }
}

function readDays(first: Day, text: string): number[] {
  const days = [dayNumber(first)]
  let last = dayNumber(first)
  for (const { value } of numbersOf(text)) days.push((last += value))
  return days
}

/**
 * Unpacks what `tools/ecb-table.ts` packs. Lines: the source; the first day and the steps from one publication day to the next;
 * then by currency its code, its decimals and the steps from value to value, `~n` standing for n days without one. A series is
 * unpacked when it is first asked for. Throws a RangeError for a text that is no such table.
 */
export function readRateTable(packed: string): RateTable {
  const [source = '', dayLine = '', ...lines] = packed.split('\n')
  const [first = '', steps = ''] = dayLine.split(' ')
  const days = readDays(first, steps)
  const packs = new Map<string, { decimals: number; text: string }>()
  for (const line of lines) {
    const [code = '', decimals = '', text = ''] = line.split(' ')
    packs.set(code, { decimals: Number(decimals), text })
  }
  const read = new Map<string, Series>()
  return {
    source,
    first,
    last: dayFromNumber(days.at(-1) ?? 0),
    currencies: [...packs.keys()],
    days,
    series(currency) {
      const known = read.get(currency)
      const pack = packs.get(currency)
      if (known || !pack) return known
      const series = readSeries(pack.decimals, pack.text, days.length)
      read.set(currency, series)
      return series
    },
  }
}

/** Index of the last publication on or before a day; −1 before the first. */
function publicationAt(days: readonly number[], day: number): number {
  let low = 0
  let high = days.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((days[middle] ?? 0) <= day) low = middle + 1
    else high = middle
  }
  return low - 1
}

function quoteAt(table: RateTable, currency: string, index: number): Omit<Quote, 'estimated'> | null {
  const day = table.days[index]
  if (day === undefined) return null
  if (currency === 'EUR') return { over: 1n, under: 1n, day }
  const series = table.series(currency)
  const value = series?.values[index]
  return series && value ? { over: BigInt(value), under: 10n ** BigInt(series.decimals), day } : null
}

/** Whether a value stands on some later publication day: then a missing one is a gap, not the end of the series. */
function goesOn(series: Series, index: number): boolean {
  return series.values.findIndex((value, i) => i > index && value !== 0) >= 0
}

/** The last value before a gap, where the series goes on after it. */
function quoteBefore(table: RateTable, currency: string, index: number): Omit<Quote, 'estimated'> | null {
  const series = table.series(currency)
  if (!series || !goesOn(series, index)) return null
  for (let i = index - 1; i >= 0; i -= 1) if (series.values[i]) return quoteAt(table, currency, i)
  return null
}

function dayQuote(table: RateTable, currency: string, day: number): Quote | null {
  const index = publicationAt(table.days, day)
  const last = table.days.length - 1
  if (index === last && day > (table.days[last] ?? 0)) {
    const quote = quoteAt(table, currency, last)
    return quote && { ...quote, estimated: true }
  }
  const quote = quoteAt(table, currency, index) ?? quoteBefore(table, currency, index)
  return quote && day - quote.day <= CARRY_DAYS ? { ...quote, estimated: false } : null
}

/** The mean of what was published in the month of a day; of a month that is not over in the table, of what there is. */
function monthQuote(table: RateTable, currency: string, day: Day): Quote | null {
  const end = dayNumber(lastDay(monthOf(day)))
  const before = publicationAt(table.days, dayNumber(`${monthOf(day)}-01`) - 1)
  const until = publicationAt(table.days, end)
  if (until === before) return dayQuote(table, currency, end)
  const published = []
  for (let i = before + 1; i <= until; i += 1) {
    const quote = quoteAt(table, currency, i)
    if (quote) published.push(quote)
  }
  const newest = published.at(-1)
  if (!newest) return null
  const over = published.reduce((sum, quote) => sum + quote.over, 0n)
  return { over, under: newest.under * BigInt(published.length), day: newest.day, estimated: table.last < lastDay(monthOf(day)) }
}

/** All four parts of a line in home money, or null where one of them is more than any line may hold. */
export function converted(amounts: Amounts, rate: Rate): Amounts | null {
  let fits = true
  const home = eachPart(amounts, (part) => {
    const value = rate.convert(part)
    if (value === null) fits = false
    return value ?? 0
  })
  return fits ? home : null
}

/**
 * Converts money of any currency and day into a book's home currency (PRODUCT rule 4). An own rate of the pair overrides, the
 * newest that holds on the day, used upside down where it is told from home. Else the table through EUR: the last publication,
 * at most 7 days old; after the table's end its last rate as an estimate; nothing before it, nor for a series that has ended.
 * What was asked once is remembered.
 */
export function converter(options: { home: string; table: RateTable; own: readonly OwnRate[] }): Converter {
  const { home, table } = options
  const own = ownRates(options.own, home, 'own')
  const homeRate: Rate = { source: 'home', convert: (amount) => amount }
  const remembered = { day: new Map<string, Map<Day, Rate | null>>(), month: new Map<string, Map<Day, Rate | null>>() }

  function find(currency: string, day: Day, wholeMonth: boolean): Rate | null {
    const exponent = exponentOf(currency)
    const homeExponent = exponentOf(home)
    if (exponent === undefined || homeExponent === undefined) return null
    const [up, down] = [10n ** BigInt(homeExponent), 10n ** BigInt(exponent)]
    const ownRate = own.rate(currency, day)
    if (ownRate) return ownRate
    const quote = (code: string) => (wholeMonth ? monthQuote(table, code, day) : dayQuote(table, code, dayNumber(day)))
    const from = quote(currency)
    const to = from && quote(home)
    if (!from || !to) return null
    const source = from.estimated || to.estimated ? 'estimated' : 'ecb'
    return rateOf(to.over * from.under * up, to.under * from.over * down, { source, day: dayFromNumber(Math.min(from.day, to.day)) })
  }

  return {
    rate(currency, day, wholeMonth) {
      if (currency === home) return homeRate
      const memory = wholeMonth ? remembered.month : remembered.day
      let days = memory.get(currency)
      if (!days) memory.set(currency, (days = new Map()))
      let rate = days.get(day)
      if (rate === undefined) days.set(day, (rate = find(currency, day, wholeMonth)))
      return rate
    },
  }
}
