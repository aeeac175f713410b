import { feeOf } from '#domain/fee.ts'
import { divideHalfEven, type Minor } from '#domain/money.ts'
import type { Approval } from './approval.ts'

/** What a developer's use of free software is asked for in a year, in minor units of USD: https://opensourcepledge.com */
export const PLEDGE_BENCHMARK: { amount: Minor; currency: string } = { amount: 200_000, currency: 'USD' }

type Figured = Pick<Approval, 'lines' | 'rhythm' | 'bankFee' | 'developers'>

/** Sum of a year, in minor units. */
export function yearOf({ lines, rhythm }: Pick<Figured, 'lines' | 'rhythm'>): Minor {
  return lines.reduce((sum, { amount }) => sum + amount, 0) * (rhythm === 'monthly' ? 12 : 1)
}

/** Lines that are paid by transfer; what is paid in another way saves no fee. */
function transfersOf(lines: Figured['lines']): Figured['lines'] {
  return lines.filter(({ iban }) => iban !== '')
}

/**
 * What a year costs by bank and what the same would cost in fees by card, month by month:
 * saved = Σ twelve card fees of each line − number of transfers × the bank's fee. Below 0 where the bank takes more.
 */
export function feesOf({ lines, rhythm, bankFee }: Omit<Figured, 'developers'>): { cards: Minor; bank: Minor; saved: Minor } {
  const monthly = (amount: Minor) => (rhythm === 'monthly' ? amount : Number(divideHalfEven(BigInt(amount), 12n)))
  const transfers = transfersOf(lines)
  const cards = transfers.reduce((sum, { amount, fee }) => sum + 12 * feeOf(monthly(amount), fee), 0)
  const bank = transfers.length * (rhythm === 'monthly' ? 12 : 1) * bankFee
  return { cards, bank, saved: cards - bank }
}

/** A year's sum for each developer, in minor units rounded half to even; null where their number is not told. */
export function perDeveloper(approval: Figured): Minor | null {
  if (approval.developers === null || approval.developers < 1) return null
  return Number(divideHalfEven(BigInt(yearOf(approval)), BigInt(approval.developers)))
}
