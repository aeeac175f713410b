import type { QueryClient } from '@tanstack/react-query'
import { pq } from '#web/api/public-client.ts'
import type { PatronContext } from '../route.ts'
import { listStore } from './list-store.ts'

/** Reads every venture of this site that stands on the list; one that is gone is told on the page. */
export function loadList({ client }: PatronContext): Promise<unknown> {
  return readVentures(client, ownAddresses())
}

/** Addresses of this site's ventures on the list and on its newest approval. */
export function ownAddresses(): string[] {
  const { lines, approvals } = listStore.read()
  const own = [...lines, ...approvals.flatMap((approval) => approval.lines)].filter(({ origin }) => origin === null)
  return [...new Set(own.map(({ address }) => address))]
}

async function readVentures(client: QueryClient, addresses: readonly string[]): Promise<void> {
  await Promise.allSettled(addresses.map((address) => client.fetchQuery(pq('publicVenture', { address }))))
}
