import { WHOLE, type BasisPoints } from './basis-points.ts'
import type { Minor } from './money.ts'
import { carries } from './gross-up.ts'
import { monthly, neededLevels, yearOf, type Benefit, type NeedsPlan, type PlannedNeed } from './target-plan.ts'

/** What is paid of each cost when money fills them one after the other. */
export function paidInOrder(left: Minor, costs: readonly Minor[]): Minor[] {
  let rest = Math.max(0, left)
  return costs.map((cost) => {
    const paid = Math.min(rest, cost)
    rest -= paid
    return paid
  })
}

/**
 * How much of each cost is paid, in basis points rounded down, when money fills them one after the other:
 * funded_j = clamp((left − Σ of those before) ÷ cost_j, 0, 1). FEATURES N5. Each cost is above 0.
 */
export function fundedShares(left: Minor, costs: readonly Minor[]): BasisPoints[] {
  const paid = paidInOrder(left, costs)
  return costs.map((cost, i) => Number((BigInt(paid[i] ?? 0) * BigInt(WHOLE)) / BigInt(cost)))
}

/** One month with the lines that it is held against. */
export interface PlannedMonth {
  net: Minor
  plan: Pick<NeedsPlan, 'needs' | 'model'>
}

/** One benefit over some months. */
export interface FundedBenefit {
  benefit: Benefit
  text: string
  /** Of a month, as it stands now. */
  cost: Minor
  /** How much of it each month paid, oldest first; null for a month whose lines did not hold it. */
  shares: (BasisPoints | null)[]
  /** Months whose lines held it, and those of them that paid all of it. */
  planned: number
  months: number
  /** Days off in a year, and how many of them these months paid for; null where the line names none. */
  days: { of: number; funded: number } | null
}

type BenefitLine = PlannedNeed & { benefit: Benefit }

/**
 * Which benefits of the lines now the months paid for, in their order: from what each month's net leaves after tax and months off,
 * once the bare needs that are no benefits are paid, each month by the lines that it is held against. All of it is in the basis of
 * the needs, after income tax.
 */
export function fundedBenefits({ needs }: Pick<NeedsPlan, 'needs'>, months: readonly PlannedMonth[]): FundedBenefit[] {
  const lines = benefitLines(needs)
  const byMonth = months.map(({ net, plan }) => {
    const own = benefitLines(plan.needs)
    const { carried, bare } = beforeBenefits({ net, plan })
    const shares = fundedShares(carried - bare, own.map(cost))
    return lines.map((line) => shares[placeOf(line, own, lines)] ?? null)
  })
  return lines.map((line, j) => {
    const shares = byMonth.map((month) => month[j] ?? null)
    const known = shares.filter((share) => share !== null)
    const { benefit, text, days } = line
    const funded = Math.trunc((known.reduce((sum, share) => sum + share, 0) * (days ?? 0)) / (WHOLE * Math.max(1, known.length)))
    return {
      benefit,
      text,
      cost: cost(line),
      shares,
      planned: known.length,
      months: known.filter((share) => share === WHOLE).length,
      days: days === undefined ? null : { of: days, funded },
    }
  })
}

function benefitLines(needs: readonly PlannedNeed[]): BenefitLine[] {
  return needs.filter((need): need is BenefitLine => need.benefit !== undefined)
}

function cost(line: PlannedNeed): Minor {
  return Math.max(1, monthly(line))
}

/** Where a line of now stood among a month's: of the same kind and words, or the only one of its kind then and now; -1 if nowhere. */
function placeOf(line: BenefitLine, then: readonly BenefitLine[], now: readonly BenefitLine[]): number {
  const same = then.findIndex(({ benefit, text }) => benefit === line.benefit && text === line.text)
  if (same >= 0) return same
  const isOnly = (lines: readonly BenefitLine[]) => lines.filter(({ benefit }) => benefit === line.benefit).length === 1
  return isOnly(then) && isOnly(now) ? then.findIndex(({ benefit }) => benefit === line.benefit) : -1
}

/** Of a month's net what tax and months off leave, and the bare needs that are no benefits, which come first. */
export function beforeBenefits({ net, plan: { needs, model } }: PlannedMonth): { carried: Minor; bare: Minor } {
  const { health } = yearOf(needs, 'comfortable')
  const bare = neededLevels(needs.filter(({ benefit }) => benefit === undefined)).bare
  return { carried: carries(net, health, model), bare }
}

/** The benefits of a month in the order of its lines, each with its cost and what the month paid of it. */
export function paidBenefits(month: PlannedMonth): { text: string; cost: Minor; paid: Minor }[] {
  const { carried, bare } = beforeBenefits(month)
  const lines = benefitLines(month.plan.needs)
  const paid = paidInOrder(carried - bare, lines.map(cost))
  return lines.map((line, i) => ({ text: line.text, cost: cost(line), paid: paid[i] ?? 0 }))
}
