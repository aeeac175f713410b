import type { Minor } from '#domain/money.ts'
import type { Rhythm } from '#domain/pledge.ts'

/** What a checkout is opened for. */
export interface CheckoutOrder {
  pledge: string
  title: string
  amount: Minor
  currency: string
  rhythm: Rhythm
  email: string
  /** Where Stripe sends the patron back to, absolute. */
  successUrl: string
  cancelUrl: string
}

/** Card payment on the owner's own account; the product never holds the money. */
export interface Checkout {
  /** Opens a session at Stripe; answers where the patron goes on. */
  open(order: CheckoutOrder): Promise<{ url: string; session: string }>
  /** Opens the customer portal, where a card pledge is changed or ended; `session` is the checkout that began it. */
  portal(session: string, returnUrl: string): Promise<{ url: string }>
  /** Ends a session that nobody has paid yet; answers false where it is too late. */
  expire(session: string): Promise<boolean>
  /** The event that a webhook's raw body holds, or undefined where its signature does not fit. */
  event(raw: string, signature: string): Promise<{ id: string; type: string } | undefined>
}
