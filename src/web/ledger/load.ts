import { q } from '#web/api/client.ts'
import type { LoadContext } from '#web/shell/route.ts'
import { pageParams, readView } from './view.ts'

/** Reads the first rows, and the streams to filter by. */
export async function loadLedger({ client, book, search }: LoadContext): Promise<void> {
  await Promise.all([
    client.fetchQuery(q('entries', pageParams(book.id, readView(search), 0))),
    client.fetchQuery(q('streams', { book: book.id })),
  ])
}
