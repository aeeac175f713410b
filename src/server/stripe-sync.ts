import type { Pledge, StripeIds } from '#domain/pledge.ts'
import type { Parts } from './parts.ts'
import type { StripeAccount, StripeEvent, StripePayment } from './stripe-account.ts'
import { newsOf, type EventNews } from './stripe-event.ts'
import { storePayments, type PledgePayments } from './stripe-store.ts'

type SyncParts = Pick<Parts, 'storage' | 'clock' | 'newId'>

/** A pledge and the book that it stands in. */
interface Found {
  book: string
  pledge: Pledge
}

/**
 * Brings the books in line with what Stripe's events are about. Everything is fetched anew and stored under the source's own keys, so
 * events that come again or out of order, and files imported before or after, change nothing more. Rejects where Stripe cannot be
 * reached; then nothing of it may be taken as done. Answers whether anything was new.
 */
export async function syncEvents(parts: SyncParts, stripe: StripeAccount, events: readonly StripeEvent[]): Promise<boolean> {
  const news = await newsOf(stripe, events)
  const payments: StripePayment[] = []
  for (const charge of news.charges) {
    const payment = charge === '' ? undefined : await stripe.payment(charge)
    if (payment) payments.push(payment)
  }
  const all = await stripePledges(parts)
  const found = payments.flatMap((payment) => {
    const owner = ownerOf(payment, all)
    return owner ? [{ ...owner, payment }] : []
  })
  const paid = await storeFound(parts, found)
  const told = await tellPledges(parts, all, { news, payments })
  return paid || told
}

async function storeFound(parts: SyncParts, found: readonly (Found & { payment: StripePayment })[]): Promise<boolean> {
  let changed = false
  for (const [book, ofBook] of Map.groupBy(found, (one) => one.book)) {
    const pledges: PledgePayments = ofBook.map(({ pledge, payment }) => ({ pledge, payment }))
    changed = (await storePayments(parts, book, pledges)) || changed
  }
  return changed
}

/** Every pledge that is paid by card, in every book. */
export async function stripePledges({ storage }: Pick<Parts, 'storage'>): Promise<Found[]> {
  const found: Found[] = []
  for (const { id } of await storage.books())
    for (const pledge of await storage.pledges(id)) if (pledge.way === 'stripe') found.push({ book: id, pledge })
  return found
}

/** The pledge that a charge names, else the one of its subscription. A customer alone proves nothing: they may buy other things. */
function ownerOf(payment: StripePayment, all: readonly Found[]): Found | undefined {
  const named = all.find(({ pledge }) => pledge.id === payment.pledge)
  return named ?? all.find(({ pledge }) => payment.subscription !== null && pledge.stripe.subscription === payment.subscription)
}

/** Writes down what pledges are called at Stripe, and that a subscription has ended. */
async function tellPledges(
  { storage }: SyncParts,
  all: readonly Found[],
  { news, payments }: { news: EventNews; payments: readonly StripePayment[] },
): Promise<boolean> {
  let changed = false
  for (const { book, pledge } of all) {
    const ids = idsOf(pledge, news, payments)
    const ended = news.ended.find((one) => one.pledge === pledge.id || one.subscription === pledge.stripe.subscription)
    const cancelled = pledge.cancelled ?? ended?.at ?? null
    if (JSON.stringify(ids) === JSON.stringify(pledge.stripe) && cancelled === pledge.cancelled) continue
    await storage.write(book, async (writer) => {
      const now = (await writer.pledges()).find(({ id }) => id === pledge.id) ?? pledge
      await writer.putPledge({ ...now, stripe: { ...now.stripe, ...ids }, cancelled: now.cancelled ?? cancelled })
    })
    changed = true
  }
  return changed
}

/** What is known stays; what is new is added, in one order, so that the same ids are the same text. */
function idsOf(pledge: Pledge, news: EventNews, payments: readonly StripePayment[]): StripeIds {
  const told: { [name in keyof StripeIds]: string | null | undefined }[] = [
    pledge.stripe,
    ...payments.filter((one) => one.pledge === pledge.id).map(({ customer, subscription }) => ({ customer, subscription })),
    ...news.pledges.filter((one) => one.pledge === pledge.id),
  ]
  const ids: StripeIds = {}
  for (const name of ['customer', 'session', 'subscription'] as const) {
    const id = told.map((one) => one[name]).find((one) => one !== undefined && one !== null)
    if (id !== undefined && id !== null) ids[name] = id
  }
  return ids
}
