import { pq } from '#web/api/public-client.ts'
import { publicPlace } from '#web/api/public-site.ts'
import type { PatronContext } from '../route.ts'
import { listStore } from './list-store.ts'

/** Reads every venture that stands on the list; one that is gone is told on the page. */
export async function loadList({ client }: PatronContext): Promise<void> {
  const { lines, approvals } = listStore.read()
  const all = [...lines, ...(approvals[0]?.lines ?? [])]
  const own = all.filter(({ origin }) => origin === null).map(({ address }) => client.fetchQuery(pq('publicVenture', { address })))
  const followed = publicPlace().files ? [] : all.filter(({ origin }) => origin !== null)
  await Promise.allSettled([...own, ...followed.map(({ url }) => client.fetchQuery(pq('followedVenture', { url })))])
}
