import type { QueryClient } from '@tanstack/react-query'
import { afterEach, expect, test, vi } from 'vitest'
import { q } from '#web/api/client.ts'
import { createQueryClient } from '#web/api/query-client.ts'
import type { LoadContext } from '#web/shell/route.ts'
import { loadMonth } from './load.ts'
import { monthQueries } from './queries.ts'

afterEach(() => vi.unstubAllGlobals())

/** The page's loader against an answer whose parts are only named, and the addresses that it asked. */
function loader({ pledged }: { pledged: object | null }) {
  const asked: string[] = []
  vi.stubGlobal('fetch', async (address: string) => {
    asked.push(address)
    const parts = { month: { is: 'month' }, months: { is: 'months' }, ventures: ['venture'], streams: ['stream'], pledged }
    return Response.json(parts)
  })
  const client: QueryClient = createQueryClient()
  const book = { id: 'main', today: '2026-11-22' } as LoadContext['book']
  return { asked, client, book }
}

test('the page is read in one request, whose parts stand under their own queries', async () => {
  const { asked, client, book } = loader({ pledged: { month: 5, pledges: 1, atRisk: 0 } })
  const search = new URLSearchParams('lens=smoothed')
  await loadMonth({ client, book, params: {}, search })
  expect(asked).toEqual(['/api/v1/books/main/month-view?month=2026-11&lens=smoothed&from=2024-12'])
  const { month, months } = monthQueries(book, undefined, search)
  expect(client.getQueryData(q('month', month).queryKey)).toEqual({ is: 'month' })
  expect(client.getQueryData(q('incomeByMonth', months).queryKey)).toEqual({ is: 'months' })
  expect(client.getQueryData(q('ventures', { book: 'main' }).queryKey)).toEqual(['venture'])
  expect(client.getQueryData(q('streams', { book: 'main' }).queryKey)).toEqual(['stream'])
  expect(client.getQueryData(q('pledged', { book: 'main' }).queryKey)).toEqual({ month: 5, pledges: 1, atRisk: 0 })
})

test('it is read again only where a part is missing or no longer true', async () => {
  const { asked, client, book } = loader({ pledged: null })
  const past = { client, book, params: { month: '2026-03' }, search: new URLSearchParams() }
  await loadMonth(past)
  await loadMonth(past)
  expect(asked).toHaveLength(1)
  await client.invalidateQueries()
  await loadMonth(past)
  expect(asked).toHaveLength(2)
  await loadMonth({ ...past, params: { month: '2026-02' } })
  expect(asked).toHaveLength(3)
})
