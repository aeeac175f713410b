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

/** Signs that several currencies share; an amount with one is in none but these. */
const SHARED: ReadonlyMap<string, RegExp> = new Map([
  [
    '$',
    /^(USD|AUD|CAD|NZD|HKD|SGD|TWD|MXN|ARS|CLP|COP|UYU|BRL|DOP|CUP|CUC|NIO|MOP|TOP|WST|BBD|BMD|BND|BSD|BZD|CVE|FJD|GYD|JMD|KYD|LRD|NAD|SBD|SRD|TTD|XCD|ZWL)$/,
  ],
  ['£', /^(GBP|EGP|LBP|SYP|SDG|SSP|FKP|GIP|SHP|IEP|CYP|MTL|ITL)$/],
  ['¥', /^(JPY|CNY)$/],
])

/** Beyond this many minor units an amount is a misread number. */
const LARGEST: Minor = 10_000_000_000_000
/** With more decimals than this a number is no amount at all. */
const MOST_DECIMALS = 8

/** The currency that an amount's text names beside the number, by a code or by a sign of one currency alone. */
export function currencyIn(text: string): string | undefined {
  const code = /(?<![A-Za-z])[A-Z]{3}(?![A-Za-z])/.exec(text)?.[0]
  if (code !== undefined && isCurrency(code)) return code
  for (const [sign, currency] of SIGNS) if (text.includes(sign)) return currency
  return undefined
}

/** Whether a text names a currency, by code or by sign, that is not this one. */
function namesAnother(text: string, currency: string): boolean {
  const named = currencyIn(text)
  if (named !== undefined) return named !== currency
  return [...SHARED].some(([sign, currencies]) => text.includes(sign) && !currencies.test(currency))
}

/** Reads an amount of a currency, which may stand beside the number as well; a sentence why where it is none. */
export function readAmount(text: string, currency: string, mark: DecimalMark): Minor | string {
  const exponent = exponentOf(currency)
  if (exponent === undefined) return `"${currency}" is no currency that is known.`
  if (namesAnother(text, currency)) return `"${text}" names another currency than ${currency}, which this row is in.`
  const bare = text.replace(currency, '')
  const amount = parseAmount(bare, exponent, mark)
  if (amount !== undefined) return Math.abs(amount) > LARGEST ? `"${text}" is larger than any payment.` : amount
  if (parseAmount(bare, MOST_DECIMALS, mark) === undefined) {
    return `"${text}" is no amount of ${currency} with ${mark === ',' ? 'a comma' : 'a point'} before the decimals.`
  }
  return `"${text}" has more decimals than ${currency} does, which has ${exponent === 0 ? 'none' : exponent}.`
}

/** Whether a text looks like an amount of money in any style. */
export function looksLikeAmount(text: string): boolean {
  const bare = text.replace(/(?<![A-Za-z])[A-Z]{3}(?![A-Za-z])/, '').trim()
  return /\d/.test(bare) && (parseAmount(bare, 3, '.') !== undefined || parseAmount(bare, 3, ',') !== undefined)
}
