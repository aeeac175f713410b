import { afterEach, expect, test, vi } from 'vitest'
import { addressOf, ApiError, q, send } from './client.ts'

afterEach(() => vi.unstubAllGlobals())

function answer(status: number, body: unknown) {
  const fetch = vi.fn<() => Promise<Response>>(async () => Response.json(body, { status }))
  vi.stubGlobal('fetch', fetch)
  return fetch
}

test('names in braces are filled, the rest becomes the query, what is undefined is left out', () => {
  expect(addressOf('month', { book: 'main', month: '2026-10', lens: undefined })).toBe('/api/v1/books/main/month?month=2026-10')
  expect(addressOf('entry', { book: 'main', entry: '3:a/b' })).toBe('/api/v1/books/main/entries/3%3Aa%2Fb')
  expect(addressOf('books', undefined)).toBe('/api/v1/books')
})

test('a query is keyed by the name of its route and its parameters', () => {
  expect(q('month', { book: 'main', lens: 'cash' }).queryKey).toEqual(['month', { book: 'main', lens: 'cash' }])
})

test('a write sends its body as JSON by the method of its route', async () => {
  const fetch = answer(200, [])
  await send('setTarget', { params: { book: 'main', month: '2026-11' }, body: { bare: 1, enough: 2, comfortable: 3 } })
  expect(fetch).toHaveBeenCalledWith('/api/v1/books/main/targets/2026-11', {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: '{"bare":1,"enough":2,"comfortable":3}',
  })
})

test("an answer that is no success throws the problem's own words", async () => {
  answer(422, {
    type: 'about:blank',
    title: 'Not a target',
    status: 422,
    detail: 'Failed to set the target: bare is above enough. Lower it.',
  })
  const refused = send('deleteBook', { params: { book: 'main' } })
  await expect(refused).rejects.toThrow('Failed to set the target: bare is above enough. Lower it.')
  await expect(refused).rejects.toMatchObject({ status: 422 })
})

test('a network that is not there is a problem with status 0', async () => {
  vi.stubGlobal('fetch', async () => {
    throw new TypeError('fetch failed')
  })
  await expect(send('deleteBook', { params: { book: 'main' } })).rejects.toBeInstanceOf(ApiError)
  await expect(send('deleteBook', { params: { book: 'main' } })).rejects.toMatchObject({ status: 0 })
})
