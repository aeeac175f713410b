import { z } from 'zod'
import { Agreed } from './agreed.ts'
import { Day, Minor, Month } from './money.ts'

const LARGEST = Number.MAX_SAFE_INTEGER / 1_000

/** Money that is kept for poorer months, as it was on a day; `least` is never to be spent. Minor units of the home currency. */
export const KeptBuffer = z
  .object({ amount: Minor.min(0).max(LARGEST), least: Minor.min(0).max(LARGEST), day: Day })
  .meta({ id: 'KeptBuffer' })

/** One thing that is imagined to be otherwise. */
export const Change = z
  .discriminatedUnion('kind', [
    /** The venture brings nothing any more. */
    z.object({ kind: z.literal('venture'), venture: z.int() }),
    /** The patron pays nothing any more. */
    z.object({ kind: z.literal('patron'), patron: z.string().min(1) }),
    /** New patrons, who each give an amount a month after fees. */
    z.object({ kind: z.literal('patrons'), count: z.int().min(1).max(1_000), each: Minor.min(1).max(LARGEST) }),
    /** A wage brings another amount from a month on, 0 when it ends; `stream` null for a job that is not there yet. */
    z.object({ kind: z.literal('job'), stream: z.int().nullable(), monthly: Minor.min(0).max(LARGEST), from: Month }),
    /** A platform keeps so many thousandths of what is paid. */
    z.object({ kind: z.literal('fee'), platform: z.string().min(1), share: z.int().min(0).max(1_000) }),
    /** Days on which nothing is earned, paid from the buffer. */
    z.object({ kind: z.literal('days'), days: z.int().min(1).max(366) }),
  ])
  .meta({ id: 'Change' })

const name = z.string().trim().min(1).max(120)
export const NewScenario = z.object({ name, changes: z.array(Change).min(1).max(50) })
/** Changes that are kept under a name. */
export const Scenario = z.object({ id: z.int(), name: z.string(), changes: z.array(Change) }).meta({ id: 'Scenario' })

/** What is planned, and what of a book can be imagined otherwise. Minor units of the home currency, net. */
export const Plans = z
  .object({
    buffer: KeptBuffer.nullable(),
    scenarios: z.array(Scenario),
    /** Income that is agreed, in the order in which it is due. */
    agreed: z.array(Agreed),
    /** Ventures that brought anything in full months. */
    ventures: z.array(z.object({ venture: z.int(), name: z.string() })),
    /** The venture and platform of each stream of the outlook, in its order. */
    streams: z.array(z.object({ stream: z.int(), venture: z.int(), platform: z.string() })),
    /**
     * Who brought the most in the last twelve full months, largest first; `yearly` is the sum of it. `parts[].net[i]` belongs to
     * the month i after the outlook's first one, without payments that cover more than a month.
     */
    patrons: z.array(
      z.object({
        patron: z.string(),
        name: z.string(),
        yearly: Minor,
        parts: z.array(z.object({ stream: z.int(), net: z.array(Minor) })),
      }),
    ),
    /** What each platform took of what was paid in the last twelve full months. */
    fees: z.array(z.object({ platform: z.string(), name: z.string(), gross: Minor, fees: Minor, net: Minor })),
    /** The median of what patrons give a month; null where nobody gives. */
    gift: Minor.nullable(),
    /** How probable it is that a patron leaves in a month, in thousandths. METRICS 4. */
    leaving: z.int(),
    /** What was paid up to the running month for those after it: what stands on them smoothed, less what is only paid in them. */
    paidAhead: Minor,
  })
  .meta({ id: 'Plans' })

export type KeptBuffer = z.infer<typeof KeptBuffer>
export type Scenario = z.infer<typeof Scenario>
export type Plans = z.infer<typeof Plans>
