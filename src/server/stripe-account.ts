import type { Transaction } from '#platforms/stripe/transaction.ts'

/** A charge, what it belongs to, and every movement of the balance because of it. */
export interface StripePayment {
  charge: string
  /** Id of the pledge that its metadata names, itself or by its subscription; null for any other sale of the account. */
  pledge: string | null
  customer: string | null
  subscription: string | null
  /** The payment itself, what was given back of it, and what disputes took; empty while the money is on its way. */
  transactions: Transaction[]
}

/** An event of Stripe, as a webhook brings it or a poll finds it. */
export interface StripeEvent {
  id: string
  type: string
  /** Seconds since 1970. */
  created: number
  /** `data.object` of the event. */
  object: Record<string, unknown>
}

/** What the owner's app asks of Stripe; nothing here moves money. Each rejects where Stripe cannot be reached. */
export interface StripeAccount {
  /** A charge with its movements; undefined where the account has no such charge. */
  payment(charge: string): Promise<StripePayment | undefined>
  /** Charges that paid an invoice or a payment intent. */
  chargesOf(of: { invoice: string } | { intent: string }): Promise<string[]>
  /** Events of the given types after an instant, oldest first, for where no webhook can reach. Stripe keeps them for 30 days. */
  eventsSince(since: string, types: Iterable<string>): Promise<StripeEvent[]>
}
