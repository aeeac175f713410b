import { pq } from '#web/api/public-client.ts'
import { parsedMarkdown } from '../prose-source.ts'
import type { PatronContext } from '../route.ts'

/** Reads a venture as it is published; what writes its text comes meanwhile. */
export function loadVenture({ client, params }: PatronContext): Promise<unknown> {
  return Promise.all([client.fetchQuery(pq('publicVenture', { address: params['address'] ?? '' })), parsedMarkdown()])
}
