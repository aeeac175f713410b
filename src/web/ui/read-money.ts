import { exponentOf } from '#domain/currency.ts'
import { decimalText, parseAmount, type DecimalMark, type Minor } from '#domain/money.ts'
import { knownLocale } from './locale.ts'

/** The mark that a locale writes before decimals; a point where it is neither point nor comma. */
export function decimalMark(locale: string): DecimalMark {
  const mark = new Intl.NumberFormat(knownLocale(locale)).formatToParts(1.5).find((part) => part.type === 'decimal')?.value
  return mark === ',' ? ',' : '.'
}

const other = { '.': ',', ',': '.' } as const

/**
 * Reads what a person typed as minor units, by the locale's marks. The other mark is understood where it can only be one
 * (`12,50` in English); `1.234` in English stays unread, because it could be meant both ways. Undefined for what cannot be read.
 */
export function readMoney(text: string, locale: string, currency: string): Minor | undefined {
  const exponent = exponentOf(currency)
  if (exponent === undefined) return undefined
  const bare = text.replace(/\p{L}+/gu, '').trim()
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
