import { q } from '#web/api/client.ts'
import type { LoadContext } from '#web/shell/route.ts'
import { doublesParams, readDoublesView } from './view.ts'

/** Reads one page of doubles, with the numbers of all of them. */
export async function loadDoubles({ client, book, search }: LoadContext): Promise<void> {
  await client.fetchQuery(q('doubles', doublesParams(book.id, readDoublesView(search))))
}
