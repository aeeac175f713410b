import type { Sharing } from '#contract/publication.ts'
import { addressOf, type Publication } from '#domain/publication.ts'
import { publishedAccounts } from '#domain/published-accounts.ts'
import type { PublicVenture } from '#domain/public-venture.ts'
import type { Followed } from '#public/shelf.ts'
import { ProblemError, unfit } from '#http/problem.ts'
import type { Book } from '#storage/storage.ts'
import type { Handlers } from './handle.ts'
import type { Parts } from './parts.ts'
import { openSite, recordOf, type Publisher } from './publisher.ts'
import { present } from './present.ts'
import { standingPublications } from './standing-publications.ts'
import { bookFacts } from './venture-facts.ts'

type Names = 'sharing' | 'setSite'

export function sharingHandlers(parts: Parts, publisher: Publisher): Handlers<Names> {
  const { square } = parts
  return {
    sharing: ({ book }) => sharingOf(parts, book),
    async setSite({ body: { url, name } }) {
      if (url !== undefined && square.urlFixed) {
        throw new ProblemError(409, 'Failed to set the public address: PUBLIC_URL sets it. Change it there, and start Enough anew.')
      }
      square.shelf.setSite(present({ url: url === undefined ? undefined : originOf(url), name }))
      await publisher.refresh()
      return null
    },
  }
}

/** An address without its final slash; throws a problem for one with a path. */
function originOf(text: string): string {
  const url = new URL(text)
  if (url.pathname !== '/' || url.search !== '' || url.hash !== '' || url.username !== '') {
    throw unfit('url', 'it names more than a site; write it as https://example.org')
  }
  return url.origin
}

async function sharingOf(parts: Parts, book: Book): Promise<Sharing> {
  const { storage, square } = parts
  const { shelf } = square
  const site = shelf.site()
  const { state, at, problem } = square.listening()
  const [ventures, publications] = [await storage.ventures(book.id), await standingPublications({ storage }, book.id)]
  const saidOf = new Map(publications.map((publication) => [publication.venture, publication]))
  const shared = ventures.map(({ id, name, archived }) => ({
    venture: id,
    name,
    archived,
    ...sharedOf(saidOf.get(id), { shelf, url: site.url }),
  }))
  const missing = await missingRatesOf(
    parts,
    book,
    publications.filter(({ venture }) => shared.some((one) => one.venture === venture && one.path !== null && one.percent === null)),
  )
  return {
    site: {
      url: site.url === '' ? null : site.url,
      name: site.name,
      fixed: square.urlFixed,
      listening: state,
      at,
      problem,
      stripe: square.stripe !== undefined,
      mail: square.mail !== undefined,
    },
    ventures: shared.map((one) => ({ ...one, unconverted: missing.get(one.venture) ?? [] })),
    followed: shelf.followed().map(followedAnswer),
    accounts: publications.flatMap(accountsOf).toSorted(byDay),
  }
}

function sharedOf(
  publication: Publication | undefined,
  { shelf, url }: Pick<Parts['square'], 'shelf'> & { url: string },
): Omit<Sharing['ventures'][number], 'venture' | 'name' | 'archived' | 'unconverted'> {
  const address = publication ? addressOf(publication) : null
  const json = address === null ? undefined : shelf.venture(address)?.json
  const carried = json === undefined ? null : (JSON.parse(json) as PublicVenture).carried // the publisher wrote it
  const path = address === null ? null : `/v/${address}`
  return {
    visibility: publication?.visibility ?? 'private',
    money: publication?.money ?? 'percent',
    path,
    url: path === null || url === '' ? null : url + path,
    percent: carried?.percent ?? null,
    asOf: carried?.asOf ?? null,
  }
}

/** For pages that tell no percentage: the currencies whose rates are wanting, by venture. */
async function missingRatesOf(parts: Parts, book: Book, silent: readonly Publication[]): Promise<Map<number, string[]>> {
  const missing = new Map<number, string[]>()
  const asked = silent.filter(({ money }) => money !== 'hidden')
  if (asked.length === 0) return missing
  const base = await bookFacts(parts, book)
  for (const publication of asked) {
    const made = await recordOf(parts, base, { publication, site: openSite(parts.square.shelf, []) })
    if (made) missing.set(publication.venture, [...made.unconverted])
  }
  return missing
}

/** Accounts that stand on a page, and those that did. */
function accountsOf(publication: Publication): Sharing['accounts'] {
  const { venture, formerAccounts } = publication
  return [
    ...publishedAccounts(publication).map(({ holder, iban, since }) => ({ venture, holder, iban, since, until: null })),
    ...formerAccounts.map(({ holder, iban, from, until }) => ({ venture, holder, iban, since: from, until })),
  ]
}

/** Those that stand now come first, then those that did until lately. */
function byDay(a: Sharing['accounts'][number], b: Sharing['accounts'][number]): number {
  const [first, second] = [a.until ?? '9999', b.until ?? '9999'].map((end, i) => `${end} ${(i === 0 ? a : b).since}`)
  if (first === second) return a.venture - b.venture
  return (first ?? '') < (second ?? '') ? 1 : -1
}

export function followedAnswer({ id, url, ventures, fetched, problem }: Followed): Sharing['followed'][number] {
  return { id, url, origin: new URL(url).host, ventures: ventures.length, fetched, problem }
}
