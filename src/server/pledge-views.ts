import type { PledgeView } from '#contract/public.ts'
import type { Pledge } from '#domain/pledge.ts'
import { addressOf, type Publication } from '#domain/publication.ts'
import { readRecord, writeRecord, type PledgeRecord } from '#public/pledge-record.ts'
import type { Shelf } from '#public/shelf.ts'
import type { Book } from '#storage/storage.ts'
import type { Parts } from './parts.ts'
import { pledgeFacts, type StandingPledge } from './pledge-facts.ts'
import { todayOf } from './today.ts'

/** What the views of each book were last made of, by shelf: a book that has not changed since is not read again. */
const made = new WeakMap<Shelf, Map<string, string>>()

/**
 * Writes back to the shelf what patrons may see of their pledges: where each stands, what is due and what was paid. To be called
 * after a drain of the inbox and after imports and edits; it costs nothing where a book and its day are the same.
 */
export async function refreshPledgeViews(parts: Pick<Parts, 'storage' | 'clock' | 'square'>): Promise<void> {
  const { storage, clock, square } = parts
  const known = made.get(square.shelf) ?? new Map<string, string>()
  made.set(square.shelf, known)
  for (const book of await storage.books()) {
    const state = `${book.revision} ${todayOf(book, clock)}`
    if (known.get(book.id) === state) continue
    await refreshBook(parts, book)
    known.set(book.id, state)
  }
}

async function refreshBook(parts: Pick<Parts, 'storage' | 'clock' | 'square'>, book: Book): Promise<void> {
  const { standing } = await pledgeFacts(parts, book)
  if (standing.length === 0) return
  const publications = new Map((await parts.storage.publications(book.id)).map((one) => [one.venture, one]))
  const { shelf } = parts.square
  for (const one of standing) {
    const publication = publications.get(one.pledge.venture)
    // What the patron said since the inbox was drained stands on the shelf only, so the record is read as late as can be.
    const record = readRecord(shelf, one.pledge.id) ?? newRecord(one, publication)
    writeRecord(shelf, { ...record, session: one.pledge.stripe.session ?? record.session, view: viewOf(record.view, one, publication) })
  }
}

/** The view with what the book knows better; name, consent and a cancellation are the patron's own and stay as they stand. */
function viewOf(view: PledgeView, { pledge, standing, payments }: StandingPledge, publication: Publication | undefined): PledgeView {
  const cancelled = view.state === 'cancelled' || standing.state === 'cancelled'
  return {
    ...view,
    address: (publication && addressOf(publication)) ?? view.address,
    title: publication?.title ?? view.title,
    ...standing,
    ...(cancelled ? { state: 'cancelled' as const, due: null } : {}),
    payments: payments.map(({ day, gross, currency }) => ({ day, amount: gross, currency })),
    portal: pledge.stripe.customer !== undefined,
    // Money goes to the account that stands on the page now: the one of the day of the pledge may be closed.
    account: accountOf(pledge, publication),
  }
}

/** For a pledge that the shelf lost or never had: the book knows all of it. */
function newRecord({ pledge, made: day, standing }: StandingPledge, publication: Publication | undefined): PledgeRecord {
  const { id, amount, currency, rhythm, months, way, page, reference, named, invoice, papers, patron, stripe } = pledge
  const about = { id, address: '', title: '', amount, currency, rhythm, months, way, page, reference }
  const view = { ...about, made: day, named, name: patron.name, ...standing, payments: [], invoice, portal: false }
  return { view: { ...view, account: accountOf(pledge, publication) }, papers, session: stripe.session ?? null }
}

function accountOf(pledge: Pledge, publication: Publication | undefined): PledgeView['account'] {
  const way = pledge.way === 'bank' ? publication?.ways.find(({ kind }) => kind === 'bank') : undefined
  if (way?.kind !== 'bank' || !way.consent) return null
  const { holder, iban, bic } = way
  return { holder, iban, ...(bic === undefined ? {} : { bic }) }
}
