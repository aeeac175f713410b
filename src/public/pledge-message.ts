import { z } from 'zod'
import { NewPledge } from '#contract/public.ts'

const Id = z.string().regex(/^[0-9a-f]{32}$/)

/**
 * A new pledge, as the public app leaves it in the inbox. The venture is named by its address: only the owner's app knows its book.
 * What lies in the inbox is checked again when it is taken out, since the app that left it may stand on the internet.
 */
export const PledgeMessage = z.object({
  address: z.string(),
  pledge: NewPledge.extend({
    id: Id,
    papers: z.object({ purchaseOrder: z.string().max(60), vatNumber: z.string().max(30) }).nullable(),
    made: z.string().max(30),
    cancelled: z.null(),
    reference: z.string().max(35),
    stripe: z.object({ session: z.string().max(200).exactOptional() }),
    invoice: z.null(),
  }),
})
export type PledgeMessage = z.output<typeof PledgeMessage>

/** What a patron changed on their pledge; what is absent stays. */
export const ChangeMessage = z.object({
  pledge: Id,
  named: z.boolean().exactOptional(),
  name: z.string().max(140).exactOptional(),
  cancel: z.literal(true).exactOptional(),
})
export type ChangeMessage = z.output<typeof ChangeMessage>

/** A document that the recipient uploaded for a pledge. */
export const InvoiceMessage = z.object({ pledge: Id, document: z.string().max(100) })
export type InvoiceMessage = z.output<typeof InvoiceMessage>

/** Events of Stripe that say something of a pledge's money; others are not kept. */
export const STRIPE_EVENTS: ReadonlySet<string> = new Set([
  'charge.succeeded',
  'charge.updated',
  'charge.refunded',
  'charge.dispute.created',
  'charge.dispute.funds_withdrawn',
  'charge.dispute.funds_reinstated',
  'charge.dispute.closed',
  'invoice.paid',
  'checkout.session.completed',
  'checkout.session.async_payment_succeeded',
  'checkout.session.async_payment_failed',
  'checkout.session.expired',
  'customer.subscription.deleted',
])
