import { z } from 'zod'
import { Currency, Day } from './money.ts'

/** A book's own rate: 1 unit of `currency` is `rate` units of `against`, from a day on until the next own rate of the pair. */
export const OwnRate = z
  .object({
    currency: Currency,
    against: Currency,
    from: Day,
    /** A decimal text such as 0.9213: never a floating-point number. */
    rate: z
      .string()
      .regex(/^\d{1,12}(\.\d{1,12})?$/, 'a rate is written 0.9213')
      .refine((rate) => /[1-9]/.test(rate), 'a rate is more than 0'),
  })
  .meta({ id: 'OwnRate' })
export const OwnRates = z.object({ rates: z.array(OwnRate).min(1).max(5000) }).meta({ id: 'OwnRates' })

export type OwnRate = z.infer<typeof OwnRate>
