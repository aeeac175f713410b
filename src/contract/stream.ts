import { z } from 'zod'
import { Currency, Day, Expected, Minor, Month, Sums, Unconverted } from './money.ts'

const name = z.string().trim().min(1, 'a name is needed').max(80)
export const StreamKind = z.enum(['patronage', 'sales', 'service', 'royalty', 'grant', 'wage', 'other']).meta({ id: 'StreamKind' })
export const Stream = z
  .object({
    id: z.int(),
    venture: z.int(),
    ventureName: z.string(),
    name,
    /** Id of the platform its exports come from; empty for money typed in. */
    platform: z.string(),
    platformName: z.string(),
    kind: StreamKind,
    archived: z.boolean(),
    /** How many months all its payments cover; null where each says so by itself. */
    months: z.int().nullable(),
    /** How much of it takes hours of the user's, in percent: what was said, or null and then what is usual for its kind. */
    bound: z.int().nullable(),
    usualBound: z.int(),
    /** Ledger lines without transfers. */
    entries: z.int(),
    firstDay: Day.nullable(),
    lastDay: Day.nullable(),
    /** All that counts in it is estimated from lists of patrons, as nothing else tells of its money. */
    estimated: z.literal(true).optional(),
  })
  .meta({ id: 'Stream' })
export const NewStream = z.object({ name, venture: z.int(), kind: StreamKind.optional() }).meta({ id: 'NewStream' })
export const StreamChange = z
  .object({
    name,
    venture: z.int(),
    kind: StreamKind,
    archived: z.boolean(),
    months: z.int().min(1).max(120).nullable(),
    bound: z.int().min(0).max(100).nullable(),
  })
  .partial()
  .meta({ id: 'StreamChange' })

/** One stream's whole history by month, in the home currency, in the lens that was asked for. */
export const StreamHistory = z
  .object({
    stream: Stream,
    currency: Currency,
    months: z.array(Sums.extend({ month: Month })),
    /** Dependable: the first month of which anything is told, of any stream; null where none is, and in the other lenses. */
    since: Month.nullable(),
    unconverted: z.array(Unconverted),
    /** Distinct payers with a payment in the last 12 months, where the platform names them. */
    patrons: z.int(),
    /** What the newest list of patrons lets expect, and the day it is of where that is known; null without one. */
    expected: Expected.extend({ day: Day.nullable() }).nullable(),
    total: Sums,
    /** What the stream was paid in, by original currency, in all and by month; cash. */
    native: z.array(Sums.extend({ currency: Currency, months: z.array(z.object({ month: Month, entries: z.int(), net: Minor })) })),
  })
  .meta({ id: 'StreamHistory' })

/** The lists of patrons of one stream. */
export const PatronLists = z
  .object({
    lists: z.int(),
    /** Days of the first and the last of them, or of the paydays that they tell; null without any. */
    from: Day.nullable(),
    to: Day.nullable(),
    /** Whether the user said that what they tell counts as an estimate. */
    counted: z.boolean(),
    /** Whether something else tells of the stream’s money, so that they never count. */
    money: z.boolean(),
    /** Payments of other streams, from the first list on, in whose texts the platform is named: payouts of this very money, perhaps. */
    named: z.int(),
    /** What they tell of money, before fees, by month and currency: this is what counts where that was said. */
    estimates: z.array(z.object({ month: Month, currency: Currency, amount: Minor, from: Day, to: Day })),
  })
  .meta({ id: 'PatronLists' })
export const CountLists = z.object({ counted: z.boolean() }).meta({ id: 'CountLists' })

/** Lines of one stream that count in another: all of them where the two are merged, else those that were split off. */
export const StreamRoute = z
  .object({
    id: z.int(),
    stream: z.int(),
    streamName: z.string(),
    into: z.int(),
    intoName: z.string(),
    /** Words that a line's texts must all hold; empty for any. */
    words: z.string(),
    /** Id of the platform that a line must come from, `hand` for what was typed in; empty for any. */
    source: z.string(),
    /** That platform as people call it. */
    sourceName: z.string(),
  })
  .meta({ id: 'StreamRoute' })
export const Merge = z.object({ into: z.int() }).meta({ id: 'Merge' })
/** Which lines go to a new stream, now and with every later import. */
export const Split = z
  .object({
    name,
    venture: z.int().optional(),
    words: z.string().trim().max(200).default(''),
    source: z
      .string()
      .regex(/^[a-z0-9-]{0,60}$/, 'a source is the id of a platform, or hand')
      .default(''),
  })
  .refine(({ words, source }) => words !== '' || source !== '', 'words or a source are needed')
  .meta({ id: 'Split' })

export type StreamRoute = z.infer<typeof StreamRoute>
export type Stream = z.infer<typeof Stream>
export type StreamKind = z.infer<typeof StreamKind>
export type NewStream = z.infer<typeof NewStream>
export type StreamChange = z.infer<typeof StreamChange>
export type PatronLists = z.infer<typeof PatronLists>
export type StreamHistory = z.infer<typeof StreamHistory>
