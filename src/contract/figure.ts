import { z } from 'zod'
import { Currency, Day, Minor, Month, Sums, Unconverted, ViewLens } from './money.ts'

/** Which figure: net of the months from..to, both included, of one stream, some of them, one venture or the whole book. */
export const FigureQuery = z.object({
  lens: ViewLens.default('cash'),
  from: Month.optional(),
  to: Month.optional(),
  stream: z.coerce.number().int().optional(),
  /** Ids of streams, as in "3,5,8". */
  streams: z
    .string()
    .regex(/^\d{1,15}(,\d{1,15}){0,999}$/)
    .optional(),
  venture: z.coerce.number().int().optional(),
})

/** A figure opened: what it is made of, and the same in words, which is also the text beside an export. */
export const Figure = z
  .object({
    lens: ViewLens,
    currency: Currency,
    from: Month,
    to: Month,
    /** Whether the last month still runs. */
    running: z.boolean(),
    /** What it is of: the name of a stream or venture, or of some streams; null for the whole book. */
    of: z.string().nullable(),
    /** The figure: its net is what the pages show. */
    sums: Sums,
    /** What was paid in the months: the sum of their lines in the ledger. */
    paid: Sums,
    /** Lines of the months that are kept and count in no sum, by why. */
    uncounted: z.object({ transfer: z.int(), double: z.int(), covered: z.int(), deleted: z.int() }).partial(),
    /** Counted lines that are estimates, worked out of lists of patrons. */
    fromLists: z.int(),
    unconverted: z.array(Unconverted),
    estimated: z.object({ entries: z.int(), rateDay: Day }).nullable(),
    /** Smoothed: of what was paid in the months what is for others, and what stands in them of payments outside them. */
    spread: z.object({ away: Minor, here: Minor }).nullable(),
    /** Dependable: what each month is drawn from, the parts of the streams, and how many months tell nothing. */
    drawn: z
      .object({
        months: z.array(
          z.object({
            month: Month,
            low: Minor,
            middle: Minor,
            high: Minor,
            basis: z.int(),
            made: Day.nullable(),
            recalibration: z.int(),
          }),
        ),
        parts: z.array(z.object({ name: z.string(), net: Minor })),
        untold: z.int(),
      })
      .nullable(),
    words: z.object({
      title: z.string(),
      figure: z.string(),
      formula: z.string(),
      inputs: z.array(z.object({ label: z.string(), value: z.string() })),
      leftOut: z.array(z.string()),
    }),
  })
  .meta({ id: 'Figure' })

export type Figure = z.infer<typeof Figure>
