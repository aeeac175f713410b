import { exponentOf, isCurrency } from '#domain/currency.ts'
import { parseAmount, type DecimalMark, type Minor } from '#domain/money.ts'

/** Signs that belong to one currency alone; `$`, `£`, `¥` and `kr` do not. */
const SIGNS: ReadonlyMap<string, string> = new Map([
  ['€', 'EUR'],
  ['₹', 'INR'],
  ['₩', 'KRW'],
  ['₺', 'TRY'],
  ['₴', 'UAH'],
  ['₪', 'ILS'],
  ['₫', 'VND'],
  ['₱', 'PHP'],
  ['฿', 'THB'],
  ['₦', 'NGN'],
  ['₸', 'KZT'],
])

/** Beyond this many minor units an amount is a misread number. */
const LARGEST: Minor = 10_000_000_000_000

/** The currency that an amount's text names beside the number, by a code or by a sign of one currency alone. */
export function currencyIn(text: string): string | undefined {
  const code = /(?<![A-Za-z])[A-Z]{3}(?![A-Za-z])/.exec(text)?.[0]
  if (code !== undefined && isCurrency(code)) return code
  for (const [sign, currency] of SIGNS) if (text.includes(sign)) return currency
  return undefined
}

/** Reads an amount of a currency, which may stand beside the number as well. Undefined for anything else. */
export function readAmount(text: string, currency: string, mark: DecimalMark): Minor | undefined {
  const exponent = exponentOf(currency)
  if (exponent === undefined) return undefined
  const named = currencyIn(text)
  if (named !== undefined && named !== currency) return undefined
  const amount = parseAmount(text.replace(currency, ''), exponent, mark)
  return amount === undefined || Math.abs(amount) > LARGEST ? undefined : amount
}

/** Whether a text looks like an amount of money in any style. */
export function looksLikeAmount(text: string): boolean {
  const bare = text.replace(/(?<![A-Za-z])[A-Z]{3}(?![A-Za-z])/, '').trim()
  return /\d/.test(bare) && (parseAmount(bare, 3, '.') !== undefined || parseAmount(bare, 3, ',') !== undefined)
}
