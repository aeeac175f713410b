import type { NewPledge } from '#contract/public.ts'
import { openCheckout } from '#public/node/stripe-checkout.ts'
import { NEW_PLEDGE, publicApp } from '#public/pledge-fixture.ts'
import { openShelf } from '#public/sql-shelf.ts'
import { startStripeFake } from '#public/stripe-http-fixture.ts'
import { nodeHandle } from '#storage/node-handle.ts'
import { NOW, rates } from './app-fixture.ts'
import { drainInbox } from './inbox.ts'
import { openStripeAccount } from './node/stripe-client.ts'
import type { Square } from './parts.ts'
import { refreshPledgeViews } from './pledge-views.ts'
import { BANK, BOOK, CONTACT, PAGE, sharingApp } from './publication-fixture.ts'
import { stillSquare } from './still-square.ts'

export const CARD = { kind: 'stripe', fee: { fixed: 25, basisPoints: 150 } } as const

/**
 * Both apps over one shelf, with a stand-in for Stripe, on 15 June 2024: a venture "Obtool" that is backed by card, by transfer and on a
 * page. Events are handed to the webhook by `paid`, not over the network.
 */
export async function pledgeApp(change: Partial<Square> = {}) {
  const time = { now: () => NOW }
  const stripe = await startStripeFake({ seconds: () => Date.parse(time.now()) / 1000 })
  const environment = { STRIPE_KEY: 'rk_test_1', STRIPE_WEBHOOK_SECRET: stripe.secret, STRIPE_API: stripe.url }
  const shelf = openShelf(nodeHandle(':memory:'))
  const account = openStripeAccount(environment)
  const checkout = openCheckout(environment)
  if (!account || !checkout) throw new Error('There is a key.')
  const mails: { to: string; subject: string; text: string }[] = []
  const mail: Square['mail'] = async (one) => void mails.push(one)
  const square: Square = { ...stillSquare(shelf, 'off'), stripe: account, mail, ...change }
  const logged: string[] = []
  const owner = await sharingApp({ square, log: (message) => logged.push(message) })
  time.now = () => owner.time.now
  const { venture, stream } = await owner.venture('Obtool')
  await owner.publish(venture, { ways: [CARD, BANK, PAGE], contact: CONTACT })
  const patron = publicApp({ shelf, checkout, clock: time.now, today: () => time.now().slice(0, 10) })
  let ids = 0
  const parts = {
    storage: owner.storage,
    square,
    rates,
    clock: time.now,
    newId: () => `sync-${(ids += 1)}`,
    log: (message: string) => logged.push(message),
  }
  const drain = async (): Promise<void> => {
    await drainInbox(parts)
    await refreshPledgeViews(parts)
  }
  return {
    ...owner,
    parts,
    stripe,
    shelf,
    patron,
    mails,
    logged,
    home: { venture, stream },
    drain,
    /** Pledges as a patron does; answers what they got. */
    async pledge(body: Partial<NewPledge> = {}) {
      const { status, json } = await patron.pledge({ ...NEW_PLEDGE, ...body })
      if (status !== 201) throw new Error(JSON.stringify(json))
      return json
    },
    view: async (token: string) => (await patron.send('GET', '/pledge', { token })).json,
    /** Leaves Stripe's events in the inbox as its webhook does, from a number on, in any order. */
    hear(events = stripe.account.events): void {
      for (const event of events) shelf.leave({ at: time.now(), kind: 'stripe', key: `stripe ${event.id}`, body: JSON.stringify(event) })
    },
    pledges: () => owner.ask('pledges', { params: BOOK }),
    totals: async () => JSON.stringify(await owner.ask('totals', { params: { ...BOOK, by: 'month,stream' } as never })),
  }
}

export type PledgeApp = Awaited<ReturnType<typeof pledgeApp>>
