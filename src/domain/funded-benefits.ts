import { WHOLE, type BasisPoints } from './basis-points.ts'
import type { Minor } from './money.ts'
import { carries, type TaxModel } from './gross-up.ts'
import { monthly, neededLevels, yearOf, type Benefit, type NeedsPlan, type PlannedNeed } from './target-plan.ts'

/**
 * How much of each cost is paid, in basis points rounded down, when money fills them one after the other:
 * funded_j = clamp((left − Σ of those before) ÷ cost_j, 0, 1). FEATURES N5. Each cost is above 0.
 */
export function fundedShares(left: Minor, costs: readonly Minor[]): BasisPoints[] {
  let rest = Math.max(0, left)
  return costs.map((cost) => {
    const paid = Math.min(rest, cost)
    rest -= paid
    return Number((BigInt(paid) * BigInt(WHOLE)) / BigInt(cost))
  })
}

/** One benefit over some months. */
export interface FundedBenefit {
  benefit: Benefit
  text: string
  /** Of a month. */
  cost: Minor
  /** How much of it each month paid, oldest first. */
  shares: BasisPoints[]
  /** Months that paid all of it. */
  months: number
  /** Days off in a year, and how many of them these months paid for; null where the line names none. */
  days: { of: number; funded: number } | null
}

/**
 * Which benefits of a plan the months paid for, in their order: from what each month's net leaves after tax and months off, once the
 * bare needs that are no benefits are paid. All of it is in the basis of the needs, after income tax.
 */
export function fundedBenefits({ needs, model }: Pick<NeedsPlan, 'needs' | 'model'>, nets: readonly Minor[]): FundedBenefit[] {
  const lines = needs.filter((need): need is PlannedNeed & { benefit: Benefit } => need.benefit !== undefined)
  const costs = lines.map((line) => Math.max(1, monthly(line)))
  const byMonth = nets.map((net) => fundedShares(leftForBenefits(net, needs, model), costs))
  return lines.map(({ benefit, text, days }, j) => {
    const shares = byMonth.map((month) => month[j] ?? 0)
    const funded = Math.trunc((shares.reduce((sum, share) => sum + share, 0) * (days ?? 0)) / (WHOLE * Math.max(1, shares.length)))
    return {
      benefit,
      text,
      cost: costs[j] ?? 0,
      shares,
      months: shares.filter((share) => share === WHOLE).length,
      days: days === undefined ? null : { of: days, funded },
    }
  })
}

function leftForBenefits(net: Minor, needs: readonly PlannedNeed[], model: TaxModel): Minor {
  const { health } = yearOf(needs, 'comfortable')
  return carries(net, health, model) - neededLevels(needs.filter(({ benefit }) => benefit === undefined)).bare
}
