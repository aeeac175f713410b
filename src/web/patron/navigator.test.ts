import { expect, test, vi } from 'vitest'
import { createQueryClient } from '#web/api/query-client.ts'
import type { LocationSource } from '#web/shell/location.ts'
import { createPatronNavigator } from './navigator.ts'
import type { PatronContext, PatronRoute } from './route.ts'

const Page = () => null

function opened(first: string, siteStatus = 200) {
  vi.stubGlobal('document', { querySelector: () => null })
  vi.stubGlobal('window', { location: { href: 'https://ventures.example/' } })
  vi.stubGlobal('fetch', async () => Response.json({ name: 'Ventures', today: '2026-11-26' }, { status: siteStatus }))
  const stack = [first]
  const location: LocationSource = {
    read: () => stack.at(-1) ?? '/',
    href: (address) => address,
    push: (address) => void stack.push(address),
    replace: (address) => void stack.splice(-1, 1, address),
    subscribe: () => () => {},
    scrolled: () => 0,
    scrollTo: () => {},
  }
  const seen: PatronContext[] = []
  const load = async (context: PatronContext) => void seen.push(context)
  const routes: PatronRoute[] = ['/', '/v/:address', '/pledge'].map((pattern) => ({ pattern, load, page: async () => Page }))
  const navigator = createPatronNavigator({ client: createQueryClient(), location, routes })
  navigator.start()
  return { navigator, seen }
}

test('a page is opened with its parameters, and belongs to no book', async () => {
  const { navigator, seen } = opened('/v/obtool?tag=craft')
  await vi.waitFor(() => expect(navigator.shown()).toMatchObject({ book: null, params: { address: 'obtool' }, view: { page: Page } }))
  expect(seen[0]?.search.get('tag')).toBe('craft')
})

test('a token is read from the fragment', async () => {
  const { navigator } = opened('/pledge#c2VjcmV0')
  await vi.waitFor(() => expect(navigator.shown()).toMatchObject({ params: { token: 'c2VjcmV0' }, view: { page: Page } }))
  await navigator.go('/pledge')
  expect(navigator.shown()?.params).toEqual({})
})

test('an address without a page is missing', async () => {
  const { navigator } = opened('/nowhere')
  await vi.waitFor(() => expect(navigator.shown()?.view).toBe('missing'))
})

test('a site that does not answer is an error in words', async () => {
  const { navigator } = opened('/', 500)
  await vi.waitFor(() => expect(navigator.shown()?.view).toMatchObject({ error: { message: expect.stringMatching(/^Failed to/) } }))
})
