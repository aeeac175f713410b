import type { StripeAccount, StripeEvent } from './stripe-account.ts'

/** What an event says: charges to look at, and what it tells of a pledge itself. */
export interface EventNews {
  charges: string[]
  /** Pledges by their id, with what is new of them. */
  pledges: { pledge: string; session?: string; customer?: string; subscription?: string }[]
  /** Subscriptions that have ended, and checkouts that closed before anybody paid (without one), with the instant. */
  ended: { subscription: string; pledge: string | null; at: string }[]
}

/** Finds out what events say. An event is only a hint: the money itself is always fetched, so their order does not matter. */
export async function newsOf(stripe: StripeAccount, events: readonly StripeEvent[]): Promise<EventNews> {
  const news: EventNews = { charges: [], pledges: [], ended: [] }
  for (const event of events) await hear(stripe, event, news)
  return { ...news, charges: [...new Set(news.charges)] }
}

async function hear(stripe: StripeAccount, { type, created, object }: StripeEvent, news: EventNews): Promise<void> {
  const id = text(object['id'])
  if (type === 'customer.subscription.deleted') news.ended.push({ subscription: id, pledge: pledgeIn(object), at: instantOf(created) })
  else if (type === 'checkout.session.expired') news.ended.push({ subscription: '', pledge: pledgeIn(object), at: instantOf(created) })
  else if (type.startsWith('charge.dispute.')) news.charges.push(idIn(object['charge']))
  else if (type.startsWith('charge.')) news.charges.push(id)
  else if (type === 'invoice.paid') news.charges.push(...(await stripe.chargesOf({ invoice: id })))
  else if (type.startsWith('checkout.session.')) await hearSession(stripe, object, news)
}

async function hearSession(stripe: StripeAccount, object: Record<string, unknown>, news: EventNews): Promise<void> {
  const pledge = pledgeIn(object) ?? text(object['client_reference_id'])
  const [customer, subscription] = [idIn(object['customer']), idIn(object['subscription'])]
  if (pledge !== '')
    news.pledges.push({
      pledge,
      session: text(object['id']),
      ...(customer === '' ? {} : { customer }),
      ...(subscription === '' ? {} : { subscription }),
    })
  const [intent, invoice] = [idIn(object['payment_intent']), idIn(object['invoice'])]
  if (intent !== '') news.charges.push(...(await stripe.chargesOf({ intent })))
  else if (invoice !== '') news.charges.push(...(await stripe.chargesOf({ invoice })))
}

function instantOf(seconds: number): string {
  return `${new Date(seconds * 1000).toISOString().slice(0, 19)}Z`
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

/** A reference to another object: its id, or the object itself. */
function idIn(value: unknown): string {
  return typeof value === 'object' && value !== null && 'id' in value ? text(value.id) : text(value)
}

function pledgeIn({ metadata }: Record<string, unknown>): string | null {
  const named = typeof metadata === 'object' && metadata !== null && 'pledge' in metadata ? text(metadata.pledge) : ''
  return named === '' ? null : named
}

/** Reads an event as Stripe signed it; undefined for a text that is none. */
export function readEvent(raw: string): StripeEvent | undefined {
  try {
    const event = JSON.parse(raw) as { id?: unknown; type?: unknown; created?: unknown; data?: { object?: unknown } }
    const { id, type, created, data } = event
    const object = data?.object
    if (typeof id !== 'string' || typeof type !== 'string' || typeof created !== 'number' || typeof object !== 'object' || !object)
      return undefined
    return { id, type, created, object: { ...object } }
  } catch {
    return undefined
  }
}
