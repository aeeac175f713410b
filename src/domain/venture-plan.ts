import { allot } from './allotment.ts'
import type { Need, NeedLevel, VentureTarget } from './need.ts'
import { levelsOfPlan, yearly, type NeedsPlan } from './target-plan.ts'

/** A venture's target with what it was worked out from, where its needs were not simply said before income tax. */
export interface PlannedTarget extends VentureTarget {
  plan?: NeedsPlan | undefined
}

const LEVELS: readonly NeedLevel[] = ['bare', 'enough', 'comfortable']

/**
 * A plan's lines as needs before income tax, of a month: what tax, months off and fees add to a level is laid on its lines by what each
 * takes in a year, so that the lines come to the plan's levels to the cent (largest remainder). A line that comes to no cent is left out.
 */
export function needsOfPlan(plan: NeedsPlan): Need[] {
  const levels = levelsOfPlan(plan)
  const steps = { bare: levels.bare, enough: levels.enough - levels.bare, comfortable: levels.comfortable - levels.enough }
  const parts = Object.fromEntries(
    LEVELS.map((level) => [level, allot(steps[level], plan.needs.filter((need) => need.level === level).map(yearly)).values()]),
  )
  return plan.needs.flatMap(({ text, level }) => {
    const amount = parts[level]?.next().value ?? 0
    return amount > 0 ? [{ text, amount, level }] : []
  })
}
