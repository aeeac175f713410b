import { q } from '#web/api/client.ts'
import type { LoadContext } from '#web/shell/route.ts'

/** Reads what files can be put to, and what was imported before. */
export async function loadImport({ client, book }: LoadContext): Promise<void> {
  await Promise.all([
    client.fetchQuery(q('about', {})),
    client.fetchQuery(q('imports', { book: book.id })),
    client.fetchQuery(q('streams', { book: book.id })),
    client.fetchQuery(q('ventures', { book: book.id })),
  ])
}
