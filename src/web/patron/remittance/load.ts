import { signedQuery } from '#web/api/public-client.ts'
import type { PatronContext } from '../route.ts'

/** Reads what a remittance sheet is about; without a token the page says what is missing. */
export async function loadRemittance({ client, params }: PatronContext): Promise<unknown> {
  const token = params['token']
  return token === undefined ? undefined : client.fetchQuery(signedQuery('remittance', token))
}
