import { refreshFollowed } from './followed.ts'
import { drainInbox } from './inbox.ts'
import type { Parts } from './parts.ts'
import { refreshPledgeViews } from './pledge-views.ts'
import { createPublisher, type Publisher } from './publisher.ts'
import { freezePromises } from './promise.ts'
import { pollStripe } from './stripe-poll.ts'
import { createTurn } from './turn.ts'

/** What is done between requests, so that book and shelf say the same. What goes wrong is logged, and tried again the next time. */
export interface Rounds {
  /** Keeps the shelf what the books say: the pages, and what patrons see of their pledges. */
  publisher: Publisher
  /** To be called when a stranger left something: it goes into the books, and what follows from it is published. */
  inbox(): Promise<void>
  /** To be called every five minutes. */
  often(): Promise<void>
  /** To be called every hour. */
  hourly(): Promise<void>
}

type RoundParts = Pick<Parts, 'storage' | 'clock' | 'newId' | 'log' | 'rates' | 'square'>

export function createRounds(parts: RoundParts): Rounds {
  const { log } = parts
  const pages = createPublisher(parts)
  const turn = createTurn()
  const attempt = async <T>(what: string, work: () => Promise<T>): Promise<T | undefined> => {
    try {
      return await work()
    } catch (error) {
      log(`${what} failed.`, error)
      return undefined
    }
  }
  const views = () => attempt('Showing patrons their pledges', () => turn(() => refreshPledgeViews(parts)))
  const publisher: Publisher = {
    ...pages,
    async refresh() {
      await Promise.all([pages.refresh(), views()])
    },
  }
  const inbox = async (): Promise<void> => {
    const changed = await attempt('Taking in what strangers left', () => drainInbox(parts))
    // What was left and could not be taken in yet still shows on the shelf.
    await (changed ? publisher.refresh() : views())
  }
  return {
    publisher,
    inbox,
    async often() {
      await attempt('Asking Stripe', () => pollStripe(parts))
      await attempt('Freezing what was promised', () => freezePromises(parts))
      await inbox()
      await publisher.tick()
    },
    async hourly() {
      await attempt('Asking those that are followed', () => refreshFollowed(parts))
    },
  }
}
