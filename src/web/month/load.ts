import { monthOf } from '#domain/month.ts'
import { q } from '#web/api/client.ts'
import type { LoadContext } from '#web/shell/route.ts'
import { monthQueries } from './queries.ts'

/** Reads all that the Month page shows. */
export async function loadMonth({ client, book, params, search }: LoadContext): Promise<void> {
  const { month, months } = monthQueries(book, params['month'], search)
  const running = month.month === monthOf(book.today)
  await Promise.all([
    client.fetchQuery(q('month', month)),
    client.fetchQuery(q('incomeByMonth', months)),
    client.fetchQuery(q('ventures', { book: book.id })),
    client.fetchQuery(q('streams', { book: book.id })),
    running && client.fetchQuery(q('pledged', { book: book.id })),
  ])
}
