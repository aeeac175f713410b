import { q } from '#web/api/client.ts'
import type { LoadContext } from '#web/shell/route.ts'

/** Reads what the months to come are drawn from, and what is planned. */
export async function loadOutlook({ client, book }: LoadContext): Promise<void> {
  await Promise.all([client.fetchQuery(q('outlook', { book: book.id })), client.fetchQuery(q('plans', { book: book.id }))])
}
