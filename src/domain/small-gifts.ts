import { WHOLE } from './basis-points.ts'
import { bestRhythm, feeOf, isBearable } from './fee.ts'
import { median } from './income.ts'
import { divideHalfEven, type Minor } from './money.ts'
import type { Fee } from './publication.ts'
import { theilSen } from './theil-sen.ts'

/** What one payment and its fees were, in minor units of its own currency; both are above 0. */
export interface PaidFee {
  gross: Minor
  fees: Minor
}

/**
 * The fixed part and the share of what fees of payments of one kind were: the share is the median of the slopes between all pairs of
 * payments, in whole hundredths of a percent, the fixed part the median of what is left of each fee, neither under nothing. Null where
 * payments of one size do not show what part of a fee is fixed.
 */
export function feeRule(paid: readonly PaidFee[]): Fee | null {
  const slope = theilSen(distinct(paid).map(({ gross, fees }) => ({ x: gross, y: fees })))
  if (slope === null) return null
  const basisPoints = Math.min(WHOLE, Math.max(0, Math.trunc(slope * WHOLE + 0.5)))
  const fixed = median(paid.map(({ gross, fees }) => fees - feeOf(gross, { fixed: 0, basisPoints }))) ?? 0
  return { fixed: Math.max(0, fixed), basisPoints }
}

/** Pairs of more sizes than these would take longer than they tell. */
const SIZES = 100

/** Sizes that many payments share count once, the smallest first; of very many some, spread evenly. */
function distinct(paid: readonly PaidFee[]): PaidFee[] {
  const sizes = [...Map.groupBy(paid, ({ gross }) => gross)].sort(([a], [b]) => a - b)
  const step = Math.max(1, Math.ceil(sizes.length / SIZES))
  return sizes.filter((_, i) => i % step === 0).map(([gross, own]) => ({ gross, fees: median(own.map(({ fees }) => fees)) ?? 0 }))
}

/** A gift of a month whose fees take more than a tenth of it. */
export interface SmallGift extends PaidFee {
  /** What a month of it would cost if three were paid at once, in minor units; null where the fee's parts are not known. */
  quarterly: Minor | null
  /** The shortest rhythm in months at which fees take a tenth at most; null where none does, or it is not known. */
  rhythm: number | null
}

/** Whether fees took more than a tenth of a payment. */
export function isSmall({ gross, fees }: PaidFee): boolean {
  return !isBearable({ over: BigInt(fees), under: BigInt(gross) })
}

/** What a small gift of a month would cost by the quarter (FEATURES N15); never more than now. */
export function byQuarter({ gross, fees }: PaidFee, rule: Fee | null): SmallGift {
  if (rule === null) return { gross, fees, quarterly: null, rhythm: null }
  const quarterly = Number(divideHalfEven(BigInt(feeOf(3 * gross, rule)), 3n))
  return { gross, fees, quarterly: Math.min(fees, quarterly), rhythm: bestRhythm(gross, rule) }
}
