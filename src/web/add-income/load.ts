import { q } from '#web/api/client.ts'
import type { LoadContext } from '#web/shell/route.ts'

/** Reads the streams that an income can belong to. */
export async function loadAddIncome({ client, book }: LoadContext): Promise<void> {
  await Promise.all([client.fetchQuery(q('streams', { book: book.id })), client.fetchQuery(q('ventures', { book: book.id }))])
}
