import { shareOf, WHOLE, type BasisPoints } from './basis-points.ts'
import { divideHalfEven, type Minor } from './money.ts'

/** What a wage loses before it is taken home. */
export interface WageDeductions {
  /** The employee's share of social contributions. */
  social: BasisPoints
  /** Income tax on the wage. */
  tax: BasisPoints
  /** The employee's own share of a health premium, of a month. */
  premium: Minor
}

/** What an employer pays besides the wage. */
export interface EmployerPays {
  /** The employer's part of a health premium, of a month. */
  premium: Minor
  /** Paid into a pension, of the wage. */
  pension: BasisPoints
  /** Paid leave of a year in hundredths of a month. */
  leave: number
}

/** A job to compare oneself with; what was said of it. */
export interface JobOffer extends WageDeductions {
  /** What it pays before deductions in a month; null while no offer is said. */
  wage: Minor | null
  employer: EmployerPays
  /** Minutes of self-directed work in a month, where the book's own hours are not to be taken; null for those. */
  minutes: number | null
}

/** W(1 − social − t) − premium. METRICS 13. */
export function takeHomeOfWage(wage: Minor, { social, tax, premium }: WageDeductions): Minor {
  return shareOf(wage, WHOLE - social - tax) - premium
}

/** The wage whose take-home is the given one: (N + premium)/(1 − social − t). METRICS 13; social and tax leave something. */
export function equivalentWage(takeHome: Minor, { social, tax, premium }: WageDeductions): Minor {
  return Number(divideHalfEven(BigInt(takeHome + premium) * BigInt(WHOLE), BigInt(WHOLE - social - tax)))
}

/** "And they would pay you": what an employer adds to a wage in a month, part by part. METRICS 13. */
export function besidesWage(wage: Minor, { premium, pension, leave }: EmployerPays): { premium: Minor; pension: Minor; leave: Minor } {
  return { premium, pension: shareOf(wage, pension), leave: Number(divideHalfEven(BigInt(wage) * BigInt(leave), 1_200n)) }
}

/** (takeHome(W) − takeHome(you)) ÷ hours: what an hour of self-directed work costs; below 0 freedom pays. METRICS 13; `minutes` above 0. */
export function priceOfFreedom({ job, own, minutes }: { job: Minor; own: Minor; minutes: number }): Minor {
  return Number(divideHalfEven(BigInt(job - own) * 60n, BigInt(minutes)))
}
