import { exponentOf } from '#domain/currency.ts'
import { decimalText, parseAmount, type DecimalMark, type Minor } from '#domain/money.ts'
import { knownLocale } from './locale.ts'

/** The mark that a locale writes before decimals; a point where it is neither point nor comma. */
export function decimalMark(locale: string): DecimalMark {
  const mark = new Intl.NumberFormat(knownLocale(locale)).formatToParts(1.5).find((part) => part.type === 'decimal')?.value
  return mark === ',' ? ',' : '.'
}

const other = { '.': ',', ',': '.' } as const

/** Words and signs, each for itself: "CA$" is "CA" and "$". */
const SIGNS = /\p{L}+|\p{Sc}/gu
const signs = new Map<string, ReadonlySet<string>>()

/** What a currency is called where the locale is spoken: "EUR", "€", "euros". */
function signsOf(locale: string, currency: string): ReadonlySet<string> {
  const key = `${locale} ${currency}`
  const known = signs.get(key)
  if (known) return known
  const found = new Set<string>([currency.toLowerCase()])
  for (const currencyDisplay of ['symbol', 'narrowSymbol', 'name'] as const) {
    const format = new Intl.NumberFormat(knownLocale(locale), { style: 'currency', currency, currencyDisplay })
    const names = [1, 2, 5].flatMap((amount) => format.formatToParts(amount)).filter(({ type }) => type === 'currency')
    for (const { value } of names) for (const sign of value.match(SIGNS) ?? []) found.add(sign.toLowerCase())
  }
  signs.set(key, found)
  return found
}

/** The amount without what its currency is called before or after it; undefined where any other word or sign stands. */
function withoutSigns(text: string, known: ReadonlySet<string>): string | undefined {
  const hasDigits = (part: string) => /\p{N}/u.test(part)
  const isBeside = (sign: string, at: number) => !hasDigits(text.slice(0, at)) || !hasDigits(text.slice(at + sign.length))
  const fit = [...text.matchAll(SIGNS)].every(({ 0: sign, index }) => known.has(sign.toLowerCase()) && isBeside(sign, index))
  return fit ? text.replace(SIGNS, '').trim() : undefined
}

/**
 * Reads what a person typed as minor units, by the locale's marks. The other mark is understood where it can only be one
 * (`12,50` in English); `1.234` in English stays unread, because it could be meant both ways. So do `12k` and another currency's sign.
 * Undefined for what cannot be read.
 */
export function readMoney(text: string, locale: string, currency: string): Minor | undefined {
  const exponent = exponentOf(currency)
  if (exponent === undefined) return undefined
  const bare = withoutSigns(text, signsOf(locale, currency))
  if (bare === undefined) return undefined
  const mark = decimalMark(locale)
  const read = parseAmount(bare, exponent, mark)
  if (read !== undefined) return read
  const marks = bare.match(/[.,]/g) ?? []
  const onlyDecimals = marks.length === 1 && /[.,]\d{1,2}$/.test(bare)
  return onlyDecimals ? parseAmount(bare, exponent, other[mark]) : undefined
}

/** Writes minor units as a person would type them: no grouping, the locale's mark, no decimals that are all zero. */
export function typedMoney(amount: Minor, locale: string, currency: string): string {
  const text = decimalText(amount, exponentOf(currency) ?? 2).replace(/\.0+$/, '')
  return text.replace('.', decimalMark(locale))
}
