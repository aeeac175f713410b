import type { QueryClient } from '@tanstack/react-query'
import { monthOf } from '#domain/month.ts'
import { q } from '#web/api/client.ts'
import { FRESH_MS } from '#web/api/query-client.ts'
import type { LoadContext } from '#web/shell/route.ts'
import { monthQueries } from './queries.ts'

/**
 * Reads all that the Month page draws at first, in one request, and hands each part to its own query: what changes later is read
 * again by itself.
 */
export async function loadMonth({ client, book, params, search }: LoadContext): Promise<void> {
  const { month, months } = monthQueries(book, params['month'], search)
  const of = { book: book.id }
  const running = month.month === monthOf(book.today)
  const parts = [q('month', month), q('incomeByMonth', months), q('ventures', of), q('streams', of), ...(running ? [q('pledged', of)] : [])]
  if (parts.every(({ queryKey }) => isFresh(client, queryKey))) return
  const { from } = months
  const view = await client.fetchQuery({ ...q('monthView', { ...month, ...(from !== undefined && { from }) }), staleTime: 0, gcTime: 0 })
  client.setQueryData(q('month', month).queryKey, view.month)
  client.setQueryData(q('incomeByMonth', months).queryKey, view.months)
  client.setQueryData(q('ventures', of).queryKey, view.ventures)
  client.setQueryData(q('streams', of).queryKey, view.streams)
  if (view.pledged) client.setQueryData(q('pledged', of).queryKey, view.pledged)
}

function isFresh(client: QueryClient, queryKey: readonly unknown[]): boolean {
  const query = client.getQueryCache().find({ queryKey, exact: true })
  return query !== undefined && query.state.data !== undefined && !query.isStaleByTime(FRESH_MS)
}
