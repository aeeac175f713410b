import { divideHalfEven, NOTHING, partOf, split, type Amounts, type Minor } from './money.ts'
import { addMonths, monthsBetween, type Month } from './month.ts'

/** The months of the payment that a refund, chargeback or fee is tied to. `back` stands for what gives money back. */
export interface Spread {
  from: Month
  /** At least 1. */
  months: number
  back?: { native: TakeBack; home: TakeBack | null }
}

/** How far a payment is taken back already, in minor units of one currency. */
export interface TakeBack {
  /** The payment's gross. */
  of: Minor
  /** Refunds of the same payment that came before this one. */
  taken: Minor
}

/** What one month gets of a line. `home` is null where the line has no rate. */
export interface SmoothPart {
  month: Month
  native: Amounts
  home: Amounts | null
}

/**
 * How much of each month is gone once `taken` of a payment is taken back: the latest months first, each up to its share.
 * What goes beyond the payment, or below nothing, stands on the first month, so that the sum is always `taken`.
 */
function takenBy(taken: Minor, shares: readonly Minor[]): Minor[] {
  let left = Math.max(0, taken)
  const months = shares.toReversed().map((share) => {
    const part = Math.min(left, Math.max(0, share))
    left -= part
    return part
  })
  const [first = 0, ...later] = months.toReversed()
  return [first + left + Math.min(0, taken), ...later]
}

/** Takes an amount back from the end of a payment's months; a negative one is given back in the opposite order. */
function takeBack(amount: Minor, back: TakeBack, months: number): Minor[] {
  const shares = split(back.of, months)
  const before = takenBy(back.taken, shares)
  return takenBy(back.taken + amount, shares).map((part, i) => part - (before[i] ?? 0))
}

/** Splits an amount as another one was split, whose sum is not 0: by the running sum, so that nothing is lost. */
export function splitLike(amount: Minor, pattern: readonly Minor[]): Minor[] {
  const whole = pattern.reduce((sum, part) => sum + part, 0)
  let seen = 0
  let given = 0
  return pattern.map((part) => {
    seen += part
    const due = Number(divideHalfEven(BigInt(amount) * BigInt(seen), BigInt(whole)))
    const share = due - given
    given = due
    return share
  })
}

function evenly(amounts: Amounts, months: number): Amounts[] {
  const gross = split(amounts.gross, months)
  const fees = split(amounts.fees, months)
  const refunds = split(amounts.refunds, months)
  const tax = split(amounts.tax, months)
  return gross.map((part, i) => ({ gross: part, fees: fees[i] ?? 0, refunds: refunds[i] ?? 0, tax: tax[i] ?? 0 }))
}

function withRefunds(parts: Amounts[], refunds: readonly Minor[]): Amounts[] {
  return parts.map((part, i) => ({ ...part, refunds: refunds[i] ?? 0 }))
}

function isNothing(amounts: Amounts): boolean {
  return amounts.gross === 0 && amounts.fees === 0 && amounts.refunds === 0 && amounts.tax === 0
}

/**
 * A line in the Smoothed lens (PRODUCT rule 9): its four native and its four home amounts, each split over the months it covers.
 * The sum of the parts is the line, exactly, for each of the eight. `line.month` and `line.months` are its own place; the spread
 * of a tied line overrules it. Refunds with `back` take the latest covered months first; where the payment has no home value,
 * the home refunds follow the native ones. Months without money are left out, except the first.
 */
export function smoothed(
  line: { month: Month; months: number; native: Amounts; home: Amounts | null },
  spread: Spread | null,
): SmoothPart[] {
  const { from, months } = spread ?? { from: line.month, months: line.months }
  if (months === 1) return [{ month: from, native: line.native, home: line.home }]
  let native = evenly(line.native, months)
  let home = line.home && evenly(line.home, months)
  if (spread?.back) {
    const { back } = spread
    const refunds = takeBack(line.native.refunds, back.native, months)
    native = withRefunds(native, refunds)
    if (line.home && home) {
      if (back.home) home = withRefunds(home, takeBack(line.home.refunds, back.home, months))
      else if (line.native.refunds !== 0) home = withRefunds(home, splitLike(line.home.refunds, refunds))
    }
  }
  return native
    .map((part, i) => ({ month: addMonths(from, i), native: part, home: home && (home[i] ?? NOTHING) }))
    .filter((part, i) => i === 0 || holdsAnything(part))
}

/** The part that `smoothed` gives one month, without working out the others. */
export function smoothedIn(line: Parameters<typeof smoothed>[0], spread: Spread | null, month: Month): SmoothPart | undefined {
  if (spread?.back) return smoothed(line, spread).find((part) => part.month === month)
  const { from, months } = spread ?? { from: line.month, months: line.months }
  const at = monthsBetween(from, month)
  if (at < 0 || at >= months) return undefined
  const own = ({ gross, fees, refunds, tax }: Amounts): Amounts => ({
    gross: partOf(gross, months, at),
    fees: partOf(fees, months, at),
    refunds: partOf(refunds, months, at),
    tax: partOf(tax, months, at),
  })
  const part = { month, native: own(line.native), home: line.home && own(line.home) }
  return at === 0 || holdsAnything(part) ? part : undefined
}

function holdsAnything({ native, home }: SmoothPart): boolean {
  return !isNothing(native) || (home !== null && !isNothing(home))
}
