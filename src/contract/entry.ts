import { z } from 'zod'
import { Amounts, Currency, Day, Minor, Moment, Month } from './money.ts'

/** Lines by their ids; `deleted` false brings back those that are deleted. */
export const DeleteBody = z.object({ entries: z.array(z.string()).min(1).max(5000), deleted: z.boolean() }).meta({ id: 'DeleteBody' })

export const EntryKind = z.enum(['payment', 'refund', 'chargeback', 'fee', 'adjustment', 'summary', 'transfer']).meta({ id: 'EntryKind' })
/** What the user changed on a line; null in its place takes every change back. */
export const Edit = z
  .object({
    at: Moment,
    kind: EntryKind,
    currency: Currency,
    gross: Minor,
    fees: Minor,
    refunds: Minor,
    tax: Minor,
    months: z.int().min(1).max(120),
    name: z.string().max(200),
    note: z.string().max(2000),
    deleted: z.boolean(),
  })
  .partial()
  .meta({ id: 'Edit' })
export const EditBody = z.object({ edit: Edit.nullable() }).meta({ id: 'EditBody' })

export const Entry = z
  .object({
    /** Stream and source key: stable over re-imports. */
    id: z.string(),
    stream: z.int(),
    streamName: z.string(),
    ventureName: z.string(),
    key: z.string(),
    day: Day,
    month: Month,
    at: Moment,
    kind: EntryKind,
    currency: Currency,
    ...Amounts.shape,
    net: Minor,
    /** In the home currency; null where there is no rate. */
    home: Amounts.extend({ net: Minor }).nullable(),
    rate: z.enum(['home', 'ecb', 'estimated', 'own', 'stream', 'none']),
    rateDay: Day.optional(),
    /** What one unit of the currency is worth at home, as a decimal text: with one line by itself, never in a list. */
    unitRate: z.string().optional(),
    months: z.int(),
    patron: z.string().optional(),
    name: z.string().optional(),
    note: z.string().optional(),
    uncounted: z.enum(['transfer', 'covered', 'deleted', 'double']).optional(),
    /** The line's part in a double: it counts, it does not, or it is what is left over of a payout that landed. */
    double: z
      .object({
        id: z.string(),
        role: z.enum(['counts', 'covered', 'remainder']),
        /** A line of the other side: the first that counts where this one does not, else the one that does not. */
        other: z.object({ id: z.string(), streamName: z.string(), ventureName: z.string() }).optional(),
      })
      .optional(),
    /** What lists of patrons let one take for a month’s income: no source tells the line, and it goes when money of its stream arrives. */
    estimate: z.literal(true).optional(),
    edit: Edit.nullable(),
    /** What the source says of a line that the user changed: with one line by itself, never in a list. */
    told: Edit.optional(),
    byHand: z.boolean(),
  })
  .meta({ id: 'Entry' })

export const EntriesQuery = z.object({
  search: z.string().max(200).optional(),
  stream: z.coerce.number().int().optional(),
  venture: z.coerce.number().int().optional(),
  month: Month.optional(),
  /** Months from..to, both included. */
  from: Month.optional(),
  to: Month.optional(),
  kind: EntryKind.optional(),
  /** Only lines without a rate. */
  unconverted: z.stringbool().optional(),
  sort: z.enum(['day', 'net', 'stream', 'name']).default('day'),
  order: z.enum(['asc', 'desc']).default('desc'),
  offset: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(500).default(100),
})
/** One page of the ledger; `sums` are over all matching counted lines, not only this page's. */
export const Entries = z
  .object({
    entries: z.array(Entry),
    matching: z.int(),
    currency: Currency,
    sums: z.object({ ...Amounts.shape, net: Minor, entries: z.int() }),
    unconverted: z.int(),
  })
  .meta({ id: 'Entries' })

export const NewEntry = z
  .object({
    stream: z.int(),
    day: Day,
    kind: EntryKind.default('payment'),
    /** Signed minor units: what arrived, or for a refund or a fee what left. */
    amount: Minor,
    fee: Minor.optional(),
    currency: Currency,
    months: z.int().min(1).max(120).default(1),
    name: z.string().max(200).optional(),
    note: z.string().max(2000).optional(),
  })
  .meta({ id: 'NewEntry' })

export type Entry = z.infer<typeof Entry>
export type Entries = z.infer<typeof Entries>
export type Edit = z.infer<typeof Edit>
export type NewEntry = z.input<typeof NewEntry>
export type EntryKind = z.infer<typeof EntryKind>
