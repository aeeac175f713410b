/** One balance transaction of Stripe, as its API gives it. https://docs.stripe.com/api/balance_transactions/object */
export interface BalanceTransaction {
  id: string
  /** Minor units of `currency`; Stripe counts whole yen for JPY. */
  amount: number
  fee: number
  net: number
  /** Lower case. */
  currency: string
  /** Seconds since 1970. */
  created: number
  type: string
  reporting_category: string
  description: string | null
  /** Id of the charge, refund or dispute behind it. */
  source: string | null
  /** The charge behind it, where there is one. */
  charge: { id: string; paymentIntent: string | null; customer: string | null; name: string | null } | null
}

/** An event of Stripe, as a webhook brings it or a poll finds it. */
export interface StripeEvent {
  id: string
  type: string
  created: number
  /** `data.object` of the event. */
  object: Record<string, unknown>
}

/** What the owner's app asks of Stripe; nothing here moves money. */
export interface StripeAccount {
  /** Balance transactions of a charge: the payment itself, and what was given back of it. */
  transactionsOf(charge: string): Promise<BalanceTransaction[]>
  /** Events after an instant, oldest first, for where no webhook can reach. */
  eventsSince(since: string): Promise<StripeEvent[]>
}
