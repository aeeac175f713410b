import { divideHalfEven } from '#domain/money.ts'
import { addDays } from '#domain/month.ts'

/** Spreadsheets show and mean fifteen digits; what stands behind them in a file is the trace of binary fractions. */
const DIGITS = 15
const NUMBER = /^([+-]?)(\d*)\.?(\d*)(?:[eE]([+-]?\d{1,3}))?$/

/** A decimal number without a fraction: value = digits × 10^−scale. */
interface Decimal {
  digits: bigint
  scale: number
}

/**
 * A number as a spreadsheet file writes it (`19.989999999999998`, `1E-2`), as the decimal that the spreadsheet shows: `19.99`,
 * `0.01`. No floating point takes part. A text that is no number comes back as it is.
 */
export function decimalText(text: string): string {
  const decimal = decimalOf(text)
  return decimal ? written(decimal) : text
}

function decimalOf(text: string): Decimal | undefined {
  const [, sign, whole = '', fraction = '', exponent = '0'] = NUMBER.exec(text.trim()) ?? []
  if (sign === undefined || whole + fraction === '') return undefined
  const digits = BigInt(whole + fraction)
  const decimal = { digits: sign === '-' ? -digits : digits, scale: fraction.length - Number(exponent) }
  const extra = String(digits).length - DIGITS
  return extra > 0 ? { digits: divideHalfEven(decimal.digits, 10n ** BigInt(extra)), scale: decimal.scale - extra } : decimal
}

function written({ digits, scale }: Decimal): string {
  if (scale <= 0) return String(digits * 10n ** BigInt(-scale))
  const text = String(digits < 0n ? -digits : digits).padStart(scale + 1, '0')
  const fraction = text.slice(-scale).replace(/0+$/, '')
  const sign = digits < 0n ? '-' : ''
  return `${sign}${text.slice(0, -scale)}${fraction === '' ? '' : `.${fraction}`}`
}

/** How a number is meant that a format shows as a date, a time, or hours that were worked. */
export type CellFormat = 'number' | 'date' | 'time' | 'hours'

/** Formats that have a number in place of a code. ECMA-376 part 1, 18.8.30 */
const BUILT_IN: readonly (readonly [from: number, to: number, format: CellFormat])[] = [
  [14, 17, 'date'],
  [18, 21, 'time'],
  [22, 22, 'date'],
  [27, 36, 'date'],
  [45, 45, 'time'],
  [46, 46, 'hours'],
  [47, 47, 'time'],
  [50, 58, 'date'],
]

export function builtInFormat(id: number): CellFormat {
  return BUILT_IN.find(([from, to]) => id >= from && id <= to)?.[2] ?? 'number'
}

/** What a format's code makes of a number: letters of days, of times, or elapsed hours in brackets. */
export function formatOf(code: string): CellFormat {
  const bare = code.replace(/"[^"]*"|\\.|_.|\*./g, '').split(';')[0] ?? ''
  if (/\[(h+|m+|s+)\]/i.test(bare)) return 'hours'
  const letters = bare.replace(/\[[^[\]]*\]/g, '').replace(/General/i, '')
  if (/[dy]/i.test(letters)) return 'date'
  if (/[hs]/i.test(letters)) return 'time'
  return /m/i.test(letters) ? 'date' : 'number'
}

const SECONDS = 86_400n
const two = (n: bigint): string => String(n).padStart(2, '0')

/**
 * A spreadsheet's number under a format as text: `2024-06-30`, with its time where it has one; `10:38:06` for a time of day;
 * `26:15:00` for hours. Days count from 1900, with the leap day that 1900 never had, or from 1904.
 */
export function cellText(text: string, format: CellFormat, from1904: boolean): string {
  const decimal = format === 'number' ? undefined : decimalOf(text)
  if (!decimal || decimal.digits < 0n) return decimalText(text)
  const seconds =
    decimal.scale > 0
      ? divideHalfEven(decimal.digits * SECONDS, 10n ** BigInt(decimal.scale))
      : decimal.digits * 10n ** BigInt(-decimal.scale) * SECONDS
  if (format === 'hours') return clock(seconds)
  const days = seconds / SECONDS
  const time = seconds % SECONDS
  if (format === 'time' && days === 0n) return clock(time)
  // Beyond the year 9999 it is no date, whatever its format says.
  if (days > 2_958_465n) return decimalText(text)
  const day = dayOfSerial(Number(days), from1904)
  return time === 0n ? day : `${day} ${clock(time)}`
}

function clock(seconds: bigint): string {
  return `${two(seconds / 3600n)}:${two((seconds / 60n) % 60n)}:${two(seconds % 60n)}`
}

function dayOfSerial(days: number, from1904: boolean): string {
  if (from1904) return addDays('1904-01-01', days)
  return addDays('1899-12-30', days < 60 ? days + 1 : days)
}
