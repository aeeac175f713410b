import { z } from 'zod'
import { Currency, Day, Expected, Month, Sums, Unconverted } from './money.ts'

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
    /** Ledger lines without transfers. */
    entries: z.int(),
    firstDay: Day.nullable(),
    lastDay: Day.nullable(),
  })
  .meta({ id: 'Stream' })
export const NewStream = z.object({ name, venture: z.int(), kind: StreamKind.optional() }).meta({ id: 'NewStream' })
export const StreamChange = z
  .object({ name, venture: z.int(), kind: StreamKind, archived: z.boolean(), months: z.int().min(1).max(120).nullable() })
  .partial()
  .meta({ id: 'StreamChange' })

/** One stream's whole history by month, in the home currency, in the lens that was asked for. */
export const StreamHistory = z
  .object({
    stream: Stream,
    currency: Currency,
    months: z.array(Sums.extend({ month: Month })),
    unconverted: z.array(Unconverted),
    /** Distinct payers with a payment in the last 12 months, where the platform names them. */
    patrons: z.int(),
    /** What the newest list of patrons lets expect, and the day it is of where that is known; null without one. */
    expected: Expected.extend({ day: Day.nullable() }).nullable(),
    total: Sums,
    /** What the stream was paid in, by original currency. */
    native: z.array(Sums.extend({ currency: Currency })),
  })
  .meta({ id: 'StreamHistory' })

export type Stream = z.infer<typeof Stream>
export type StreamKind = z.infer<typeof StreamKind>
export type NewStream = z.infer<typeof NewStream>
export type StreamChange = z.infer<typeof StreamChange>
export type StreamHistory = z.infer<typeof StreamHistory>
