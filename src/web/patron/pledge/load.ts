import { signedQuery } from '#web/api/public-client.ts'
import { tokenBehind } from '../giving/giving-store.ts'
import type { PatronContext } from '../route.ts'

/** Reads the pledge that a signed link opens; without a token the page says what is missing. */
export async function loadPledge({ client, params }: PatronContext): Promise<unknown> {
  const token = tokenBehind(params['token'] ?? '')
  return !token ? undefined : client.fetchQuery(signedQuery('pledgeState', token))
}
