import { exponentOf } from '#domain/currency.ts'
import { decimalText, type Minor } from '#domain/money.ts'
import { knownLocale } from './locale.ts'
import { isolated } from './isolated.ts'

/** Above this many whole units the cents are left out, except in tables. */
const CENTS_UP_TO = 100

export interface MoneyStyle {
  /** ISO 4217 code; the home currency where it is left out. */
  currency?: string
  /** `table` shows every decimal, `plain` none over 100, `compact` writes 1,200 as 1.2k. */
  style?: 'plain' | 'table' | 'compact'
  /** How what is left out is rounded; of two parts of a whole one is `nearest` and the other `rest`, so that they add up. */
  round?: 'nearest' | 'rest' | 'down' | 'up'
  /** Writes + before what is above 0. */
  signed?: boolean
}

/** Numbers and times in the words of one locale. All of it is display: nothing that is shown is calculated with. */
export interface Format {
  locale: string
  currency: string
  /** An amount of minor units: "€2,412", "−€3.50". */
  money(amount: Minor, style?: MoneyStyle): string
  /** An amount with every decimal, for tables: "€2,412.00". */
  exact(amount: Minor, currency?: string): string
  /** A share of 1: "12 %" as the locale writes it. */
  percent(share: number, signed?: boolean): string
  /** A share in hundredths of a percent, every digit of it: 765 is "7.65%" as the locale writes it. */
  share(basisPoints: number): string
  count(value: number): string
  /** A decimal text as the locale writes it, every digit of it. */
  decimal(text: string): string
  /** "November 2026" */
  month(month: string): string
  /** "November" */
  longMonth(month: string): string
  /** "Nov 2026" */
  shortMonth(month: string): string
  /** "Nov" */
  monthWord(month: string): string
  /** The month's first letter, as calendars head their columns. */
  narrowMonth(month: string): string
  /** "19 November 2026", or "November 19, 2026" in American. */
  day(day: string): string
  /** "19 Nov" */
  shortDay(day: string): string
  /** The day within its month as one says it: "19th". */
  ordinal(day: string): string
  /** "a, b and c" */
  list(parts: readonly string[]): string
}

const ROUNDING = { nearest: 'halfExpand', rest: 'halfTrunc', down: 'floor', up: 'ceil' } as const

interface MoneyShape extends MoneyStyle {
  currency: string
  digits: number
  display: 'narrowSymbol' | 'symbol' | 'code'
}

function moneyFormat(locale: string, { currency, digits, display, style = 'plain', round = 'nearest', signed = false }: MoneyShape) {
  return new Intl.NumberFormat(locale, {
    style: 'currency',
    currency,
    currencyDisplay: display,
    minimumFractionDigits: style === 'compact' ? 0 : digits,
    maximumFractionDigits: style === 'compact' ? 1 : digits,
    roundingMode: ROUNDING[round],
    signDisplay: signed ? 'exceptZero' : 'negative',
    ...(style === 'compact' && { notation: 'compact' as const }),
  })
}

/** The sign of a currency; the key is its code and how it is displayed. */
function signOf(locale: string, key: string): string {
  const [currency = '', display] = key.split(' ')
  const currencyDisplay = display === 'symbol' ? 'symbol' : 'narrowSymbol'
  const parts = new Intl.NumberFormat(locale, { style: 'currency', currency, currencyDisplay }).formatToParts(0)
  return parts.find((part) => part.type === 'currency')?.value ?? currency
}

/** Keeps every formatter it makes: making one costs far more than using it. */
function remembered<T>(make: (key: string) => T): (key: string) => T {
  const known = new Map<string, T>()
  return (key) => {
    const found = known.get(key) ?? make(key)
    known.set(key, found)
    return found
  }
}

function ordinalText(number: number): string {
  const suffixes: Record<string, string> = { one: 'st', two: 'nd', few: 'rd', other: 'th' }
  return `${number}${suffixes[new Intl.PluralRules('en', { type: 'ordinal' }).select(number)] ?? ''}`
}

