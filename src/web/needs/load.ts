import { q } from '#web/api/client.ts'
import type { LoadContext } from '#web/shell/route.ts'

/** Reads what each venture needs. */
export async function loadNeeds({ client, book }: LoadContext): Promise<void> {
  await Promise.all([client.fetchQuery(q('ventures', { book: book.id })), client.fetchQuery(q('ventureTargets', { book: book.id }))])
}
