import { queryOptions } from '@tanstack/react-query'
import { publicPaths, type PublicRouteName } from '#contract/public-paths.ts'
import type { PublicAnswer, PublicBody, PublicParams } from '#contract/public-routes.ts'
import { filledPath, request } from './client.ts'
import { publicPlace } from './public-site.ts'

/**
 * The patron's door to the network, as `client.ts` is the owner's: `usePrefetched(pq('publicVenture', { address }))`. A site of
 * plain files answers the same questions from them.
 */

type Names = typeof publicPaths
/** Routes that need a signed link. */
export type SignedName = 'pledgeState' | 'changePledge' | 'openPortal' | 'pledgeInvoice' | 'remittance' | 'uploadInvoice'
/** Reads of the site itself. */
export type SiteRead = 'site' | 'publicVenture' | 'followedVenture' | 'matchPackages'
/** Routes that write JSON. */
export type PublicWrite = Exclude<
  { [N in PublicRouteName]: Names[N][0] extends 'GET' ? never : N }[PublicRouteName],
  'browse' | 'uploadInvoice' | 'stripeWebhook'
>

/** What a question to browse may leave out has a default. */
export type BrowseAsked = PublicBody<'browse'>

/** The address of a route of the public API. */
export function publicAddress(name: PublicRouteName, params: unknown = {}): string {
  return `${publicPlace().root}api/public/v1${filledPath(publicPaths[name][1], params)}`
}

/** The query of a read of the site; its key is `['public', name, params]`. */
export function pq<N extends SiteRead>(name: N, params: PublicParams<N>) {
  return queryOptions({
    queryKey: ['public', name, params] as const,
    queryFn: async ({ signal }): Promise<PublicAnswer<N>> => {
      // Files and API both follow the contract, so their answers are taken at their word.
      if (publicPlace().files) return (await (await import('./public-files.ts')).readFile(name, params)) as PublicAnswer<N>
      const response = await request(publicAddress(name, params), { signal })
      return (await response.json()) as PublicAnswer<N>
    },
  })
}

/** The query of one page of browse. It is a POST, so that no amount stands in an address, and a read all the same. */
export function browseQuery(asked: BrowseAsked) {
  return queryOptions({
    queryKey: ['public', 'browse', asked] as const,
    queryFn: async ({ signal }): Promise<PublicAnswer<'browse'>> => {
      if (publicPlace().files) return (await import('./public-files.ts')).browseFiles(asked)
      return (await (await request(publicAddress('browse'), { ...asJson('POST', asked), signal })).json()) as PublicAnswer<'browse'>
    },
  })
}

/** The query of what a signed link is about; the token goes in a header, never in an address or a key that is written anywhere. */
export function signedQuery<N extends 'pledgeState' | 'remittance'>(name: N, token: string) {
  return queryOptions({
    queryKey: ['public', name, token] as const,
    queryFn: async ({ signal }): Promise<PublicAnswer<N>> =>
      (await (await request(publicAddress(name), { headers: bearer(token), signal })).json()) as PublicAnswer<N>,
  })
}

export interface PublicSending<N extends PublicWrite> {
  params?: PublicParams<N>
  body?: PublicBody<N>
  /** Of a signed link. */
  token?: string
}

/** Writes through a route of the public API and answers with what it says. */
export async function psend<N extends PublicWrite>(name: N, { params, body, token }: PublicSending<N>): Promise<PublicAnswer<N>> {
  const { headers, ...init } = asJson(publicPaths[name][0], body)
  const response = await request(publicAddress(name, params), {
    ...init,
    headers: { ...headers, ...(token !== undefined && bearer(token)) },
  })
  return (await response.json()) as PublicAnswer<N>
}

/** Uploads a recipient's own invoice; `invoice` is a PDF. */
export async function sendInvoice(token: string, invoice: File): Promise<PublicAnswer<'uploadInvoice'>> {
  const headers = { ...bearer(token), 'content-type': 'application/pdf' }
  const response = await request(publicAddress('uploadInvoice'), { method: 'PUT', headers, body: invoice })
  return (await response.json()) as PublicAnswer<'uploadInvoice'>
}

/** Fetches the invoice of a pledge: a link cannot carry a token. */
export async function fetchInvoice(token: string): Promise<Blob> {
  return (await request(publicAddress('pledgeInvoice'), { headers: bearer(token) })).blob()
}

function bearer(token: string): Record<string, string> {
  return { authorization: `Bearer ${token}` }
}

function asJson(method: string, body: unknown): { method: string; headers: Record<string, string>; body?: string } {
  if (body === undefined) return { method, headers: {} }
  return { method, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }
}
