import { q } from '#web/api/client.ts'
import type { LoadContext } from '#web/shell/route.ts'
import { crowdParams } from './queries.ts'

/** Reads all that the Patrons page shows: one answer. */
export async function loadPatrons({ client, book, search }: LoadContext): Promise<void> {
  await client.fetchQuery(q('crowd', crowdParams(book, search)))
}
