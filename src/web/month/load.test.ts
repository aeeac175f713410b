import type { QueryClient } from '@tanstack/react-query'
import { afterEach, expect, test, vi } from 'vitest'
import { q } from '#web/api/client.ts'
import { createQueryClient } from '#web/api/query-client.ts'
import type { LoadContext } from '#web/shell/route.ts'
import { loadMonth } from './load.ts'
import { monthQueries } from './queries.ts'

afterEach(() => vi.unstubAllGlobals())

/** What each part of the answer is told apart by. */
const PARTS = Object.fromEntries(
  ['month', 'months', 'ventures', 'streams', 'change', 'carriers', 'time', 'pledged', 'outlook'].map((is) => [is, { is }]),
)

/** The page's loader against an answer whose parts are only named, and the addresses that it asked. */
function loader({ running }: { running: boolean }) {
  const asked: string[] = []
  vi.stubGlobal('fetch', async (address: string) => {
    asked.push(address)
    return Response.json({ ...PARTS, ...(!running && { pledged: null, outlook: null }) })
  })
  const client: QueryClient = createQueryClient()
  const book = { id: 'main', today: '2026-11-22' } as LoadContext['book']
  return { asked, client, book }
}

test('the page is read in one request, whose parts stand under their own queries', async () => {
  const { asked, client, book } = loader({ running: true })
  const search = new URLSearchParams('lens=smoothed')
  await loadMonth({ client, book, params: {}, search })
  expect(asked).toEqual(['/api/v1/books/main/month-view?month=2026-11&lens=smoothed&from=2024-12'])
  const { month, months } = monthQueries(book, undefined, search)
  const of = { book: 'main' }
  const came = { ...of, month: '2026-11', lens: 'smoothed' } as const
  const queries = {
    month: q('month', month),
    months: q('incomeByMonth', months),
    ventures: q('ventures', of),
    streams: q('streams', of),
    change: q('monthChange', came),
    carriers: q('carriers', came),
    time: q('time', of),
    pledged: q('pledged', of),
    outlook: q('outlook', of),
  }
  for (const [is, { queryKey }] of Object.entries(queries)) expect(client.getQueryData<unknown>(queryKey)).toEqual({ is })
})

test('what came alone is told in cash where the lens tells of none, and a month that has just ended has nothing ahead', async () => {
  const { client, book } = loader({ running: false })
  await loadMonth({ client, book, params: {}, search: new URLSearchParams('lens=dependable') })
  const came = { book: 'main', month: '2026-11', lens: 'cash' } as const
  expect(client.getQueryData<unknown>(q('monthChange', came).queryKey)).toEqual({ is: 'change' })
  expect(client.getQueryState(q('outlook', { book: 'main' }).queryKey)).toBeUndefined()
})

test('it is read again only where a part is missing or no longer true', async () => {
  const { asked, client, book } = loader({ running: false })
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
