import { Stripe } from 'stripe'
import type { Transaction } from '#platforms/stripe/transaction.ts'
import { openStripe, type StripeEnvironment } from '#public/node/stripe-key.ts'
import type { StripeAccount, StripePayment } from '../stripe-account.ts'

/** The owner's account at Stripe, read only; undefined without a key. Throws a sentence for a key that is not taken. */
export function openStripeAccount(environment: StripeEnvironment): StripeAccount | undefined {
  const stripe = openStripe(environment)
  return stripe && accountOf(stripe)
}

function accountOf(stripe: Stripe): StripeAccount {
  return {
    async payment(id) {
      const charge = await chargeOf(stripe, id)
      if (!charge) return undefined
      const intent = idOf(charge.payment_intent)
      const customer = typeof charge.customer === 'object' && charge.customer && !charge.customer.deleted ? charge.customer : null
      const about = { id: charge.id, paymentIntent: intent, customer: idOf(charge.customer), name: customer?.name ?? null }
      const movements = (await movementsOf(stripe, charge)).map((movement) => transactionOf(movement, about))
      return { charge: charge.id, customer: about.customer, transactions: movements, ...(await pledgeOf(stripe, charge)) }
    },
    async chargesOf(of) {
      const intents = 'intent' in of ? [of.intent] : await intentsOf(stripe, of.invoice)
      const charges: string[] = []
      for (const intent of intents) {
        const charge = idOf((await stripe.paymentIntents.retrieve(intent)).latest_charge)
        if (charge !== null) charges.push(charge)
      }
      return charges
    },
    async eventsSince(since, types) {
      const events = stripe.events.list({ created: { gte: Math.floor(Date.parse(since) / 1000) }, types: [...types], limit: 100 })
      const found = []
      for await (const { id, type, created, data } of events) found.push({ id, type, created, object: { ...data.object } })
      return found.toReversed()
    },
  }
}

function idOf(value: string | { id: string } | null | undefined): string | null {
  return typeof value === 'string' ? value : (value?.id ?? null)
}

async function chargeOf(stripe: Stripe, id: string): Promise<Stripe.Charge | undefined> {
  try {
    return await stripe.charges.retrieve(id, { expand: ['customer', 'payment_intent', 'balance_transaction'] })
  } catch (error) {
    if (error instanceof Stripe.errors.StripeInvalidRequestError && error.statusCode === 404) return undefined
    throw error
  }
}

async function movementsOf(stripe: Stripe, charge: Stripe.Charge): Promise<Stripe.BalanceTransaction[]> {
  const found: (string | Stripe.BalanceTransaction | null | undefined)[] = [charge.balance_transaction]
  const expand = ['data.balance_transaction', 'data.failure_balance_transaction']
  if (charge.amount_refunded > 0)
    for await (const refund of stripe.refunds.list({ charge: charge.id, limit: 100, expand }))
      found.push(refund.balance_transaction, refund.failure_balance_transaction)
  if (charge.disputed)
    for await (const dispute of stripe.disputes.list({ charge: charge.id, limit: 100 })) found.push(...dispute.balance_transactions)
  return found.filter((one) => typeof one === 'object' && one !== null)
}

function transactionOf(movement: Stripe.BalanceTransaction, charge: Transaction['charge']): Transaction {
  const { id, amount, fee, net, currency, created, reporting_category, description, source } = movement
  return { id, amount, fee, net, currency, created, reporting_category, description, source: idOf(source), charge }
}

/** A single payment bears its pledge itself; one of a subscription by the invoice that it paid. */
async function pledgeOf(stripe: Stripe, charge: Stripe.Charge): Promise<Pick<StripePayment, 'pledge' | 'subscription'>> {
  const intent = charge.payment_intent
  const own = charge.metadata['pledge'] ?? (typeof intent === 'object' ? intent?.metadata['pledge'] : undefined)
  if (own !== undefined) return { pledge: own, subscription: null }
  const id = idOf(intent)
  if (id === null) return { pledge: null, subscription: null }
  const payment = { type: 'payment_intent', payment_intent: id } as const
  const { data } = await stripe.invoicePayments.list({ payment, expand: ['data.invoice'], limit: 1 })
  const invoice = data[0]?.invoice
  const details = typeof invoice === 'object' && !invoice.deleted ? invoice.parent?.subscription_details : null
  return { pledge: details?.metadata?.['pledge'] ?? null, subscription: idOf(details?.subscription) }
}

async function intentsOf(stripe: Stripe, invoice: string): Promise<string[]> {
  const { data } = await stripe.invoicePayments.list({ invoice, limit: 100 })
  return data.flatMap(({ payment }) => idOf(payment.payment_intent) ?? [])
}
