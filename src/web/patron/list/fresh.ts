import type { QueryClient } from '@tanstack/react-query'
import type { PublicVenture, ToldVenture } from '#contract/public.ts'
import { request } from '#web/api/client.ts'
import { pq, publicAddress } from '#web/api/public-client.ts'
import { publicPlace } from '#web/api/public-site.ts'
import type { KnownVenture, Published } from './payable.ts'

/** What names a venture, on a list and on an approval. */
type Told = Parameters<Published>[0]

/**
 * Ventures as they are told this very moment, past every cache: when the list is opened, and before money goes, an account is looked at anew. What cannot be
 * reached, or is gone, is as the page knew it.
 */
export async function lookAgain(client: QueryClient, lines: readonly Told[], known: Published): Promise<Published> {
  const told = await Promise.all(
    lines.map(async (line): Promise<[url: string, venture: KnownVenture | undefined]> => {
      try {
        return [line.url, line.origin === null ? await ownVenture(client, line.address) : await followedVenture(client, line.url)]
      } catch {
        return [line.url, known(line)]
      }
    }),
  )
  const ventures = new Map(told)
  return ({ url }) => ventures.get(url)
}

async function ownVenture(client: QueryClient, address: string): Promise<PublicVenture> {
  const { root, files } = publicPlace()
  const from = files ? `${root}v/${address}/venture.json` : publicAddress('publicVenture', { address })
  const venture = (await (await request(from, { cache: 'no-cache' })).json()) as PublicVenture // by the contract
  client.setQueryData(pq('publicVenture', { address }).queryKey, venture)
  return venture
}

async function followedVenture(client: QueryClient, url: string): Promise<ToldVenture> {
  const venture = (await (await request(publicAddress('followedVenture', { url }), { cache: 'no-cache' })).json()) as ToldVenture // by the contract
  client.setQueryData(pq('followedVenture', { url }).queryKey, venture)
  return venture
}
