import type { JobOffer } from '#contract/tax.ts'
import type { Time } from '#contract/time.ts'
import { takeHome, type TaxModel } from '#domain/gross-up.ts'
import { divideHalfEven, type Minor } from '#domain/money.ts'
import { besidesWage, equivalentWage, priceOfFreedom, takeHomeOfWage } from '#domain/salary.ts'
import { presetOf } from '#domain/tax-preset.ts'
import { yearOf, type TargetPlan } from '#domain/target-plan.ts'
import type { Format } from '#web/ui/format.ts'
import { meanOf } from './past-months.ts'

/** Full months from which a wage is compared with. */
export const LEAST_FREE_MONTHS = 3

/** By which numbers what one takes home is reckoned: the target's, else the share for tax; undefined where neither was said. */
export function ownModel(plan: TargetPlan | undefined, rate: number | undefined): TaxModel | undefined {
  if (plan?.kind === 'needs') return plan.model
  const tax = plan?.kind === 'after-tax' ? plan.tax : rate
  return tax === undefined ? undefined : { shape: 'generic', tax, monthsOff: 0, fee: 0 }
}

/** What a month of the last year left after tax and health cover, on average. */
export function ownTakeHome(nets: readonly Minor[], plan: TargetPlan | undefined, model: TaxModel): Minor {
  const health = plan?.kind === 'needs' ? yearOf(plan.needs, 'comfortable').health : 0
  return takeHome(meanOf(nets), health, model)
}

/** The offer that a preset knows: what a wage loses there, and what comes besides; its amounts only in its own currency. */
export function presetOffer(id: string, currency: string): JobOffer {
  const { wage, employer, currency: its } = presetOf(id)
  const own = (amount: Minor) => (its === currency ? amount : 0)
  return { wage: null, ...wage, premium: own(wage.premium), employer: { ...employer, premium: own(employer.premium) }, minutes: null }
}

/** Full weeks that must be known before hours are taken from them. */
const LEAST_WEEKS = 4

/** The full weeks of which anything is known. */
export function knownWeeks({ weeks }: Pick<Time, 'weeks'>): Time['weeks'] {
  return weeks.slice(0, -1).filter((week) => week.known)
}

/** Minutes of basic work in a month by the full weeks of which any is known, 52 of them in 12 months; null of fewer than four. */
export function basicMinutes(time: Pick<Time, 'weeks'>): number | null {
  const known = knownWeeks(time)
  const basic = known.reduce((sum, week) => sum + week.basic, 0)
  return known.length < LEAST_WEEKS || basic === 0 ? null : Number(divideHalfEven(BigInt(basic) * 52n, BigInt(known.length) * 12n))
}

/** What is left of a wage and of one's own month, and what the difference is by the hour. */
export interface Freedom {
  own: Minor
  /** The wage that would leave as much; null where nothing is left of one's own. */
  wage: Minor | null
  job: { takeHome: Minor; besides: ReturnType<typeof besidesWage>; perHour: Minor | null } | null
}

export function freedomOf(own: Minor, offer: JobOffer, minutes: number | null): Freedom {
  const { wage } = offer
  const job = wage === null ? null : takeHomeOfWage(wage, offer)
  return {
    own,
    wage: own > 0 ? equivalentWage(own, offer) : null,
    job:
      wage === null || job === null
        ? null
        : {
            takeHome: job,
            besides: besidesWage(wage, offer.employer),
            perHour: minutes === null ? null : priceOfFreedom({ job, own, minutes }),
          },
  }
}

/** What freedom costs, or pays, in one sentence. */
export function freedomSentence({ own, job }: Freedom, minutes: number | null, format: Format): string | undefined {
  if (!job) return undefined
  const hours = minutes === null ? '' : format.count(Math.round(minutes / 60))
  if (job.perHour === null || minutes === null) {
    if (job.takeHome === own) return 'The job would leave you as much.'
    const apart = format.money(Math.abs(job.takeHome - own))
    return job.takeHome > own
      ? `The job would leave you ${apart} more a month.`
      : `Freedom pays you: the job would leave you ${apart} less a month.`
  }
  if (job.perHour === 0) return `Freedom costs you nothing, for ${hours} hours a month.`
  const price = format.exact(Math.abs(job.perHour))
  return job.perHour > 0
    ? `Freedom costs you ${price} an hour, for ${hours} hours of your own work a month.`
    : `Freedom pays you ${price} an hour, for ${hours} hours of your own work a month.`
}
