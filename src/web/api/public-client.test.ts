import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { ApiError } from './client.ts'
import { browseQuery, pq, psend, publicAddress, sendInvoice, signedQuery } from './public-client.ts'

const token = 'c2VjcmV0LXRva2Vu'

beforeEach(() => {
  // A page without any word about where it stands: at the root, with an API.
  vi.stubGlobal('document', { querySelector: () => null })
  vi.stubGlobal('window', { location: { href: 'https://ventures.example/' } })
})
afterEach(() => vi.unstubAllGlobals())

function answer(status: number, body: unknown) {
  const fetch = vi.fn<(address: string, init?: RequestInit) => Promise<Response>>(async () => Response.json(body, { status }))
  vi.stubGlobal('fetch', fetch)
  return fetch
}

/** Runs what a query would. */
async function run(query: { queryFn?: unknown }): Promise<unknown> {
  const fetching = query.queryFn as (context: { signal: AbortSignal }) => Promise<unknown>
  return fetching({ signal: new AbortController().signal })
}

test('the public API stands below its own root', async () => {
  const fetch = answer(200, { address: 'obtool' })
  expect(await run(pq('publicVenture', { address: 'obtool' }))).toEqual({ address: 'obtool' })
  expect(fetch.mock.calls[0]?.[0]).toBe('/api/public/v1/ventures/obtool')
})

test('an amount goes in a body, never in an address', async () => {
  const fetch = answer(200, { items: [] })
  await run(browseQuery({ amount: 1234, amountCurrency: 'EUR' }))
  const [address, init] = fetch.mock.calls[0] ?? []
  expect(address).toBe('/api/public/v1/browse')
  expect(init).toMatchObject({ method: 'POST', body: '{"amount":1234,"amountCurrency":"EUR"}' })
})

test('a token goes in a header, never in an address or a body', async () => {
  const fetch = answer(200, {})
  await run(signedQuery('pledgeState', token))
  await psend('changePledge', { token, body: { cancel: true } })
  await psend('openPortal', { token })
  await sendInvoice(token, new File(['%PDF-'], 'invoice.pdf', { type: 'application/pdf' }))
  expect(fetch).toHaveBeenCalledTimes(4)
  for (const [address, init] of fetch.mock.calls) {
    expect(address).not.toContain(token)
    expect(String(init?.body ?? '')).not.toContain(token)
    expect(new Headers(init?.headers).get('authorization')).toBe(`Bearer ${token}`)
  }
})

test("a refusal is thrown in the problem's own words", async () => {
  answer(429, { type: 'about:blank', title: 'Too many', status: 429, detail: 'Failed to pledge: too many at once. Wait a minute.' })
  const refused = psend('openPortal', { token })
  await expect(refused).rejects.toBeInstanceOf(ApiError)
  await expect(refused).rejects.toThrow('Failed to pledge: too many at once. Wait a minute.')
})

test('names in an address are written safely', () => {
  expect(publicAddress('publicVenture', { address: 'a/b' })).toBe('/api/public/v1/ventures/a%2Fb')
})
