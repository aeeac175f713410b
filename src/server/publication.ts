import { Publication as PublicationShape, type PublicationDraft, type PublicationPreview } from '#contract/publication.ts'
import { bicTrouble, electronic, ibanTrouble } from '#bank/iban.ts'
import { reveals } from '#domain/disclosure-reveals.ts'
import { isComplete } from '#domain/disclosure.ts'
import type { Day } from '#domain/month.ts'
import { draftPublication, type Publication, type Way } from '#domain/publication.ts'
import { withDatedAccounts } from '#domain/published-accounts.ts'
import { hashOf } from '#public/reply.ts'
import type { Book } from '#storage/storage.ts'
import { notThere, ProblemError, unfit } from '#http/problem.ts'
import type { Handlers } from './handle.ts'
import type { Parts } from './parts.ts'
import { publishedFiles } from './preview.ts'
import { openSite, recordOf, shelved, type Publisher } from './publisher.ts'
import { standingPublications } from './standing-publications.ts'
import { todayOf } from './today.ts'
import { bookFacts } from './venture-facts.ts'

type Names = 'publication' | 'setPublication' | 'renewPublicationAddress' | 'previewPublication'

export function publicationHandlers(parts: Parts, publisher: Publisher): Handlers<Names> {
  const { storage, clock, square } = parts
  const drafts = createDrafts(parts)
  return {
    publication: async ({ book, params }) => answerOf(await drafts.of(book, params.venture)),
    async setPublication({ book, params, body: { revision, ...body } }) {
      const before = await drafts.of(book, params.venture)
      checkRevision(before, revision)
      const said = publicationOf(body, before, todayOf(book, clock))
      checkDraft(said)
      await checkSlug(parts, book, said)
      if (said.visibility !== 'private') checkOpen(parts, said)
      await storage.write(book.id, async (writer) => {
        // Somebody else may have saved since it was read.
        checkRevision((await writer.publications()).find(({ venture }) => venture === said.venture) ?? before, revision)
        await writer.setPublication(said)
      })
      await publisher.refresh()
      return answerOf(said)
    },
    async renewPublicationAddress({ book, params }) {
      const before = await drafts.of(book, params.venture)
      const said = { ...before, secret: newSecret() }
      // What was told today is kept by the address, and must not be told anew under another one.
      const note = square.shelf.note(before.secret)
      if (note !== undefined) square.shelf.putNote(said.secret, note)
      await storage.write(book.id, (writer) => writer.setPublication(said))
      await publisher.refresh()
      return answerOf(said)
    },
    async previewPublication({ book, params, body }) {
      const said = publicationOf(body, await drafts.of(book, params.venture), todayOf(book, clock))
      checkDraft(said)
      return previewOf(parts, book, said)
    },
  }
}

/** What was said of a venture's page, or a first draft of it; a draft keeps its secret until it is saved, so that a preview holds. */
function createDrafts({ storage }: Pick<Parts, 'storage'>) {
  const secrets = new Map<string, string>()
  return {
    async of(book: Book, venture: number): Promise<Publication> {
      const found = (await storage.ventures(book.id)).find(({ id }) => id === venture)
      if (!found) throw notThere(`venture ${venture}`)
      const said = (await storage.publications(book.id)).find((publication) => publication.venture === venture)
      if (said) return said
      const key = `${book.id}/${venture}`
      const secret = secrets.get(key) ?? newSecret()
      secrets.set(key, secret)
      const draft = draftPublication(found, secret)
      return { ...draft, slug: await freeSlug({ storage }, draft.slug) }
    },
  }
}

function answerOf(said: Publication): PublicationShape {
  return { ...said, revision: revisionOf(said) }
}

/** A hash of what is said, in the contract's order of the fields, however the book keeps them. */
function revisionOf(said: Publication): string {
  return hashOf(JSON.stringify(PublicationShape.omit({ revision: true }).parse(said)))
}

/** A page that was changed since a caller read it does not give way in silence. */
function checkRevision(now: Publication, revision: string | undefined): void {
  if (revision === undefined || revision === revisionOf(now)) return
  throw new ProblemError(
    409,
    'Failed to save the page: it was changed elsewhere since it was opened here. Open it in a new tab to see what it says now, take over there what you want to keep from here, and save it there.',
  )
}

/** 128 random bits in hex. */
function newSecret(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('')
}

async function allPublications({ storage }: Pick<Parts, 'storage'>): Promise<{ book: string; publication: Publication }[]> {
  const all: { book: string; publication: Publication }[] = []
  for (const { id } of await storage.books()) {
    for (const publication of await standingPublications({ storage }, id)) all.push({ book: id, publication })
  }
  return all
}

