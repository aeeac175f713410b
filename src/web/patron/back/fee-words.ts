import type { PublicWay } from '#contract/public.ts'
import { monthlyNet } from '#domain/change.ts'
import { feeShare, netOf, tenthsOfPercent } from '#domain/fee.ts'
import type { Minor } from '#domain/money.ts'
import type { Fee } from '#domain/publication.ts'

/** What reaches the maker of an amount by the month, for one rhythm. */
export interface FeeLine {
  rhythm: 'monthly' | 'quarterly' | 'yearly'
  /** Of each month's amount, minor units. */
  net: Minor
  /** Tenths of a percent that fees take. */
  tenths: number
}

const MONTHS = { monthly: 1, quarterly: 3, yearly: 12 } as const

/** What a way costs; a transfer costs the recipient nothing that is known here. */
export function feeOfWay(way: PublicWay): Fee {
  return way.kind === 'bank' ? { fixed: 0, basisPoints: 0 } : way.fee
}

/** Fees by rhythm, shortest first (FEATURES.md, N15): small gifts lose least when they come together. */
export function feeLines(monthly: Minor, fee: Fee): FeeLine[] {
  return (['monthly', 'quarterly', 'yearly'] as const).map((rhythm) => ({
    rhythm,
    net: monthlyNet({ monthly, months: MONTHS[rhythm], fee }),
    tenths: tenthsOfPercent(feeShare(monthly, fee, MONTHS[rhythm])),
  }))
}

/** What reaches the maker of one payment. */
export function netOfPayment(payment: Minor, fee: Fee): Minor {
  return netOf(payment, fee)
}

export function isFree({ fixed, basisPoints }: Fee): boolean {
  return fixed === 0 && basisPoints === 0
}
