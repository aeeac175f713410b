import { compareFractions, netOf, type Fraction } from './fee.ts'
import { divideHalfEven, type Minor } from './money.ts'
import type { Fee } from './publication.ts'

/** How far a month carries a venture, in minor units of its own currency; `enough` is above 0. */
export interface Standing {
  net: Minor
  enough: Minor
}

/** A contribution: `monthly` minor units of the venture's currency, paid for so many months at once, by a way with this fee. */
export interface Contribution {
  monthly: Minor
  months: number
  fee: Fee
}

/** What is left of a contribution for each month, in minor units rounded half to even: the fee is taken once per payment. */
export function monthlyNet({ monthly, months, fee }: Contribution): Minor {
  return Number(divideHalfEven(BigInt(netOf(monthly * months, fee)), BigInt(months)))
}

/** What is missing of enough, in minor units; never below 0. */
export function gapOf({ net, enough }: Standing): Minor {
  return Math.max(enough - net, 0)
}

/**
 * What a contribution changes (N10): min(its monthly net, the remaining gap) ÷ the target, exactly. What goes beyond enough changes
 * nothing, so there is no reward for being nearly there.
 */
export function changeOf(standing: Standing, contribution: Contribution): Fraction {
  return { over: BigInt(Math.min(monthlyNet(contribution), gapOf(standing))), under: BigInt(standing.enough) }
}

/** Orders by what a contribution changes, most first; exact, so that equal changes are equal. */
export function byChange(a: Fraction, b: Fraction): number {
  return compareFractions(b, a)
}

/**
 * How far a contribution would carry a venture, in tenths of a percent of enough: "31.9 %" is 319. Floored, as every percentage that is
 * published: 100 % is said when it is reached. A venture that has enough already stays where it is.
 */
export function tenthsAfter(standing: Standing, contribution: Contribution): number {
  const after = BigInt(standing.net) + BigInt(Math.min(monthlyNet(contribution), gapOf(standing)))
  return after <= 0n ? 0 : Number((after * 1000n) / BigInt(standing.enough))
}

/** What ventures weigh when a sum is split by their published needs: what each still needs. All equal where none needs anything. */
export function needWeights(standings: readonly Standing[]): Minor[] {
  return standings.map(gapOf)
}
