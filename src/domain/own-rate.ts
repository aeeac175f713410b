import type { OwnRate } from './book.ts'
import { exponentOf } from './currency.ts'
import type { RateSource } from './entry.ts'
import { decimalText, divideHalfEven, type Minor } from './money.ts'
import type { Day } from './month.ts'
import type { Converter, Rate } from './rate.ts'

/** Beyond this many minor units a line at home is a slip: of fewer, ninety still add up exactly. */
const MOST: Minor = 100_000_000_000_000

function divisor(a: bigint, b: bigint): bigint {
  return b === 0n ? a : divisor(b, a % b)
}

/** A rate from a fraction of minor units per minor unit. */
export function rateOf(over: bigint, under: bigint, facts: { source: RateSource; day: Day }): Rate {
  const common = divisor(over, under)
  const [times, by] = [over / common, under / common]
  return {
    ...facts,
    convert(amount) {
      if (amount === 0) return 0
      const converted = Number(divideHalfEven(BigInt(amount) * times, by))
      return Math.abs(converted) > MOST ? null : converted
    },
  }
}

/** Own rates into one home currency, ready to be asked. */
export interface OwnRates {
  /** The newest rate that holds on a day; null where there is none. */
  rate(currency: string, day: Day): Rate | null
}

/**
 * Own rates into the home currency, each used upside down where it is told from home; a rate that is told directly comes before one
 * that is turned. A rate of 0 is none.
 */
export function ownRates(own: readonly OwnRate[], home: string, source: 'own' | 'stream'): OwnRates {
  const found = new Map<string, { from: Day; over: bigint; under: bigint }[]>()
  const direct = own.filter((rate) => rate.against === home)
  const inverted = own.filter((rate) => rate.currency === home && rate.against !== home)
  for (const rate of [...direct, ...inverted]) {
    const [, whole = '', decimals = ''] = /^(\d+)(?:\.(\d+))?$/.exec(rate.rate) ?? []
    const value = BigInt(whole + decimals)
    const one = 10n ** BigInt(decimals.length)
    if (value === 0n) continue
    const currency = rate.against === home ? rate.currency : rate.against
    const fraction = rate.against === home ? { over: value, under: one } : { over: one, under: value }
    found.set(currency, [...(found.get(currency) ?? []), { from: rate.from, ...fraction }])
  }
  for (const rates of found.values()) rates.sort((a, b) => (a.from < b.from ? 1 : a.from > b.from ? -1 : 0))
  return {
    rate(currency, day) {
      const [exponent, homeExponent] = [exponentOf(currency), exponentOf(home)]
      const rate = found.get(currency)?.find(({ from }) => from <= day)
      if (!rate || exponent === undefined || homeExponent === undefined) return null
      const [up, down] = [10n ** BigInt(homeExponent), 10n ** BigInt(exponent)]
      return rateOf(rate.over * up, rate.under * down, { source, day: rate.from })
    },
  }
}

/** A stream's converter: its own rates (of a platform that converts by itself) come before what the book knows. */
export function streamConverter(own: readonly OwnRate[], home: string, book: Converter): Converter {
  const rates = ownRates(own, home, 'stream')
  return {
    rate: (currency, day, wholeMonth) => (currency === home ? null : rates.rate(currency, day)) ?? book.rate(currency, day, wholeMonth),
  }
}

const UNITS = 1_000_000

/** What one unit of a currency is worth at home, as a decimal text of up to six more decimals than money has; undefined for a slip. */
export function unitRate(rate: Rate, currency: string, home: string): string | undefined {
  const [exponent = 0, homeExponent = 0] = [exponentOf(currency), exponentOf(home)]
  const worth = rate.convert(UNITS * 10 ** exponent)
  if (worth === null) return undefined
  const text = decimalText(worth, homeExponent + 6)
  return text.replace(/(\.\d*?)0+$/, '$1').replace(/\.$/, '')
}