async function freeSlug(parts: Pick<Parts, 'storage'>, slug: string): Promise<string> {
  const taken = new Set((await allPublications(parts)).map(({ publication }) => publication.slug))
  let free = slug
  for (let n = 2; taken.has(free); n += 1) free = `${slug.slice(0, 36)}-${n}`
  return free
}

/** What the caller said, with what is the server's own: whose it is, its secret, and the days since which things stand. */
function publicationOf(draft: PublicationDraft, before: Publication, today: Day): Publication {
  const since = before.since ?? (draft.visibility === 'private' ? null : today)
  const ways = draft.ways.map((way): Way => {
    if (way.kind !== 'bank') return way
    const iban = electronic(way.iban)
    const { holder, consent } = way
    const bic = electronic(way.bic ?? '')
    return { kind: 'bank', holder, iban, ...(bic === '' ? {} : { bic }), consent, since: today }
  })
  const dated = withDatedAccounts({ visibility: draft.visibility, ways }, before, today)
  return { ...draft, tags: [...new Set(draft.tags)], ...dated, venture: before.venture, secret: before.secret, since }
}

function checkDraft({ slug, ways, updates }: Publication): void {
  if (/^[0-9a-f]{32}$/.test(slug)) throw unfit('slug', 'it looks like the secret address of an unlisted page')
  for (const [i, way] of ways.entries()) {
    if (way.kind !== 'bank') continue
    const iban = ibanTrouble(way.iban)
    if (iban !== undefined) throw unfit(`ways.${i}.iban`, `this IBAN ${iban}`)
    const bic = way.bic === undefined ? undefined : bicTrouble(way.bic)
    if (bic !== undefined) throw unfit(`ways.${i}.bic`, `this BIC ${bic}`)
  }
  for (const kind of ['stripe', 'bank']) {
    if (ways.filter((way) => way.kind === kind).length > 1) throw unfit('ways', `there is more than one of the kind ${kind}`)
  }
  if (new Set(updates.map(({ id }) => id)).size < updates.length) throw unfit('updates', 'two of them have the same id')
}

async function checkSlug(parts: Parts, book: Book, { venture, slug }: Publication): Promise<void> {
  const other = (await allPublications(parts)).find(({ book: id, publication }) => {
    return publication.slug === slug && !(id === book.id && publication.venture === venture)
  })
  if (other) throw new ProblemError(409, `Failed to take the address "${slug}": another page has it. Choose another address.`)
}

/** What must be so before anybody else sees a page. */
function checkOpen({ square, program }: Parts, { ways, contact }: Publication): void {
  if (square.shelf.site().url === '' && !program.inPage) {
    throw new ProblemError(409, 'Failed to publish: the pages have no public address yet. Set the public address first.')
  }
  const paying = ways.filter((way) => way.kind !== 'bank' || way.consent)
  if (paying.length > 0 && (contact === null || !isComplete(contact))) {
    throw unfit('contact', 'a way to pay needs a legal name, an e-mail address, a country, and words on privacy and refunds')
  }
  if (ways.some(({ kind }) => kind === 'stripe') && !square.stripe) {
    throw unfit('ways', 'cards need a key of your Stripe account, and none is set here')
  }
}

const HELD = 'The percentage is one that was published today: it changes once a day at most, so what you see moves tomorrow.'

function withoutRates(currencies: readonly string[]): string[] {
  if (currencies.length === 0) return []
  return [
    `No percentage is told: the last covered month has money in ${currencies.join(' and ')} without a rate, and without that money it would be too low. Set a rate of your own in the settings.`,
  ]
}

async function previewOf(parts: Parts, book: Book, publication: Publication): Promise<PublicationPreview> {
  const { storage, square } = parts
  const saved = await allPublications({ storage })
  const isThis = (one: { book: string; publication: Publication }): boolean =>
    one.book === book.id && one.publication.venture === publication.venture
  const others = saved.filter((one) => !isThis(one)).map((one) => one.publication)
  const site = openSite(square.shelf, [...others, publication])
  const isArchived = (await storage.ventures(book.id)).some(({ id, archived }) => id === publication.venture && archived)
  if (isArchived) return { url: null, files: [], reveals: [] }
  const made = await recordOf(parts, await bookFacts(parts, book), { publication, site })
  if (!made) return { url: null, files: [], reveals: [] }
  const { record, isHeld, unconverted } = made
  const before = saved.filter(isThis).map((one) => one.publication)
  return {
    url: site.url === '' ? null : `${site.url}/v/${record.address}`,
    files: await publishedFiles(parts, { shelved: shelved(record), before }),
    reveals: [...(isHeld ? [HELD] : []), ...withoutRates(unconverted), ...reveals(publication, record)],
  }
}
