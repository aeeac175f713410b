import { drainInbox } from './inbox.ts'
import type { Parts } from './parts.ts'
import { refreshPledgeViews } from './pledge-views.ts'
import type { Publisher } from './publisher.ts'
import { pollStripe } from './stripe-poll.ts'

type RoundParts = Pick<Parts, 'storage' | 'clock' | 'newId' | 'log' | 'square'>

/** How often the inbox is looked into, though nobody said that something came. */
export const DRAIN_MS = 30_000
/** How often Stripe is asked where its webhooks do not come through. */
export const POLL_MS = 300_000

/** What is done for pledges again and again; nothing that goes wrong reaches whoever calls. */
export interface PledgeRounds {
  /** Takes the inbox in and writes back what patrons may see: after each message, and every `DRAIN_MS`. */
  drain(): Promise<void>
  /** Asks Stripe, every `POLL_MS`. */
  poll(): Promise<void>
}

export function pledgeRounds(parts: RoundParts, publisher: Pick<Publisher, 'refresh'>): PledgeRounds {
  const round = async (what: string, take: () => Promise<boolean>): Promise<void> => {
    try {
      const changed = await take()
      await refreshPledgeViews(parts)
      if (changed) await publisher.refresh()
    } catch (error) {
      parts.log(`${what} failed; it is tried again.`, error)
    }
  }
  return {
    drain: () => round('Looking into the inbox', () => drainInbox(parts)),
    poll: () => round('Asking Stripe', () => pollStripe(parts)),
  }
}
