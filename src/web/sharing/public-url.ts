import type { Publication, Sharing } from '#contract/publication.ts'
import { addressOf } from '#domain/publication.ts'

export type Site = Sharing['site']

/** Where a page of this site stands, below `/v/`, for a link from here; null where none can be given. */
export function urlBelow(site: Pick<Site, 'url' | 'listening'>, path: string): string | null {
  // In the page the public half lives behind the same `#`.
  if (site.listening === 'in-page') return `#/public${path}`
  return site.url === null ? null : `${site.url}${path}`
}

/** The address of a page as it was saved; null while it is private. */
export function urlOf(
  site: Pick<Site, 'url' | 'listening'>,
  publication: Pick<Publication, 'visibility' | 'slug' | 'secret'>,
): string | null {
  const address = addressOf(publication)
  return address === null ? null : urlBelow(site, `/v/${address}`)
}
