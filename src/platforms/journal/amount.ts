import { exponentOf } from '#domain/currency.ts'
import { parseAmount, type DecimalMark, type Minor } from '#domain/money.ts'

/** An amount of one currency, in minor units. */
export interface Money {
  amount: Minor
  currency: string
}

const SYMBOLS: Readonly<Record<string, string>> = { $: 'USD', '€': 'EUR', '£': 'GBP', '¥': 'JPY' }
const NUMBER = /[-+\u2212]?\s*\d[\d.,'_ ]*/
const LARGEST: Minor = 10_000_000_000_000

/** What stands after an amount: what was paid for it, what it cost, and what the account then holds. */
const AFTER = /(?:@@?|\{|=).*$/

/** Reads `$-12.34`, `-€12`, `12.00 EUR`, `EUR 1.000,00`; undefined for what is no amount of a currency. */
export function moneyOf(text: string): Money | undefined {
  const bare = text.replace(AFTER, '').replace(/\s+/g, ' ').trim()
  const number = NUMBER.exec(bare)?.[0]
  if (number === undefined) return undefined
  const commodity = bare.replace(number, ' ').replaceAll('"', '')
  const isNegative = /^[-\u2212]/.test(number) || /[-\u2212]/.test(commodity)
  const word = commodity.replace(/[-+\u2212\s]/g, '')
  const currency = SYMBOLS[word] ?? word.toUpperCase()
  const exponent = exponentOf(currency)
  if (exponent === undefined) return undefined
  const digits = number.replace(/[-+\u2212\s_]/g, '').replace(/[.,]$/, '')
  const amount = parseAmount(digits, exponent, markOf(digits))
  if (amount === undefined || amount > LARGEST) return undefined
  return { amount: isNegative ? 0 - amount : amount, currency }
}

/** Whether what was moved is told in another currency as well, so that the postings need not add up. */
export function hasPrice(text: string): boolean {
  return /[@{]/.test(text)
}

/** The last mark is that of the decimals, but for one before three digits that stands alone. */
function markOf(digits: string): DecimalMark {
  const [comma, point] = [digits.lastIndexOf(','), digits.lastIndexOf('.')]
  if (comma < 0) return /\.\d{3}\..*/.test(digits) ? ',' : '.'
  return comma > point && !(point < 0 && /,\d{3}(,|$)/.test(digits)) ? ',' : '.'
}
