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
/** Marks of direction, which some locales print around an amount. */
const UNSEEN = /[\u200e\u200f\u061c]/g

/** How a locale writes amounts of one currency. */
interface Writing {
  /** Its digits and marks as ASCII has them. */
  plain: Map<string, string>
  /** What the currency is called, in small letters, the longest first: "euros", "€". */
  names: string[]
  /** The words and signs of these names. */
  signs: Set<string>
}

const writings = new Map<string, Writing>()

function writingOf(locale: string, currency: string): Writing {
  const key = `${locale} ${currency}`
  const known = writings.get(key)
  if (known) return known
  const parts = (['symbol', 'narrowSymbol', 'name'] as const).flatMap((currencyDisplay) => {
    const format = new Intl.NumberFormat(knownLocale(locale), { style: 'currency', currency, currencyDisplay })
    return [1, 2, 5].flatMap((amount) => format.formatToParts(amount))
  })
  const called = parts.flatMap(({ type, value }) => (type === 'currency' ? [value.replace(UNSEEN, '').toLowerCase()] : []))
  const names = [...new Set([...called, currency.toLowerCase()])].toSorted((a, b) => b.length - a.length)
  const made = { plain: plainMarks(locale), names, signs: new Set(names.flatMap((name) => name.match(SIGNS) ?? [])) }
  writings.set(key, made)
  return made
}

/** Digits and marks that are not ASCII's, each with the one that stands for it. */
function plainMarks(locale: string): Map<string, string> {
  const digits = new Intl.NumberFormat(knownLocale(locale), { useGrouping: false, minimumIntegerDigits: 10 }).format(123_456_789)
  const plain = new Map([...digits].map((digit, i) => [digit, String(i)]))
  const mark = decimalMark(locale)
  for (const { type, value } of new Intl.NumberFormat(knownLocale(locale)).formatToParts(1_234_567.5)) {
    if (type === 'decimal') plain.set(value, mark)
    if (type === 'group' && /^[^\s.,'’]$/u.test(value)) plain.set(value, other[mark])
  }
  return plain
}

/** The amount without what its currency is called before or after it; undefined where any other word or sign stands. */
function withoutNames(text: string, { names, signs }: Writing): string | undefined {
  const small = text.toLowerCase()
  const before = names.find((name) => small.startsWith(name))?.length ?? 0
  const after = names.find((name) => small.slice(before).endsWith(name))?.length ?? 0
  const rest = text.slice(before, text.length - after).trim()
  const hasDigits = (part: string) => /\d/.test(part)
  const isBeside = (sign: string, at: number) => !hasDigits(rest.slice(0, at)) || !hasDigits(rest.slice(at + sign.length))
  const fit = [...rest.matchAll(SIGNS)].every(({ 0: sign, index }) => signs.has(sign.toLowerCase()) && isBeside(sign, index))
  return fit ? rest.replace(SIGNS, '').trim() : undefined
}

/**
 * Reads what a person typed as minor units, by the locale's marks. The other mark is understood where it can only be one
 * (`12,50` in English); `1.234` in English stays unread, because it could be meant both ways. So do `12k` and another currency's sign.
 * Undefined for what cannot be read.
 */
export function readMoney(text: string, locale: string, currency: string): Minor | undefined {
  const exponent = exponentOf(currency)
  if (exponent === undefined) return undefined
  const writing = writingOf(locale, currency)
  const plain = [...text.replace(UNSEEN, '')].map((character) => writing.plain.get(character) ?? character)
  const bare = withoutNames(plain.join('').trim(), writing)
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
