import { PublicVenture as PublicVentureShape } from '#contract/public.ts'
import { disclose, isHeldToday, missingRates, standingPercent, type Standing } from '#domain/disclosure.ts'
import type { PeerSite } from '#domain/overflow.ts'
import { addressOf, type Publication } from '#domain/publication.ts'
import type { PublicVenture } from '#domain/public-venture.ts'
import type { Shelf, ShelvedVenture } from '#public/shelf.ts'
import type { Book } from '#storage/storage.ts'
import type { Parts } from './parts.ts'
import { standingPublications } from './standing-publications.ts'
import { todayOf } from './today.ts'
import { bookFacts, ventureFacts, type BookFacts, type FactParts } from './venture-facts.ts'

/** Keeps the shelf what the books' publications say; nothing that goes wrong here reaches whoever changed a book. */
export interface Publisher {
  /** Publishes what has changed and withdraws what is no longer there; done when the state of this moment is on the shelf. */
  refresh(): Promise<void>
  /** To be called now and then: a new day may change what is claimed. Cheap while nothing has changed. */
  tick(): Promise<void>
  /** Nothing that is remembered of books holds any more: one was made, restored or deleted. */
  forget(): void
}

type PublisherParts = FactParts & Pick<Parts, 'log'>

/** What was published of one book, and of which state of it. */
interface Known {
  revision: number
  publications: Publication[]
  /** Everything that the pages depended on. */
  state: string
  addresses: string[]
}

export function createPublisher(parts: PublisherParts): Publisher {
  let known = new Map<string, Known>()
  let running: Promise<void> | undefined
  let again = false
  let listening = ''
  const run = async (): Promise<void> => {
    do {
      again = false
      try {
        const addresses = await publishAll(parts, known)
        const wanted = JSON.stringify([parts.square.shelf.site().url, addresses])
        if (wanted !== listening) void parts.square.ensure().catch((error: unknown) => parts.log('Opening the public pages failed.', error))
        listening = wanted
      } catch (error) {
        parts.log('Publishing failed.', error)
      }
    } while (again)
  }
  const refresh = (): Promise<void> => {
    again = true
    running ??= run().finally(() => (running = undefined))
    return running
  }
  return {
    refresh,
    tick: refresh,
    forget() {
      // Not cleared: what is running now may still write into it what holds no more.
      known = new Map()
    },
  }
}

/** Brings every book's pages up to date; answers the addresses that are published now. */
async function publishAll(parts: PublisherParts, known: Map<string, Known>): Promise<string[]> {
  const { storage, square } = parts
  // The person's own book comes first: an address that an example book claims too is theirs.
  const books = (await storage.books()).toSorted((a, b) => Number(a.example) - Number(b.example))
  const said: { book: Book; publications: Publication[] }[] = []
  for (const book of books) {
    const before = known.get(book.id)
    said.push({
      book,
      publications: before?.revision === book.revision ? before.publications : await standingPublications(parts, book.id),
    })
  }
  const site = openSite(
    square.shelf,
    said.flatMap(({ publications }) => publications),
  )
  const taken = new Set<string>()
  for (const { book, publications } of said) {
    const state = JSON.stringify([todayOf(book, parts.clock), square.stripe !== undefined, site])
    const before = known.get(book.id)
    const isSame = before?.revision === book.revision && before.state === state
    const addresses = isSame ? before.addresses : await publishBook(parts, book, { publications, site, taken })
    for (const address of addresses) taken.add(address)
    known.set(book.id, { revision: book.revision, publications, state, addresses })
  }
  for (const { address } of square.shelf.ventures()) if (!taken.has(address)) square.shelf.withdraw(address)
  return [...taken].toSorted()
}

interface Pages {
  publications: Publication[]
  site: PeerSite
  taken: ReadonlySet<string>
}

async function publishBook(parts: PublisherParts, book: Book, { publications, site, taken }: Pages): Promise<string[]> {
  const open = publications.filter(({ visibility }) => visibility !== 'private')
  if (open.length === 0) return []
  const base = await bookFacts(parts, book)
  const addresses: string[] = []
  for (const publication of open) {
    const made = await recordOf(parts, base, { publication, site })
    if (!made || taken.has(made.record.address)) continue
    const { record, standing } = made
    if (standing) parts.square.shelf.putNote(publication.secret, JSON.stringify(standing))
    parts.square.shelf.publish(shelved(record))
    addresses.push(record.address)
  }
  return addresses
}

/** A venture's page as it is to be published. */
export interface Made {
  record: PublicVenture
  /** The percentage to remember. */
  standing: Standing | null
  /** Whether the percentage is an earlier one of today. */
  isHeld: boolean
  /** Currencies for want of whose rates it tells no percentage. */
  unconverted: readonly string[]
}

/** A venture's page as strangers would see it now; undefined while it is private or its venture is gone. */
export async function recordOf(
  parts: FactParts,
  base: BookFacts,
  { publication, site }: { publication: Publication; site: PeerSite },
): Promise<Made | undefined> {
  if (!base.work.has(publication.venture)) return undefined
  const note = parts.square.shelf.note(publication.secret)
  const before = note === undefined ? null : (JSON.parse(note) as Standing) // only ever written from a Standing
  const own = addressOf(publication)
  const others = { ...site, listed: site.listed.filter((address) => address !== own) }
  const facts = await ventureFacts(parts, base, { publication, before, site: others })
  const record = disclose(publication, facts)
  if (!record) return undefined
  return {
    record,
    standing: standingPercent(publication, record, facts),
    isHeld: isHeldToday(publication, facts),
    unconverted: missingRates(publication, facts),
  }
}

/** The very bytes that are published: the fields that the contract names, in its order, however the book keeps them. */
export function shelved(record: PublicVenture): ShelvedVenture {
  return { address: record.address, listed: record.visibility === 'public', json: JSON.stringify(PublicVentureShape.parse(record)) }
}

/** What publications of all books tell of the addresses that others may name. */
export function openSite(shelf: Shelf, publications: readonly Publication[]): PeerSite {
  const listed = publications.filter(({ visibility }) => visibility === 'public').map(({ slug }) => slug)
  return { url: shelf.site().url, listed, secrets: publications.map(({ secret }) => secret) }
}
