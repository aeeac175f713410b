import { STRIPE_EVENTS } from '#public/pledge-message.ts'
import { STRIPE_SYNC } from '#platforms/stripe/transaction.ts'
import type { Shelf } from '#public/shelf.ts'
import type { Parts } from './parts.ts'
import { stripePledges, syncEvents } from './stripe-sync.ts'

/** How long after a webhook nothing is asked: where one comes through, the others do. */
const QUIET_MS = 3_600_000
/** Stripe tells its events for 30 days. */
const LONGEST_MS = 30 * 86_400_000
/** Events before the last that is known are asked for again: they are not told in order, and webhooks may have failed for days. */
const OVERLAP_MS = 3 * 86_400_000

/** What is remembered of Stripe while the program runs, by shelf: instants in milliseconds. */
const known = new WeakMap<Shelf, { heard: number; asked: number | undefined }>()

function memoryOf(shelf: Shelf) {
  const memory = known.get(shelf) ?? { heard: -Infinity, asked: undefined }
  known.set(shelf, memory)
  return memory
}

/** Notes the instant of a webhook's message. */
export function heardStripe(shelf: Shelf, at: string): void {
  const memory = memoryOf(shelf)
  memory.heard = Math.max(memory.heard, Date.parse(at) || -Infinity)
}

/**
 * Asks Stripe what happened, for where no webhook can reach; to be called every five minutes. It asks nothing without a key, without a
 * card pledge, or while webhooks come. Answers whether a book may have changed; rejects where Stripe cannot be reached.
 */
export async function pollStripe(parts: Pick<Parts, 'storage' | 'clock' | 'newId' | 'square'>): Promise<boolean> {
  const { stripe, shelf } = parts.square
  const memory = memoryOf(shelf)
  const now = Date.parse(parts.clock())
  if (!stripe || now - memory.heard < QUIET_MS || (await stripePledges(parts)).length === 0) return false
  const since = Math.max(now - LONGEST_MS, memory.asked === undefined ? (await lastSync(parts)) - OVERLAP_MS : memory.asked - QUIET_MS)
  const events = await stripe.eventsSince(`${new Date(since).toISOString().slice(0, 19)}Z`, STRIPE_EVENTS)
  const changed = await syncEvents(parts, stripe, events)
  memory.asked = now
  return changed
}

/** When something of Stripe was stored last; long ago where nothing was. */
async function lastSync({ storage }: Pick<Parts, 'storage'>): Promise<number> {
  let last = 0
  for (const { id } of await storage.books())
    for (const { layout, savedAt } of await storage.imports(id)) if (layout === STRIPE_SYNC.id) last = Math.max(last, Date.parse(savedAt))
  return last
}
