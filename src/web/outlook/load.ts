import { q } from '#web/api/client.ts'
import { readLens } from '#web/lens/lens.ts'
import type { LoadContext } from '#web/shell/route.ts'
import { outlookParams } from './outlook-params.ts'

/** Reads what the months to come are drawn from, in cash and in the lens that is asked for, what is planned, and what is for tax. */
export async function loadOutlook({ client, book, search }: LoadContext): Promise<void> {
  await Promise.all([
    client.fetchQuery(q('outlook', outlookParams(book.id, 'cash'))),
    client.fetchQuery(q('outlook', outlookParams(book.id, readLens(search)))),
    client.fetchQuery(q('plans', { book: book.id })),
    client.fetchQuery(q('tax', { book: book.id })),
  ])
}
