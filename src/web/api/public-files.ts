import type { BrowsePage, BrowseQuery, PackageIndex, Site } from '#contract/public.ts'
import type { Day } from '#domain/month.ts'
import type { PublicVenture } from '#domain/public-venture.ts'
import { readRateTable, type RateTable } from '#domain/rate.ts'
import { createBrowse, type Browse } from '#public/browse.ts'
import { ownOffer } from '#public/browse-offer.ts'
import { request } from './client.ts'
import type { BrowseAsked, SiteRead } from './public-client.ts'
import { publicPlace } from './public-site.ts'

/**
 * Answers from a site of plain files, where no server does: from `enough.json` and each venture's own file. It is loaded only there,
 * since it brings browse itself.
 */

/** What is read of `enough.json`. */
export interface OfferedFile {
  name: string
  url: string
  ventures: PublicVenture[]
}

/** What a route would say. Only what the files hold can be asked. */
export async function readFile(name: SiteRead, params: unknown): Promise<Site | PublicVenture | PackageIndex> {
  // By the contract only this route has a parameter.
  if (name === 'publicVenture') return fileAt<PublicVenture>(`v/${(params as { address: string }).address}/venture.json`)
  if (name === 'followedVenture') throw new Error('Failed to read another site’s venture: plain files follow no site. Open its own page.')
  const file = await enoughFile()
  return name === 'site' ? siteOf(file, today()) : packagesOf(file)
}

/** Browse as a server would answer it. */
export async function browseFiles({
  sort = 'change',
  amount = 500,
  amountCurrency = 'EUR',
  offset = 0,
  limit = 24,
  ...filters
}: BrowseAsked) {
  const query: BrowseQuery = { sort, amount, amountCurrency, offset, limit, ...filters }
  return (await browseIn(amountCurrency))(query)
}

let browse: { mixed: boolean; made: Promise<Browse> } | undefined

async function browseIn(currency: string): Promise<(query: BrowseQuery) => BrowsePage> {
  const { ventures } = await enoughFile()
  const mixed = ventures.some((venture) => venture.currency !== currency)
  if (browse?.mixed !== mixed) {
    const made = ratesFor(mixed).then((rates) => createBrowse(ventures.map(ownOffer), { today: today(), rates }))
    browse = { mixed, made }
  }
  return browse.made
}

/** The table of rates is larger than everything else, so it comes only where two currencies meet. */
async function ratesFor(mixed: boolean): Promise<RateTable> {
  if (!mixed) return { source: '', first: '', last: '', currencies: [], days: [], series: () => undefined }
  return readRateTable((await import('#domain/ecb-table.ts')).ecbPacked)
}

export function siteOf({ name, url, ventures }: OfferedFile, day: Day): Site {
  const currencies = [...new Set(ventures.map(({ currency }) => currency))].sort()
  return { name, url, today: day, pledges: false, rates: { to: day, currencies: currencies.length > 0 ? currencies : ['EUR'] } }
}

export function packagesOf({ ventures }: Pick<OfferedFile, 'ventures'>): PackageIndex {
  return ventures.flatMap(({ packages, address, title }) => packages.map((name) => ({ package: name, address, title })))
}

/** The reader's own day: plain files have no clock. */
function today(): Day {
  return new Intl.DateTimeFormat('sv-SE').format(new Date())
}

let enough: Promise<OfferedFile> | undefined

function enoughFile(): Promise<OfferedFile> {
  enough ??= fileAt<OfferedFile>('enough.json').catch((error: unknown) => {
    enough = undefined
    throw error
  })
  return enough
}

async function fileAt<T>(path: string): Promise<T> {
  // The files are written by the contract.
  return (await (await request(`${publicPlace().root}${path}`)).json()) as T
}
