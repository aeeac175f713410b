import { divideHalfEven, type Minor } from './money.ts'

/** A share in hundredths of a percent: 2,500 is 25 %. Always a whole number. */
export type BasisPoints = number

export const WHOLE: BasisPoints = 10_000

/** So much of an amount, rounded half to even. */
export function shareOf(amount: Minor, share: BasisPoints): Minor {
  return Number(divideHalfEven(BigInt(amount) * BigInt(share), BigInt(WHOLE)))
}
