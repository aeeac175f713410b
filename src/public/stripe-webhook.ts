import { checkLength, JSON_LIMIT, limited } from '#http/body.ts'
import { ProblemError } from '#http/problem.ts'
import type { PublicHandlers } from './handle.ts'
import type { PublicParts } from './parts.ts'
import { STRIPE_EVENTS } from './pledge-message.ts'

/**
 * Takes Stripe's events: the raw body is what is signed, so it is kept as it came, once for each event's id. It is answered at once;
 * what the event means is found out by the owner's app.
 */
export function stripeWebhookHandlers({ shelf, checkout, clock, onMessage }: PublicParts): Pick<PublicHandlers, 'stripeWebhook'> {
  return {
    async stripeWebhook({ request }) {
      if (!checkout)
        throw new ProblemError(404, 'Failed to take the event: no Stripe account is connected here. Remove this endpoint at Stripe.')
      const raw = await textOf(request)
      const event = await checkout.event(raw, request.headers.get('stripe-signature') ?? '')
      if (!event) throw new ProblemError(400, 'Failed to take the event: its signature does not fit. Look at STRIPE_WEBHOOK_SECRET.')
      if (STRIPE_EVENTS.has(event.type)) {
        shelf.leave({ at: clock(), kind: 'stripe', key: `stripe ${event.id}`, body: raw })
        onMessage?.()
      }
      return null
    },
  }
}

async function textOf(request: Request): Promise<string> {
  checkLength(request, JSON_LIMIT)
  const decoder = new TextDecoder()
  let text = ''
  for await (const chunk of limited(request.body, JSON_LIMIT)) text += decoder.decode(chunk, { stream: true })
  return text + decoder.decode()
}
