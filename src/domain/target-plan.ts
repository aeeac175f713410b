import { WHOLE, type BasisPoints } from './basis-points.ts'
import { grossUp, type GrossedUp, type TaxModel, type YearOfNeeds } from './gross-up.ts'
import { divideHalfEven, type Minor } from './money.ts'
import type { Month } from './month.ts'
import type { Need, NeedLevel } from './need.ts'
import { targetOf, type Levels, type Target } from './target.ts'

export const BENEFITS = ['health', 'pension', 'sick', 'holiday', 'parental', 'training', 'equipment'] as const
/** What an employer would pay for besides the wage. */
export type Benefit = (typeof BENEFITS)[number]

/** One line of what the book's own month is for; `amount` is of a month, or of a year. */
export interface PlannedNeed extends Need {
  per: 'month' | 'year'
  benefit?: Benefit | undefined
  /** Days off in a year that the line pays for. */
  days?: number | undefined
}

/** Levels as they were said, of money that is left after income tax. */
export interface AfterTaxPlan {
  kind: 'after-tax'
  levels: Levels
  tax: BasisPoints
}

/** A target made from needs, which are paid with what is left after income tax. */
export interface NeedsPlan {
  kind: 'needs'
  /** In their order of priority. */
  needs: PlannedNeed[]
  model: TaxModel
  /** Which preset the numbers began as. */
  preset: string
}

/** How a target was said that is not simply three amounts before income tax. */
export type TargetPlan = AfterTaxPlan | NeedsPlan

/** Belongs to the target of the same month, whose levels are worked out from it when it is said, and never again. */
export interface DatedPlan {
  from: Month
  plan: TargetPlan
}

const REACHED: Readonly<Record<NeedLevel, readonly NeedLevel[]>> = {
  bare: ['bare'],
  enough: ['bare', 'enough'],
  comfortable: ['bare', 'enough', 'comfortable'],
}

/** A line's amount of a year. */
export function yearly({ amount, per }: Pick<PlannedNeed, 'amount' | 'per'>): Minor {
  return per === 'year' ? amount : 12 * amount
}

/** A line's amount of a month, rounded half to even. */
export function monthly(need: Pick<PlannedNeed, 'amount' | 'per'>): Minor {
  return need.per === 'month' ? need.amount : twelfth(need.amount)
}

function twelfth(year: Minor): Minor {
  return Number(divideHalfEven(BigInt(year), 12n))
}

/** What a year of a level takes: each level holds all that is more urgent. */
export function yearOf(needs: readonly PlannedNeed[], level: NeedLevel): YearOfNeeds {
  const year = { needs: 0, health: 0 }
  for (const need of needs) {
    if (!REACHED[level].includes(need.level)) continue
    if (need.benefit === 'health') year.health += yearly(need)
    else year.needs += yearly(need)
  }
  return year
}

/** What each level's lines come to in a month, as they are paid: after income tax. */
export function neededLevels(needs: readonly PlannedNeed[]): Levels {
  const month = (level: NeedLevel): Minor => {
    const year = yearOf(needs, level)
    return twelfth(year.needs + year.health)
  }
  return { bare: month('bare'), enough: month('enough'), comfortable: month('comfortable') }
}

/** What each level takes, step by step. */
export function grossLevels({ needs, model }: Pick<NeedsPlan, 'needs' | 'model'>): Record<NeedLevel, GrossedUp> {
  const of = (level: NeedLevel) => grossUp(yearOf(needs, level), model)
  return { bare: of('bare'), enough: of('enough'), comfortable: of('comfortable') }
}

/**
 * The levels of a plan before income tax, which every month is held against. After-tax levels are rounded up: a month whose net,
 * less the tax on it, comes to the level after tax is a month whose net reaches the level before it.
 */
export function levelsOfPlan(plan: TargetPlan): Levels {
  if (plan.kind === 'after-tax') {
    const { bare, enough, comfortable } = plan.levels
    const before = (amount: Minor): Minor => beforeTax(amount, plan.tax)
    return { bare: before(bare), enough: before(enough), comfortable: before(comfortable) }
  }
  const { bare, enough, comfortable } = grossLevels(plan)
  return { bare: bare.income, enough: enough.income, comfortable: comfortable.income }
}

/** The least amount of which at least `after` is left once its tax is taken. `tax` is under a whole. */
export function beforeTax(after: Minor, tax: BasisPoints): Minor {
  const left = BigInt(WHOLE - tax)
  return Number((BigInt(after) * BigInt(WHOLE) + left - 1n) / left)
}

/** The plan of a target, by the month it holds from; undefined for one that was typed before income tax. */
export function planOf(plans: readonly DatedPlan[], from: Month | undefined): TargetPlan | undefined {
  return plans.find((plan) => plan.from === from)?.plan
}

/** The lines that a month is held against, and whether they were in force in it. */
export interface LinesOfMonth {
  plan: NeedsPlan
  inForce: boolean
}

/**
 * The lines in force in a month; where its target was made from none, the ones before it, else the first ones: what was needed was no
 * less needed before it was said. Null where no target was ever made from lines.
 */
export function linesOfMonth(targets: readonly Target[], plans: readonly DatedPlan[], month: Month): LinesOfMonth | null {
  const own = planOf(plans, targetOf(targets, month)?.from)
  if (own?.kind === 'needs') return { plan: own, inForce: true }
  const lines = plans
    .flatMap(({ from, plan }) => (plan.kind === 'needs' ? [{ from, plan }] : []))
    .toSorted((a, b) => (a.from < b.from ? -1 : 1))
  const other = lines.findLast(({ from }) => from <= month) ?? lines[0]
  return other ? { plan: other.plan, inForce: false } : null
}

/** Working days of a year: 12 × 21.75. */
const YEAR_DAYS = 261n

/** What days off cost in a year: so many days of all that is bare or enough and no benefit, by the working day. */
export function costOfDays(needs: readonly PlannedNeed[], days: number): Minor {
  const year = yearOf(
    needs.filter(({ benefit }) => benefit === undefined),
    'enough',
  )
  return Number(divideHalfEven(BigInt(year.needs) * BigInt(days), YEAR_DAYS))
}
