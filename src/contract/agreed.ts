import { z } from 'zod'
import { isDue, SURENESS } from '#domain/agreed-income.ts'
import { isCurrency } from '#domain/currency.ts'
import { isDay } from '#domain/month.ts'
import { Currency, Day, Minor } from './money.ts'

const LARGEST = Number.MAX_SAFE_INTEGER / 1_000
const Due = z.string().refine(isDue, 'a time is written 2027-01 or 2027-01-15')
const Sureness = z.enum(SURENESS)

/** Income that is agreed: an invoice, a grant. `arrived` is the ledger line in which it came, by the user's word. */
export const AgreedBody = z
  .object({
    stream: z.int(),
    /** The month in which it is due, or the day. */
    due: Due,
    /** As it is to arrive, in minor units of `currency`. */
    amount: Minor.min(1).max(LARGEST),
    currency: Currency.refine(isCurrency, 'no such currency is known'),
    note: z.string().trim().max(200),
    sureness: Sureness,
    /** The day on which it was entered; today where it is left out. */
    entered: Day.refine(isDay, 'no calendar has this day').optional(),
    arrived: z.string().nullable(),
  })
  .meta({ id: 'AgreedBody' })

/** The same as it stands today. It is no income before it arrives. */
export const Agreed = z
  .object({
    id: z.int(),
    stream: z.int(),
    streamName: z.string(),
    due: z.string(),
    amount: Minor,
    currency: Currency,
    note: z.string(),
    sureness: Sureness,
    entered: Day,
    arrived: z.string().nullable(),
    standing: z.enum(['ahead', 'now', 'late', 'missed', 'arrived']),
    /** In the home currency, at today's rate; null where there is none. */
    home: Minor.nullable(),
    /** A line of its stream that may be it. */
    offered: z.object({ entry: z.string(), day: Day, amount: Minor, currency: Currency }).nullable(),
  })
  .meta({ id: 'Agreed' })

export type AgreedBody = z.infer<typeof AgreedBody>
export type Agreed = z.infer<typeof Agreed>
