import type { QueryClient } from '@tanstack/react-query'
import { monthOf } from '#domain/month.ts'
import { q } from '#web/api/client.ts'
import { FRESH_MS } from '#web/api/query-client.ts'
import type { LoadContext } from '#web/shell/route.ts'
import { monthQueries } from './queries.ts'

/**
 * Reads all figures of the Month page in one request, and hands each part to its own query: what changes later is read again by
 * itself.
 */
export async function loadMonth({ client, book, params, search }: LoadContext): Promise<void> {
  const { month, months, came } = monthQueries(book, params['month'], search)
  const of = { book: book.id }
  const parts = {
    month: q('month', month).queryKey,
    months: q('incomeByMonth', months).queryKey,
    ventures: q('ventures', of).queryKey,
    streams: q('streams', of).queryKey,
    change: q('monthChange', came).queryKey,
    carriers: q('carriers', came).queryKey,
    time: q('time', of).queryKey,
    ...(month.month === monthOf(book.today) && { pledged: q('pledged', of).queryKey, outlook: q('outlook', of).queryKey }),
  }
  if (Object.values(parts).every((key) => isFresh(client, key))) return
  const { from } = months
  const view = await client.fetchQuery({ ...q('monthView', { ...month, ...(from !== undefined && { from }) }), staleTime: 0, gcTime: 0 })
  for (const [name, key] of Object.entries(parts)) {
    const part = view[name as keyof typeof parts]
    // Null is told of a month that has just ended: no answer of its own query.
    if (part !== null) client.setQueryData<unknown>(key, part)
  }
}

function isFresh(client: QueryClient, queryKey: readonly unknown[]): boolean {
  const query = client.getQueryCache().find({ queryKey, exact: true })
  return query !== undefined && query.state.data !== undefined && !query.isStaleByTime(FRESH_MS)
}
