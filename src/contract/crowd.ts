import { z } from 'zod'
import { MOST_LEAVING } from '#domain/churn.ts'
import { Currency, Day, Lens, Minor, Month } from './money.ts'
import { PatronKind } from './publication.ts'
import { StreamKind } from './stream.ts'

/** Asked for the running month or a later one, the last full month answers. */
export const CrowdQuery = z.object({ lens: Lens.default('smoothed'), month: Month.optional() })

/** What one payer or group of payers brings of one stream in the month. */
const Part = z.object({ stream: z.int(), net: Minor })

/** How far the month hangs on its largest parts. METRICS 7. */
const Breadth = z.object({
  parts: z.int(),
  /** The largest part's share of what all parts bring, 0 to 1. */
  top: z.number(),
  /** Sum of the squared shares, 0 to 1. */
  hhi: z.number(),
  /** 1 ÷ hhi: of how many equal parts it might as well be. */
  effective: z.number(),
  /** So many largest losses bring the month under enough: 0 where it is under, null where not even all do, or without a target. */
  losses: z.int().nullable(),
})

/** Named patrons of patronage streams by what each brings in the month. METRICS 17. */
const Gifts = z.object({
  steps: z.array(z.object({ from: Minor, to: Minor.nullable(), patrons: z.int(), net: Minor })),
  /** All who gave or were paid back, and those of them who gave more. */
  named: z.int(),
  patrons: z.int(),
  smallest: z.object({ patrons: z.int(), share: z.number() }),
  kinds: z.array(z.object({ kind: PatronKind.shape.kind, patrons: z.int(), net: Minor, usual: Minor.nullable() })),
})

/** Who carries one full month: of the crowd the part that takes no other month to tell. */
export const Carriers = z.object({ lens: Lens, currency: Currency, month: Month, gifts: Gifts }).meta({ id: 'Carriers' })

/** What is assumed of patrons of whom little is known: the share lost in a month, in hundredths of a percent. METRICS 4. */
export const Leaving = z.object({ share: z.int().min(0).max(MOST_LEAVING) }).meta({ id: 'Leaving' })

const MoveSum = z.object({ net: Minor, patrons: z.int() })
/** How what patrons give a month changed within the month: start and every move sum to the end, exactly. METRICS 4. */
const Movement = z.object({
  start: MoveSum,
  new: MoveSum,
  returned: MoveSum,
  more: MoveSum,
  less: MoveSum,
  gone: MoveSum,
  fx: MoveSum,
  end: MoveSum,
})
const Range = z.object({ low: z.number(), high: z.number() })

