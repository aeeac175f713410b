import { q } from '#web/api/client.ts'
import type { LoadContext } from '#web/shell/route.ts'

/** Reads what the book is set to, and what is known of the program. */
export async function loadSettings({ client, book }: LoadContext): Promise<void> {
  const params = { book: book.id }
  await Promise.all([
    client.fetchQuery(q('about', {})),
    client.fetchQuery(q('ventures', params)),
    client.fetchQuery(q('streams', params)),
    client.fetchQuery(q('ownRates', params)),
    client.fetchQuery(q('hours', params)),
  ])
}
