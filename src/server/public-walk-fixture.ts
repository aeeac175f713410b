import type { BrowseQuery } from '#contract/public.ts'
import { createPublicApp } from '#public/app.ts'
import type { PageAssets, PublicParts } from '#public/parts.ts'
import { siteFiles, ventureFiles } from '#public/public-files.ts'
import { OWN_PAGES } from '#public/site-pages.ts'
import type { Shelf } from '#public/shelf.ts'
import { NOW, rates } from './app-fixture.ts'

export const ASSETS: PageAssets = { script: 'assets/main.js', styles: ['assets/main.css'], file: async () => undefined }

/** The public app over a shelf, on the day on which tests stand still. Its pictures are the record they are drawn from. */
export function publicApp(shelf: Shelf, change: Partial<PublicParts> = {}) {
  return createPublicApp({
    shelf,
    clock: () => NOW,
    today: () => NOW.slice(0, 10),
    newId: () => 'f'.repeat(32),
    log: (message, error) => {
      throw new Error(message, { cause: error })
    },
    rates,
    version: 'test',
    inPage: false,
    assets: ASSETS,
    picture: async (venture) => new TextEncoder().encode(JSON.stringify(venture)),
    ...change,
  })
}

/** Every address below a venture's own. */
export function venturePaths(address: string): string[] {
  const files = ['picture.png', ...ventureFiles.keys()].map((name) => `/v/${address}/${name}`)
  return [`/v/${address}`, `/v/${address}/`, ...files, `/embed/${address}`, `/api/public/v1/ventures/${address}`]
}

const SITE_PATHS = [
  '/',
  '/nothing',
  '/api/public/v1/site',
  '/api/public/v1/packages',
  '/api/public/v1/pledge',
  '/api/public/v1/nothing',
  ...Object.keys(OWN_PAGES).map((name) => `/${name}`),
  ...[...siteFiles.keys()].map((name) => `/${name}`),
]

const SORTS = ['change', 'nearest', 'fewest', 'newest'] as const
const FILTERS: Omit<BrowseQuery, 'sort' | 'amount' | 'amountCurrency' | 'offset' | 'limit'>[] = [
  {},
  { search: 'tool' },
  { tag: 'backup' },
  { work: 'basic' },
  { currency: 'EUR' },
]
const QUERIES = SORTS.flatMap((sort) => FILTERS.flatMap((filter) => [1, 500, 9_000_000].map((amount) => ({ ...filter, sort, amount }))))

/** Everything that strangers can get of a shelf: status, headers and body of every address, by method and address. */
export async function walk(shelf: Shelf, addresses: readonly string[]): Promise<Map<string, string>> {
  const app = publicApp(shelf)
  const seen = new Map<string, string>()
  for (const path of [...SITE_PATHS, ...addresses.flatMap(venturePaths)]) seen.set(path, await told(await app.request(path)))
  for (const query of QUERIES) {
    const body = JSON.stringify(query)
    const init = { method: 'POST', body, headers: { 'content-type': 'application/json' } }
    seen.set(`browse ${body}`, await told(await app.request('/api/public/v1/browse', init)))
  }
  return seen
}

async function told(response: Response): Promise<string> {
  const headers = [...response.headers].map(([name, value]) => `${name}: ${value}\n`).join('')
  return `${response.status}\n${headers}\n${await response.text()}`
}
