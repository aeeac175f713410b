import { z } from 'zod'
import { Currency, Day, Lens, Minor, Month } from './money.ts'
import { StreamKind } from './stream.ts'
import { Target } from './target.ts'

/** The lens that months are drawn in. What can be counted on is the low end of months in cash. */
export const OutlookQuery = z.object({ lens: Lens.default('cash') })

/** What the months to come are drawn from: full months only, in the home currency, net, in one lens. */
export const Outlook = z
  .object({
    lens: Lens,
    currency: Currency,
    today: Day,
    /** The first full month, or null where there is none. */
    first: Month.nullable(),
    /**
     * The streams that brought anything; `net[i]` belongs to the month i after `first`, up to the one before the running month.
     * `yearly[i]` is the part of it in payments that cover more than a month: known, so it is not drawn.
     */
    streams: z.array(
      z.object({
        stream: z.int(),
        name: z.string(),
        ventureName: z.string(),
        kind: StreamKind,
        /** Nothing more is drawn of an archived one. */
        archived: z.boolean(),
        net: z.array(Minor),
        yearly: z.array(Minor),
      }),
    ),
    /**
     * Payments that are due again: `stream` is the place in `streams`, −1 for none of them, `ahead` the month counted from the running
     * one, `chance` thousandths, `months` over how many from `ahead` on it is spread: 1 in cash. In the smoothed lens also what is
     * already paid for months ahead, which is sure. What is `agreed` comes in the place of single payments of its stream that are
     * drawn of that month, up to its amount. METRICS 9, step 5.
     */
    known: z.array(
      z.object({
        stream: z.int(),
        patron: z.string().nullable(),
        ahead: z.int(),
        amount: Minor,
        chance: z.int(),
        months: z.int(),
        agreed: z.literal(true).optional(),
      }),
    ),
    /** Of long payments that were due again, how many came again. */
    renewed: z.object({ due: z.int(), renewed: z.int() }),
    /** Open streams that may have ended, with their first month without money: they are drawn as if they had not. */
    silent: z.array(z.object({ stream: z.int(), since: Month })),
    targets: z.array(Target),
    /**
     * By how much the record of past promises widens or narrows the band, in thousandths. Promises are of cash, so their record moves
     * no other lens: 1000 there. METRICS 9.
     */
    recalibration: z.int(),
    /** Promises of months that are over, in cash, oldest first: what was said on the day `made`, and what the month brought. */
    record: z.array(
      z.object({ month: Month, low: Minor, high: Minor, net: Minor, outcome: z.enum(['under', 'inside', 'over']), made: Day }),
    ),
    /** Whether the running month has its promise. */
    promised: z.boolean(),
  })
  .meta({ id: 'Outlook' })

export type Outlook = z.infer<typeof Outlook>
