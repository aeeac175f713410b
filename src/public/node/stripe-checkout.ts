import { Stripe } from 'stripe'
import { MONTHS_OF } from '#domain/pledge.ts'
import { toStripe } from '#domain/stripe-units.ts'
import type { Checkout, CheckoutOrder } from '../checkout.ts'
import { openStripe, type StripeEnvironment } from './stripe-key.ts'

/** Card payment by Stripe Checkout; undefined without a key. Throws a sentence for a key that is not taken. */
export function openCheckout(environment: StripeEnvironment): Checkout | undefined {
  const stripe = openStripe(environment)
  const secret = environment.STRIPE_WEBHOOK_SECRET ?? ''
  return stripe && checkoutOf(stripe, secret)
}

function checkoutOf(stripe: Stripe, secret: string): Checkout {
  return {
    async open(order) {
      // A second try of the same pledge gets the same session.
      const session = await stripe.checkout.sessions.create(sessionOf(order), { idempotencyKey: `pledge-${order.pledge}` })
      if (!session.url) throw new Error('Stripe answered without an address to go on.')
      return { url: session.url, session: session.id }
    },
    async portal(session, returnUrl) {
      const { customer } = await stripe.checkout.sessions.retrieve(session)
      const id = typeof customer === 'string' ? customer : customer?.id
      if (id === undefined) throw new Error(`The checkout ${session} has no customer.`)
      const { url } = await stripe.billingPortal.sessions.create({ customer: id, return_url: returnUrl })
      return { url }
    },
    async expire(session) {
      try {
        await stripe.checkout.sessions.expire(session)
        return true
      } catch (error) {
        if (!(error instanceof Stripe.errors.StripeInvalidRequestError)) throw error
        const { status } = await stripe.checkout.sessions.retrieve(session)
        return status === 'expired'
      }
    },
    async event(raw, signature) {
      if (secret === '') return undefined
      try {
        const { id, type } = await stripe.webhooks.constructEventAsync(raw, signature, secret)
        return { id, type }
      } catch (error) {
        if (error instanceof Stripe.errors.StripeSignatureVerificationError || error instanceof SyntaxError) return undefined
        throw error
      }
    },
  }
}

/** The pledge stands on the session and on what it makes, so that every charge leads back to it. */
function sessionOf(order: CheckoutOrder): Stripe.Checkout.SessionCreateParams {
  const { pledge, title, amount, currency, rhythm, email, successUrl, cancelUrl } = order
  const months = MONTHS_OF[rhythm]
  const metadata = { pledge }
  const price = {
    currency: currency.toLowerCase(),
    unit_amount: toStripe(amount, currency),
    product_data: { name: title },
    ...(months === null
      ? {}
      : { recurring: months === 12 ? { interval: 'year' as const } : { interval: 'month' as const, interval_count: months } }),
  }
  return {
    ui_mode: 'hosted_page',
    line_items: [{ quantity: 1, price_data: price }],
    client_reference_id: pledge,
    metadata,
    success_url: successUrl,
    cancel_url: cancelUrl,
    ...(email === '' ? {} : { customer_email: email }),
    ...(months === null
      ? { mode: 'payment', customer_creation: 'always', payment_intent_data: { metadata, description: title } }
      : { mode: 'subscription', subscription_data: { metadata, description: title } }),
  }
}
