import type { Pledge } from '#domain/pledge.ts'

/** A new pledge, as the public app leaves it in the inbox. The venture is named by its address: only the owner's app knows its book. */
export interface PledgeMessage {
  address: string
  pledge: Omit<Pledge, 'venture'>
}

/** What a patron changed on their pledge; what is absent stays. */
export interface ChangeMessage {
  pledge: string
  named?: boolean
  name?: string
  cancel?: true
}

/** A document that the recipient uploaded for a pledge. */
export interface InvoiceMessage {
  pledge: string
  document: string
}

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
  'customer.subscription.deleted',
])
