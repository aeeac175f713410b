import { z } from 'zod'
import { Currency, Day, Minor } from './money.ts'
import { Papers, Rhythm } from './public.ts'

export const PledgeState = z.enum(['open', 'unchecked', 'paid', 'at-risk', 'ended', 'cancelled']).meta({ id: 'PledgeState' })
/** A pledge as the owner sees it. */
export const Pledge = z
  .object({
    id: z.string(),
    venture: z.int(),
    ventureName: z.string(),
    amount: Minor,
    currency: Currency,
    rhythm: Rhythm,
    months: z.int(),
    way: z.enum(['stripe', 'bank', 'page']),
    page: z.string(),
    patron: z.object({ kind: z.enum(['person', 'organisation']), name: z.string(), email: z.string() }),
    papers: Papers.nullable(),
    named: z.boolean(),
    made: z.string(),
    cancelled: z.string().nullable(),
    reference: z.string(),
    invoice: z.string().nullable(),
    state: PledgeState,
    due: Day.nullable(),
    checked: Day.nullable(),
    payments: z.array(z.object({ entry: z.string(), day: Day, amount: Minor, currency: Currency })),
  })
  .meta({ id: 'Pledge' })
/** A ledger line that may pay a pledge, with its reasons; it counts for it only when the owner says so. */
export const PledgeProposal = z
  .object({
    pledge: z.string(),
    entry: z.string(),
    day: Day,
    streamName: z.string(),
    name: z.string(),
    amount: Minor,
    currency: Currency,
    reasons: z.array(z.string()),
  })
  .meta({ id: 'PledgeProposal' })
export const Pledges = z.object({ pledges: z.array(Pledge), proposals: z.array(PledgeProposal) }).meta({ id: 'Pledges' })
/** Null takes back what was said. */
export const LinkDecision = z.object({ paid: z.boolean().nullable() }).meta({ id: 'LinkDecision' })
/** Pledged for a month and not paid yet, in the home currency: beside the totals, never in them. */
export const Pledged = z.object({ month: Minor, pledges: z.int(), atRisk: z.int() }).meta({ id: 'Pledged' })

export type Pledge = z.infer<typeof Pledge>
export type PledgeState = z.infer<typeof PledgeState>
export type PledgeProposal = z.infer<typeof PledgeProposal>
export type Pledges = z.infer<typeof Pledges>
export type Pledged = z.infer<typeof Pledged>
