import { q } from '#web/api/client.ts'
import type { LoadContext } from '#web/shell/route.ts'

/** Reads what is shared, with whom, and what was pledged. */
export async function loadSharing({ client, book }: LoadContext): Promise<void> {
  await Promise.all([client.fetchQuery(q('sharing', { book: book.id })), client.fetchQuery(q('pledges', { book: book.id }))])
}
