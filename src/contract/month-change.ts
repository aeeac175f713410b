import { z } from 'zod'
import { CHANGES } from '#domain/income-change.ts'
import { Currency, Lens, Minor, Month } from './money.ts'

/** Why one full month brought more or less than the one before, in minor units of the home currency, net. */
export const MonthChange = z
  .object({
    lens: Lens,
    currency: Currency,
    before: Month,
    month: Month,
    /** Whether anything is known of the month before: without it there is nothing to compare, and no part. */
    told: z.boolean(),
    start: Minor,
    end: Minor,
    /** Signed: start and every part sum to the end, exactly. `name` and `venture` are set where a part is one venture's. */
    parts: z.array(
      z.object({ change: z.enum(CHANGES), venture: z.int().nullable(), name: z.string().nullable(), net: Minor, patrons: z.int() }),
    ),
  })
  .meta({ id: 'MonthChange' })

export type MonthChange = z.infer<typeof MonthChange>
