import { divideHalfEven, type Minor } from './money.ts'
import type { Fee } from './publication.ts'

/** Hundredths of a percent in the whole. */
const WHOLE = 10_000n
/** Months between payments that may be proposed, shortest first. */
export const PROPOSED_MONTHS = [1, 3, 6, 12] as const
/** Above this share of fees a longer rhythm is proposed: a tenth, Snowdrift's rule. */
const BEARABLE: Fraction = { over: 1n, under: 10n }

/** A number of at least 0 as a quotient of two big integers, not reduced; `under` is above 0. */
export interface Fraction {
  over: bigint
  under: bigint
}

/** Below 0 where a is less than b, 0 where they are equal, above 0 otherwise; exact. */
export function compareFractions(a: Fraction, b: Fraction): number {
  const difference = a.over * b.under - b.over * a.under
  return difference < 0n ? -1 : difference > 0n ? 1 : 0
}

/** A fraction as tenths of a percent, rounded half to even: 31/173 is 179, "17.9 %". */
export function tenthsOfPercent({ over, under }: Fraction): number {
  return Number(divideHalfEven(over * 1000n, under))
}

/** What a payment costs, in minor units: the fixed part, and the share rounded half to even. A fee is never above the payment. */
export function feeOf(amount: Minor, { fixed, basisPoints }: Fee): Minor {
  const share = Number(divideHalfEven(BigInt(amount) * BigInt(basisPoints), WHOLE))
  return Math.min(fixed + share, Math.max(amount, 0))
}

/** What is left of a payment after its fee, in minor units; never below 0. */
export function netOf(amount: Minor, fee: Fee): Minor {
  return Math.max(amount, 0) - feeOf(amount, fee)
}

/**
 * The share that fees take when `months` months of `monthly` minor units are paid at once, exactly: φ(k) = (F + r·k·a) / (k·a).
 * It may be above 1, where a fixed fee is more than the payment. `monthly` and `months` are at least 1.
 */
export function feeShare(monthly: Minor, fee: Fee, months: number): Fraction {
  if (monthly < 1 || months < 1)
    throw new RangeError(`Failed to share a fee: ${monthly} in ${months} months is no payment. Give 1 at least.`)
  const paid = BigInt(monthly) * BigInt(months)
  return { over: BigInt(fee.fixed) * WHOLE + BigInt(fee.basisPoints) * paid, under: paid * WHOLE }
}

/** Whether fees take a tenth at most. */
export function isBearable(share: Fraction): boolean {
  return compareFractions(share, BEARABLE) <= 0
}

/** The shortest rhythm, in months, at which fees take a tenth at most; null where none of them does. */
export function bestRhythm(monthly: Minor, fee: Fee, rhythms: readonly number[] = PROPOSED_MONTHS): number | null {
  return rhythms.find((months) => isBearable(feeShare(monthly, fee, months))) ?? null
}