/** How broad, how steady and how loyal the crowd is. All money in minor units of the home currency, net, of one full month. */
export const Crowd = z
  .object({
    lens: Lens,
    currency: Currency,
    /** The last full month, or the earlier one that was asked for. */
    month: Month,
    enough: Minor.nullable(),
    total: Minor,
    /** Twelve months that end with the month. */
    months: z.array(Month),
    /** The first month that the book knows; null of an empty book. */
    since: Month.nullable(),
    /** Streams that brought anything in the twelve months, by id. */
    streams: z.array(
      z.object({
        stream: z.int(),
        name: z.string(),
        venture: z.int(),
        ventureName: z.string(),
        /** Empty for what is typed in by hand. */
        platform: z.string(),
        platformName: z.string(),
        kind: StreamKind,
        net: Minor,
        /** What of it names nobody. */
        unnamed: Minor,
        /** Patrons by the newest list, where the stream has unnamed money and a list. */
        listed: z.int().nullable(),
        /** Net of each of `months`. */
        history: z.array(Minor),
      }),
    ),
    /** What came in each currency, largest first: of each stream in the month, and in the twelve months. */
    currencies: z.array(z.object({ currency: Currency, parts: z.array(Part.extend({ year: Minor })) })),
    /** Who brings the most, largest first, with the stream it comes by. */
    payers: z.array(z.object({ patron: z.string(), name: z.string(), kind: PatronKind.shape.kind, parts: z.array(Part) })),
    /** Everybody else. */
    others: z.object({ patrons: z.int(), parts: z.array(Part) }),
    breadth: z.object({ patron: Breadth, stream: Breadth, platform: Breadth, currency: Breadth }),
    /** Gifts of the usual size that the month lacks to be enough; null where it is, or no gift tells what is usual. */
    missing: z.object({ gifts: z.int(), usual: Minor }).nullable(),
    gifts: Gifts,
    movement: Movement,
    /** Shares of what stood at the start that were lost, and what is left of that after what grew or came back; null of nothing. */
    lostShare: z.object({ gross: z.number(), net: z.number() }).nullable(),
    /** The interval holds the share of patrons that left within the month, 80 %; null where nobody could leave. */
    churn: z.object({
      interval: Range.nullable(),
      /** Patrons who left in `patronMonths` months of one patron. */
      gone: z.int(),
      patronMonths: z.int(),
      /** Both by month, oldest first: who was there when it began, and who of them no longer was at its end. */
      months: z.array(z.object({ month: Month, there: z.int(), gone: z.int() })),
      /** Share lost a month, pulled towards what is assumed. */
      hazard: z.number(),
      /** What is assumed to be lost in a month where little is known, in hundredths of a percent. */
      assumed: Leaving.shape.share,
      /** Months that a patron stays; null under 24 patron-years, or where nobody left. */
      lifetime: Range.nullable(),
    }),
    /** Patrons whose card was declined, by the newest lists that tell of any, and what they would give a month; null where none does. */
    declined: z
      .object({
        patrons: z.int(),
        /** Those whose amount is private: they are in no sum. */
        hidden: z.int(),
        monthly: z.array(z.object({ currency: Currency, amount: Minor })),
        /** The day of the oldest of these lists; null where none tells its day. */
        day: Day.nullable(),
      })
      .nullable(),
    /** Sums of the last six months; `ratio` null where nothing was lost. METRICS 6. */
    quick: z.object({
      gained: Minor,
      lost: Minor,
      ratio: z.number().nullable(),
      /** Signed, oldest first. */
      months: z.array(z.object({ month: Month, new: Minor, returned: Minor, more: Minor, less: Minor, gone: Minor })),
    }),
    /** Who stays, of patrons who began within two years; steps only from 20 patrons on, each with its band of 8 in 10. METRICS 5. */
    survival: z.object({
      patrons: z.int(),
      steps: z.array(z.object({ month: z.int(), left: z.number(), low: z.number(), high: z.number(), atRisk: z.int(), gone: z.int() })),
      /** The last month of the line. */
      until: z.int(),
      /** How many are observed at some months. */
      observed: z.array(z.object({ month: z.int(), atRisk: z.int() })),
      /** By the month in which they began, oldest first: how many were there so many months later, all of them first. From 20 patrons on. */
      cohorts: z.array(z.object({ month: Month, still: z.array(z.int()) })),
    }),
    /**
     * What fees took of named gifts for one month, of patronage, in cash; in the home currency but where a currency stands beside it.
     * FEATURES N15.
     */
    fees: z.object({
      /** Gifts for one month whose fee is known; the small ones among them lost more than a tenth. */
      known: z.int(),
      /** The small ones, the costliest first, two hundred at most. */
      small: z.array(
        z.object({
          patron: z.string(),
          name: z.string(),
          currency: Currency,
          /** In its own currency. */
          gross: Minor,
          fees: Minor,
          /** What a month would cost by the quarter, in its own currency; null where it is not known what part of a fee is fixed. */
          quarterly: Minor.nullable(),
          /** Months of the shortest rhythm with a tenth at most; null where there is none, or it is not known. */
          rhythm: z.int().nullable(),
          home: z.object({ gross: Minor, fees: Minor, saved: Minor.nullable() }),
        }),
      ),
      /** Of all small ones. */
      cost: Minor,
      gifts: z.int(),
      /** Whom it would be to ask, and what it would save a month. */
      askable: z.int(),
      saved: Minor,
    }),
    /** How ventures swing alone and together, in cash, over at most twelve full months; null under six months or two ventures. METRICS 8. */
    steadiness: z
      .object({
        months: z.array(Month),
        total: z.array(Minor),
        swing: z.number().nullable(),
        damping: z.number().nullable(),
        /** Largest first. `without` is how the total swings without it, `dampingWithout` how the others damp each other. */
        ventures: z.array(
          z.object({
            venture: z.int(),
            name: z.string(),
            net: z.array(Minor),
            swing: z.number().nullable(),
            without: z.number().nullable(),
            dampingWithout: z.number().nullable(),
          }),
        ),
      })
      .nullable(),
    /** The day on which the answer was made, in the book's zone. */
    today: Day,
  })
  .meta({ id: 'Crowd' })

export type Carriers = z.infer<typeof Carriers>
export type Leaving = z.infer<typeof Leaving>
export type Crowd = z.infer<typeof Crowd>
