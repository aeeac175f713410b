import { z } from 'zod'
import { Currency, Day, Minor, Month, Sums, Unconverted, ViewLens } from './money.ts'
import { KeptBuffer } from './plan.ts'
import { StreamKind } from './stream.ts'
import { Target } from './target.ts'

const csvOf = <T extends string>(values: readonly [T, ...T[]]) =>
  z
    .string()
    .transform((text) => text.split(',').filter((part) => part !== ''))
    .pipe(z.array(z.enum(values)))

export const GROUPINGS = ['month', 'stream', 'venture', 'kind', 'currency'] as const

export const MonthsQuery = z.object({ from: Month.optional(), to: Month.optional(), lens: ViewLens.default('cash') })
/** Net by stream and month in the home currency. `net[i]` belongs to `months[i]`; the last month may still run. */
export const IncomeByMonth = z
  .object({
    lens: ViewLens,
    currency: Currency,
    today: Day,
    /** First month with any entry, or null for an empty book. */
    firstMonth: Month.nullable(),
    months: z.array(Month),
    streams: z.array(
      z.object({
        stream: z.int(),
        name: z.string(),
        venture: z.int(),
        ventureName: z.string(),
        kind: StreamKind,
        net: z.array(Minor),
      }),
    ),
    /** Dependable: the months of which nothing could be counted on yet, with under six full months before them. Their net is 0. */
    untold: z.array(Month),
    /** The target in force in each month, or null where none was. */
    enough: z.array(Minor.nullable()),
    /** What of each month is put aside for income tax; null where nothing is said of it, and in the dependable lens. */
    aside: z.array(Minor).nullable(),
    targets: z.array(Target),
    unconverted: z.array(Unconverted),
    /** Lines converted at the table's last rate because their day's is not known yet. */
    estimated: z.object({ entries: z.int(), rateDay: Day }).nullable(),
  })
  .meta({ id: 'IncomeByMonth' })

export const MonthQuery = z.object({ month: Month.optional(), lens: ViewLens.default('cash') })
/** Everything that the Month page says of one month. All money in minor units of the home currency. */
export const MonthPage = z
  .object({
    month: Month,
    today: Day,
    /** Whether the month still runs on the book's local day. */
    running: z.boolean(),
    lens: ViewLens,
    currency: Currency,
    total: Sums,
    /** Dependable: the band whose low end is the total; null in the other lenses, and where nothing can be told yet. */
    dependable: z
      .object({
        low: Minor,
        middle: Minor,
        high: Minor,
        /** Full months before the month: what it is drawn from. */
        basis: z.int(),
        /** The day on which it was frozen as the month's promise; null where it is what would have been promised. */
        made: Day.nullable(),
        /** By how much the record before it widens or narrows the band, in thousandths. */
        recalibration: z.int(),
      })
      .nullable(),
    target: Target.nullable(),
    streams: z.array(
      z.object({
        stream: z.int(),
        name: z.string(),
        platformName: z.string(),
        venture: z.int(),
        ventureName: z.string(),
        kind: StreamKind,
        net: Minor,
        /** Net of the 24 months that end with this one, oldest first. */
        history: z.array(Minor),
        /** Median of the six months before, up to the same day while the month runs, else whole; null with fewer than six. */
        usual: Minor.nullable(),
        /** The six months that its usual is the median of, oldest first; none where it has none. */
        before: z.array(z.object({ month: Month, net: Minor })),
      }),
    ),
    /** Cumulative net at the end of each day from the first, up to today or the month's end; whole-month sums left out. */
    days: z.array(Minor),
    /** Median cumulative net by day of the last 12 full months; null under six. */
    usualDays: z.array(Minor).nullable(),
    pace: z
      .object({
        /** The day on which enough was reached, where it was. */
        reachedOn: Day.nullable(),
        /** The day on which it is usually reached from here, where that lies in this month. METRICS 20. */
        reachDay: Day.nullable(),
        /** What usually comes after today up to the end of each day from today on; empty where no such day is looked for. */
        more: z.array(Minor),
        /** Full months that the pace is taken from. */
        basis: z.int(),
      })
      .nullable(),
    /** What a running month will likely come to, cash: 8 of 10 such months end between low and high; null under six full months. */
    likely: z
      .object({
        low: Minor,
        middle: Minor,
        high: Minor,
        /** In how many of 10 such months it will be enough; null without a target. */
        ofTen: z.int().nullable(),
        /** Whether enough is safe: it was in 8 of 10 on some day, and has not been in under 7 since. */
        safe: z.boolean(),
        /** Full months that it is taken from. */
        basis: z.int(),
        /** What came after the same day in each of them, oldest first. */
        rests: z.array(z.object({ month: Month, rest: Minor })),
        /** What is known to be due and has not come, as part of no rest: from whom, and how probable it is that it comes, in thousandths. */
        due: z.array(z.object({ patron: z.string().nullable(), amount: Minor, chance: z.int() })),
      })
      .nullable(),
    /** The full months up to this one, at most twelve, from the first with any entry: on which day each became enough. FEATURES N1. */
    year: z.array(
      z.object({
        month: Month,
        cash: Minor,
        smoothed: Minor,
        enough: Minor.nullable(),
        /** Cash: the day since which enough was there; null where it was not, or where what made it enough has no day. */
        reachedOn: Day.nullable(),
      }),
    ),
    /** Of them, smoothed, how many were enough, what the others lacked, and the least that three in a row brought a month. FEATURES N17. */
    enoughCount: z.object({ enough: z.int(), of: z.int(), missing: Minor, floor: Minor.nullable() }),
    /** What is kept for poorer months, where it was said, and on which day. */
    buffer: KeptBuffer.nullable(),
    /** Net of monthly summaries, which count in the month but in none of its days. */
    undated: Minor,
    /** Smoothed: what earlier payments leave for the months after this one. */
    paidForLater: Minor,
    unconverted: z.array(Unconverted),
    estimated: z.object({ entries: z.int(), rateDay: Day }).nullable(),
  })
  .meta({ id: 'MonthPage' })

export const TotalsQuery = z.object({
  from: Month.optional(),
  to: Month.optional(),
  by: csvOf(GROUPINGS).default(['month']),
  lens: ViewLens.default('cash'),
  native: z.stringbool().default(false),
})
/** One group of ledger lines: the fields it is grouped by, its currency, and its sums in minor units of that currency. */
export const TotalRow = z
  .object({
    month: Month.optional(),
    stream: z.string().optional(),
    venture: z.string().optional(),
    kind: StreamKind.optional(),
    currency: Currency,
    ...Sums.shape,
    /** Set where the money has no rate and so stands in its own currency. */
    unconverted: z.literal(true).optional(),
  })
  .meta({ id: 'TotalRow' })

export type IncomeByMonth = z.infer<typeof IncomeByMonth>
export type MonthPage = z.infer<typeof MonthPage>
export type TotalRow = z.infer<typeof TotalRow>
export type Grouping = (typeof GROUPINGS)[number]
