import { q } from '#web/api/client.ts'
import type { LoadContext } from '#web/shell/route.ts'

/** Reads what was pledged. */
export async function loadPledges({ client, book }: LoadContext): Promise<void> {
  await client.fetchQuery(q('pledges', { book: book.id }))
}
