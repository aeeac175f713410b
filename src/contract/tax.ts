import { z } from 'zod'
import { Currency, Day, Minor, Month } from './money.ts'

/** Hundredths of a percent. */
const share = z.int().min(0).max(10_000)
const MOST = 100_000_000_000
const amount = Minor.min(0).max(MOST)

/** A stretch of the tax year, from its month (1 for January) until the next one's, with the day by which its tax is due. */
const Period = z.object({ start: z.int().min(1).max(12), dueMonth: z.int().min(1).max(12), dueDay: z.int().min(1).max(31) })
/** What is put aside for income tax from a month on: shares of the net, of all streams and of single ones. METRICS 18. */
export const TaxRuleBody = z
  .object({
    rate: share,
    streams: z.array(z.object({ stream: z.int(), rate: share })).max(400),
    periods: z.array(Period).min(1).max(12).readonly(),
    preset: z.string().max(40),
  })
  .refine(({ periods }) => new Set(periods.map(({ start }) => start)).size === periods.length, 'each period begins in another month')
  .refine(({ streams }) => new Set(streams.map(({ stream }) => stream)).size === streams.length, 'each stream has one rate')
  .meta({ id: 'TaxRuleBody' })
export const TaxRule = z.object({ from: Month, ...TaxRuleBody.shape }).meta({ id: 'TaxRule' })

/** Tax by period, the newest first; minor units of the home currency, as it was paid. */
export const Tax = z
  .object({
    currency: Currency,
    today: Day,
    /** By the month they hold from. */
    rules: z.array(TaxRule),
    periods: z.array(
      z.object({
        from: Month,
        to: Month,
        due: Day,
        net: Minor,
        aside: Minor,
        /** Withheld at the source. */
        withheld: Minor,
        put: Minor,
        rest: Minor,
      }),
    ),
  })
  .meta({ id: 'Tax' })
/** What is put aside, or paid already, for the period that the month belongs to; 0 takes it back. */
export const PutAsideBody = z.object({ amount }).meta({ id: 'PutAsideBody' })

/** A job to compare oneself with, of a month. METRICS 13. */
export const JobOffer = z
  .object({
    /** Null while no offer is said. */
    wage: amount.nullable(),
    social: share,
    tax: share,
    premium: amount,
    employer: z.object({
      premium: amount,
      pension: share,
      /** Paid leave of a year in hundredths of a month. */
      leave: z.int().min(0).max(1_200),
    }),
    /** Minutes of self-directed work in a month; null to take the book's own hours. */
    minutes: z.int().min(1).max(44_640).nullable(),
  })
  .refine(({ social, tax }) => social + tax <= 9_500, 'contributions and tax must leave something of the wage')
  .meta({ id: 'JobOffer' })
/** Null where none is said. */
export const SaidJobOffer = z.object({ offer: JobOffer.nullable() }).meta({ id: 'SaidJobOffer' })

export type Tax = z.infer<typeof Tax>
export type TaxRuleBody = z.infer<typeof TaxRuleBody>
export type JobOffer = z.infer<typeof JobOffer>
