import { WHOLE, type BasisPoints } from './basis-points.ts'
import { divideHalfEven, type Minor } from './money.ts'

interface TimeAndFees {
  /** Income tax; of the generic shape with all contributions on profit. */
  tax: BasisPoints
  /** Months of a year that bring nothing, in hundredths: 125 is a month and a quarter. Under 1,200. */
  monthsOff: number
  /** What platforms and cards keep of what is paid. */
  fee: BasisPoints
}

export interface GenericModel extends TimeAndFees {
  shape: 'generic'
}

/** Self-employment tax on 92.35 % of the profit, half of it and health cover deducted from income tax. */
export interface UsModel extends TimeAndFees {
  shape: 'us'
  /** Share of the profit that is put into a pension. */
  pension: BasisPoints
  /** What the business costs in a month. */
  costs: Minor
}

/** How what one needs becomes what has to come in (METRICS 12). */
export type TaxModel = GenericModel | UsModel

/** What a year is for, in minor units. A year, because a twelfth of a yearly bill may be no whole cent. */
export interface YearOfNeeds {
  needs: Minor
  /** Health cover, not in `needs`: one shape deducts it from income tax. */
  health: Minor
}

/** What a month has to bring, in minor units. */
export interface GrossedUp {
  /** Before income tax, in a month that is worked. */
  profit: Minor
  /** Before income tax, after fees, with months off and costs of the business in it: what a target is held against. */
  income: Minor
  /** Before fees: what those who pay are charged. */
  charged: Minor
}

interface Fraction {
  top: bigint
  bottom: bigint
}

/** 0.9235 · 15.3 %, exactly. */
const SELF_EMPLOYMENT = { top: 1_412_955n, bottom: 10_000_000n }
const POINTS = BigInt(WHOLE)
const MONTHS = 12n

/** What is left of a profit after what the model takes of it. Of the US shape: 1 − s − t(1 − s/2) − ρ, s the self-employment tax. */
function leftShare(model: TaxModel): Fraction {
  const tax = BigInt(model.tax)
  if (model.shape === 'generic') return { top: POINTS - tax, bottom: POINTS }
  const { top: s, bottom } = SELF_EMPLOYMENT
  const half = 2n * bottom
  return { top: (half - 2n * s) * POINTS - tax * (half - s) - BigInt(model.pension) * half, bottom: half * POINTS }
}

/** The least that must be left of a profit: with less, no target could be told. */
const LEAST_LEFT = { top: 5n, bottom: 100n }

/** Whether a model leaves a twentieth of the profit at least, so that there is something to work out. */
export function leavesSomething(model: TaxModel): boolean {
  const { top, bottom } = leftShare(model)
  return top * LEAST_LEFT.bottom >= bottom * LEAST_LEFT.top
}

function rounded({ top, bottom }: Fraction): Minor {
  return Number(divideHalfEven(top, bottom))
}

/** METRICS 12, both formulas. Needs of nothing take nothing, whatever the business costs. */
export function grossUp({ needs, health }: YearOfNeeds, model: TaxModel): GrossedUp {
  if (needs + health === 0) return { profit: 0, income: 0, charged: 0 }
  const left = leftShare(model)
  const us = model.shape === 'us'
  // Health cover of the US shape is paid before income tax.
  const deducted = us ? POINTS - BigInt(model.tax) : POINTS
  const profit = {
    top: (BigInt(needs) * POINTS + BigInt(health) * deducted) * left.bottom,
    bottom: POINTS * left.top * MONTHS,
  }
  const costs = us ? BigInt(model.costs) : 0n
  const year = 1_200n
  const income = { top: (profit.top + costs * profit.bottom) * year, bottom: profit.bottom * (year - BigInt(model.monthsOff)) }
  const charged = { top: income.top * POINTS, bottom: income.bottom * (POINTS - BigInt(model.fee)) }
  return { profit: rounded(profit), income: rounded(income), charged: rounded(charged) }
}

/** What is left of a month's net for needs and health cover together, once tax and a share for months off are taken: the way back. */
export function carries(net: Minor, health: Minor, model: TaxModel): Minor {
  const year = 1_200n
  const worked = { top: BigInt(net) * (year - BigInt(model.monthsOff)), bottom: year }
  return leftOf(worked, health, model)
}

/** What is left of a month's net after tax and health cover, as of a wage after its deductions: nothing is kept for months off. */
export function takeHome(net: Minor, health: Minor, model: TaxModel): Minor {
  return leftOf({ top: BigInt(net), bottom: 1n }, health, model) - Number(divideHalfEven(BigInt(health), MONTHS))
}

/** Of a month's profit and costs: what is left for needs and health; `health` is of a year. */
function leftOf({ top, bottom }: Fraction, health: Minor, model: TaxModel): Minor {
  const left = leftShare(model)
  if (model.shape === 'generic') return rounded({ top: top * left.top, bottom: bottom * left.bottom })
  const profit = top - BigInt(model.costs) * bottom
  // What is not owed as income tax because of the health cover: H · t, by the month.
  const relief = { top: BigInt(health) * BigInt(model.tax), bottom: POINTS * MONTHS }
  return rounded({
    top: profit * left.top * relief.bottom + relief.top * bottom * left.bottom,
    bottom: bottom * left.bottom * relief.bottom,
  })
}
