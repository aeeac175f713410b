/**
 * An amount in minor units (cents of EUR, yen of JPY, fils of KWD): always a safe integer, never a fraction.
 * The currency stands beside it; its exponent is in `currency.ts`.
 */
export type Minor = number

/** The four parts of a ledger line in minor units of one currency; refunds and fees are positive when money leaves. */
export interface Amounts {
  gross: Minor
  fees: Minor
  refunds: Minor
  /** Income tax withheld at the source: told beside the net, never subtracted. */
  tax: Minor
}

export const NOTHING: Amounts = Object.freeze({ gross: 0, fees: 0, refunds: 0, tax: 0 })

/** net = gross − fees − refunds, in minor units. */
export function net(amounts: Amounts): Minor {
  return amounts.gross - amounts.fees - amounts.refunds
}

/** Adds part by part; both sides must be of one currency. */
export function plus(a: Amounts, b: Amounts): Amounts {
  return {
    gross: a.gross + b.gross,
    fees: a.fees + b.fees,
    refunds: a.refunds + b.refunds,
    tax: a.tax + b.tax,
  }
}

/** Applies one function to each of the four parts. */
export function eachPart(amounts: Amounts, change: (part: Minor) => Minor): Amounts {
  return {
    gross: change(amounts.gross),
    fees: change(amounts.fees),
    refunds: change(amounts.refunds),
    tax: change(amounts.tax),
  }
}

/**
 * a ÷ b rounded half to even (banker's rounding), on big integers; b must not be 0.
 * https://en.wikipedia.org/wiki/Rounding#Rounding_half_to_even
 */
export function divideHalfEven(a: bigint, b: bigint): bigint {
  if (b === 0n) throw new RangeError('Failed to divide: the divisor is 0.')
  const [dividend, divisor] = b < 0n ? [-a, -b] : [a, b]
  const quotient = dividend / divisor
  const rest = dividend % divisor
  const twice = (rest < 0n ? -rest : rest) * 2n
  const away = dividend < 0n ? -1n : 1n
  if (twice > divisor) return quotient + away
  if (twice < divisor) return quotient
  return quotient % 2n === 0n ? quotient : quotient + away
}

/**
 * Splits an amount into equal parts whose sum is the amount; spare units go to the earliest parts.
 * 100 in 3 parts is 34, 33, 33; −100 is −34, −33, −33. `parts` is a whole number of at least 1.
 */
export function split(amount: Minor, parts: number): Minor[] {
  if (!Number.isInteger(parts) || parts < 1) throw new RangeError(`Failed to split: ${parts} is not a number of parts.`)
  return Array.from({ length: parts }, (_, i) => partOf(amount, parts, i))
}

/** The part of a place, from 0 on, of an amount that is split into so many: what `split` gives there. */
export function partOf(amount: Minor, parts: number, place: number): Minor {
  const rest = amount % parts
  return (amount - rest) / parts + (place < Math.abs(rest) ? Math.sign(rest) : 0) || 0
}

/** How a text writes its decimals: `1,234.56` or `1.234,56`. */
export type DecimalMark = '.' | ','

/** Left-to-right and right-to-left marks, which some locales print around a minus sign. */
const DIRECTION_MARKS = /[\u200e\u200f\u061c]/g
const NUMBER: Record<DecimalMark, RegExp> = {
  '.': /^(\d+|[1-9]\d{0,2}(?:([,' ])\d{3})(?:\2\d{3})*)?(?:\.(\d+))?$/,
  ',': /^(\d+|[1-9]\d{0,2}(?:([.' ])\d{3})(?:\2\d{3})*)?(?:,(\d+))?$/,
}

/** Takes one sign, brackets for a negative, and one currency sign off a number; undefined where they contradict each other. */
function bareNumber(text: string): { negative: boolean; digits: string } | undefined {
  const plain = text
    .replace(DIRECTION_MARKS, '')
    .replace(/\s/g, ' ')
    .replace(/\u2212/g, '-')
    .replace(/\u2019/g, "'")
    .trim()
  const match = /^([+-]?) ?(\p{Sc}?) ?([+-]?|\() ?([^+()-]*?) ?(\)?) ?(\p{Sc}?) ?(-?)$/u.exec(plain.replace(/^\( ?(\p{Sc}) ?/u, '$1('))
  if (!match) return undefined
  const [, before = '', sign = '', inner = '', digits = '', closing = '', signAfter = '', after = ''] = match
  const signs = [before, inner === '(' ? '-' : inner, after].filter((found) => found !== '')
  if (signs.length > 1 || (sign !== '' && signAfter !== '') || (inner === '(') !== (closing === ')')) return undefined
  return { negative: signs[0] === '-', digits }
}

/** Digits with or without decimals, as machines write amounts and most files hold them: read in a tenth of the time. */
function plainAmount(text: string, exponent: number, mark: DecimalMark): Minor | undefined {
  const start = text.charCodeAt(0) === 45 ? 1 : 0
  if (text.length - start > 13) return undefined
  let value = 0
  let point = -1
  for (let i = start; i < text.length; i++) {
    const digit = text.charCodeAt(i) - 48
    if (digit >= 0 && digit <= 9) value = value * 10 + digit
    else if (point < 0 && i > start && text[i] === mark) point = i
    else return undefined
  }
  const decimals = point < 0 ? 0 : text.length - point - 1
  if (text.length === start || decimals > exponent || point === text.length - 1) return undefined
  value *= 10 ** (exponent - decimals)
  return start === 1 ? 0 - value : value
}

/**
 * Reads a decimal text as minor units, exactly: "1,234.50" with exponent 2 is 123450.
 * Takes a sign before or after a currency sign (`$-0.53`, `-$1.17`), a minus at the end, brackets for a negative (`(5.00)`),
 * U+2212, and groups of three parted by the other mark, an apostrophe or any one space. Returns undefined for anything else,
 * also for an empty text, for groups of another size or after a leading zero, and for more decimals than the currency has
 * (unless they are zeros): a caller complains, it never takes 0.
 */
export function parseAmount(text: string, exponent: number, mark: DecimalMark = '.'): Minor | undefined {
  const plain = plainAmount(text, exponent, mark)
  if (plain !== undefined) return plain
  const bare = bareNumber(text)
  const match = bare && NUMBER[mark].exec(bare.digits)
  if (!match || (!match[1] && !match[3])) return undefined
  const whole = (match[1] ?? '0').replace(/[.,' ]/g, '')
  const decimals = (match[3] ?? '').replace(/0+$/, '')
  if (decimals.length > exponent) return undefined
  const value = Number(whole + decimals.padEnd(exponent, '0'))
  if (!Number.isSafeInteger(value)) return undefined
  return bare.negative ? 0 - value : value
}

/** Writes minor units as a plain decimal text: 123450 with exponent 2 is "1234.50", −5 is "-0.05". */
export function decimalText(amount: Minor, exponent: number): string {
  const digits = String(Math.abs(amount)).padStart(exponent + 1, '0')
  const text = exponent === 0 ? digits : `${digits.slice(0, -exponent)}.${digits.slice(-exponent)}`
  return amount < 0 ? `-${text}` : text
}