/**
 * Makes the words of a locale; `currency` is the home currency. Amounts and numbers are written as the locale writes them. The app
 * speaks English, so names of months and lists are English whatever the locale, in the order of its own English where it is one.
 */
export function createFormat(wanted: string, currency: string): Format {
  const locale = knownLocale(wanted)
  const spoken = /^en\b/.test(locale) ? locale : 'en-GB'
  const dates = remembered((key) => {
    // The key is written by this file only: the options it stands for.
    const options = JSON.parse(key) as Intl.DateTimeFormatOptions
    return new Intl.DateTimeFormat(spoken, { ...options, timeZone: 'UTC' })
  })
  const date = (options: Intl.DateTimeFormatOptions, day: string) =>
    dates(JSON.stringify(options)).format(new Date(`${day.length === 7 ? `${day}-01` : day}T12:00:00Z`))
  const signs = remembered((key) => signOf(locale, key))
  // Two dollars are never shown by one sign.
  const displayOf = (code: string) => {
    if (code === currency) return 'narrowSymbol'
    return signs(`${code} symbol`) === signs(`${currency} narrowSymbol`) ? 'code' : 'symbol'
  }
  const moneys = new Map<string, Intl.NumberFormat>()
  const money = (amount: Minor, style: MoneyStyle = {}) => {
    const code = style.currency ?? currency
    const exponent = exponentOf(code) ?? 2
    const whole = Math.abs(amount) >= CENTS_UP_TO * 10 ** exponent
    const round = amount % 10 ** exponent === 0
    const digits = style.style === 'table' || !(whole || round) ? exponent : 0
    const key = `${code} ${digits} ${style.style} ${style.round} ${style.signed}`
    const format = moneys.get(key) ?? moneyFormat(locale, { ...style, currency: code, digits, display: displayOf(code) })
    moneys.set(key, format)
    // A decimal text is exact, where a number of whole units would not be; its shape is that of the type by construction.
    return trueMinus(format.format(decimalText(amount, exponent) as Intl.StringNumericLiteral))
  }
  const percents = remembered(
    (signed) =>
      new Intl.NumberFormat(locale, {
        style: 'percent',
        maximumFractionDigits: 0,
        signDisplay: signed === 'true' ? 'exceptZero' : 'negative',
      }),
  )
  const shares = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 2 })
  const counts = new Intl.NumberFormat(locale)
  const decimals = new Intl.NumberFormat(locale, { maximumFractionDigits: 12 })
  const lists = new Intl.ListFormat(spoken, { type: 'conjunction' })
  return {
    locale,
    currency,
    money,
    exact: (amount, code) => money(amount, { style: 'table', ...(code !== undefined && { currency: code }) }),
    percent: (share, signed = false) => trueMinus(percents(String(signed)).format(share)),
    // A decimal text is exact; its shape is that of the type by construction.
    share: (basisPoints) => trueMinus(shares.format(decimalText(basisPoints, 4) as Intl.StringNumericLiteral)),
    count: (value) => trueMinus(counts.format(value)),
    decimal: (text) => trueMinus(decimals.format(text as Intl.StringNumericLiteral)), // written as a decimal by whoever calls
    month: (month) => date({ month: 'long', year: 'numeric' }, month),
    longMonth: (month) => date({ month: 'long' }, month),
    shortMonth: (month) => date({ month: 'short', year: 'numeric' }, month),
    monthWord: (month) => date({ month: 'short' }, month),
    narrowMonth: (month) => date({ month: 'narrow' }, month),
    day: (day) => date({ day: 'numeric', month: 'long', year: 'numeric' }, day),
    shortDay: (day) => date({ day: 'numeric', month: 'short' }, day),
    ordinal: (day) => ordinalText(Number(day.slice(8, 10))),
    list: (parts) => lists.format(parts.map(isolated)),
  }
}

function trueMinus(text: string): string {
  return text.replace(/-/g, '\u2212')
}
