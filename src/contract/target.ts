import { z } from 'zod'
import { leavesSomething } from '#domain/gross-up.ts'
import { BENEFITS } from '#domain/target-plan.ts'
import { Minor, Month } from './money.ts'
import { Need } from './publication.ts'

/** What a month needs, before income tax, from a month on; minor units of the home currency; bare ≤ enough ≤ comfortable. */
export const Levels = z
  .object({ bare: Minor.min(0), enough: Minor.min(1), comfortable: Minor.min(1) })
  .refine((t) => t.bare <= t.enough && t.enough <= t.comfortable, 'bare must not be above enough, nor enough above comfortable')
  .meta({ id: 'Levels' })
export const Target = z.object({ from: Month, bare: Minor, enough: Minor, comfortable: Minor }).meta({ id: 'Target' })

/** Hundredths of a percent. */
const share = (most: number) => z.int().min(0).max(most)
/** What one amount of a plan may be, so that thirty of them, grossed up, are a safe integer still. */
const MOST = 100_000_000_000
const amount = Minor.min(0).max(MOST)

export const PlannedNeed = Need.extend({
  amount: Minor.min(1).max(MOST),
  /** Whether the amount is of a month or of a year. */
  per: z.enum(['month', 'year']),
  /** Set on what an employer would pay for besides the wage. */
  benefit: z.enum(BENEFITS).optional(),
  /** Days off in a year that the line pays for. */
  days: z.int().min(1).max(366).optional(),
}).meta({ id: 'PlannedNeed' })

const timeAndFees = {
  tax: share(9_500),
  /** Months of a year that bring nothing, in hundredths. */
  monthsOff: z.int().min(0).max(1_100),
  /** What platforms and cards keep. */
  fee: share(9_000),
}
/** How needs become what has to come in; shares in hundredths of a percent. METRICS 12. */
export const TaxModel = z
  .discriminatedUnion('shape', [
    z.object({ shape: z.literal('generic'), ...timeAndFees }),
    z.object({ shape: z.literal('us'), ...timeAndFees, pension: share(9_500), costs: amount }),
  ])
  .refine(leavesSomething, 'tax and pension must leave a twentieth of the profit at least')
  .meta({ id: 'TaxModel' })

const preset = z.string().max(40)
/** Lines of needs, paid with what is left after income tax, in order of priority. */
const NeedsPlan = z.object({
  kind: z.literal('needs'),
  needs: z.array(PlannedNeed).min(1, 'one need at least').max(40),
  model: TaxModel,
  preset,
})
/** Whether a month could be enough: luxury alone is no target. */
const isCounted = ({ needs }: { needs: readonly { level: string }[] }) => needs.some(({ level }) => level !== 'comfortable')
const COUNTED = 'one need must be bare or enough'
/** How a target was said that is not simply three amounts before income tax. */
export const TargetPlan = z
  .discriminatedUnion('kind', [
    /** Levels of money that is left after income tax. */
    z.object({ kind: z.literal('after-tax'), levels: Levels, tax: share(9_000) }),
    NeedsPlan,
  ])
  .refine((plan) => plan.kind !== 'needs' || isCounted(plan), COUNTED)
  .meta({ id: 'TargetPlan' })
export const DatedPlan = z.object({ from: Month, plan: TargetPlan }).meta({ id: 'DatedPlan' })

/** What a month of one venture needs before income tax, from a month on; in order of priority. */
export const VentureTarget = z
  .object({
    venture: z.int(),
    from: Month,
    needs: z.array(Need),
    /** What the needs were worked out from, where they were not simply said before income tax. */
    plan: NeedsPlan.optional(),
  })
  .meta({ id: 'VentureTarget' })
/** What a venture needs, as it is said: before income tax, or after it with what takes it there. */
export const VentureNeeds = z
  .union([
    z.object({
      needs: z
        .array(Need)
        .min(1, 'one need at least')
        .max(30)
        .refine((needs) => isCounted({ needs }), COUNTED),
    }),
    z.object({ plan: NeedsPlan.refine(isCounted, COUNTED) }),
  ])
  .meta({ id: 'VentureNeeds' })

export type VentureTarget = z.infer<typeof VentureTarget>
export type VentureNeeds = z.infer<typeof VentureNeeds>
export type Levels = z.infer<typeof Levels>
export type Target = z.infer<typeof Target>
