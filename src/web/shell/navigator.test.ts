import { expect, test, vi } from 'vitest'
import { createQueryClient } from '#web/api/query-client.ts'
import type { LocationSource } from './location.ts'
import { createNavigator } from './navigator.ts'
import type { Route } from './route.ts'

const FirstPage = () => null
const MonthPage = () => null
const SlowPage = () => null

function fakeLocation(first: string): LocationSource & { back: (address: string) => void; scroll: number; stack: string[] } {
  const stack = [first]
  let listener = () => {}
  return {
    stack,
    scroll: 0,
    read: () => stack.at(-1) ?? '/',
    href: (address) => address,
    push: (address) => void stack.push(address),
    replace: (address) => void stack.splice(-1, 1, address),
    subscribe(next) {
      listener = next
      return () => {}
    },
    scrolled() {
      return this.scroll
    },
    scrollTo(y) {
      this.scroll = y
    },
    back(address) {
      stack.push(address)
      listener()
    },
  }
}

function opened(first: string, books: { id: string }[]) {
  vi.stubGlobal('fetch', async () => Response.json(books))
  const location = fakeLocation(first)
  const slow = Promise.withResolvers<void>()
  const routes: Route[] = [
    { pattern: '/', load: async () => {}, page: async () => MonthPage },
    { pattern: '/slow/:id', load: () => slow.promise, page: async () => SlowPage },
    {
      pattern: '/broken',
      load: async () => {
        throw new Error('Failed to read the page: it is broken. Mend it.')
      },
      page: async () => SlowPage,
    },
    { pattern: '/old', load: async () => {}, page: async () => Promise.reject(new TypeError('Importing a module script failed.')) },
  ]
  const navigator = createNavigator({ client: createQueryClient(), location, routes, firstStart: async () => FirstPage })
  navigator.start()
  return { navigator, location, slow }
}

const main = [{ id: 'main' }]

test('the address that stands there is opened with its book', async () => {
  const { navigator } = opened('/', main)
  await vi.waitFor(() => expect(navigator.shown()).toMatchObject({ book: { id: 'main' }, view: { page: MonthPage } }))
})

test('without a book everything is the first start; an example that is gone is missing', async () => {
  const none = opened('/', [])
  await vi.waitFor(() => expect(none.navigator.shown()?.view).toEqual({ page: FirstPage }))
  const gone = opened('/example/', main)
  await vi.waitFor(() => expect(gone.navigator.shown()?.view).toBe('missing'))
})

test('an unknown path is missing, a loader that throws shows its error', async () => {
  const { navigator } = opened('/nowhere', main)
  await vi.waitFor(() => expect(navigator.shown()?.view).toBe('missing'))
  await navigator.go('/broken')
  expect(navigator.shown()?.view).toMatchObject({ error: { message: 'Failed to read the page: it is broken. Mend it.' } })
})

test('a page whose code does not come says so in words', async () => {
  const { navigator } = opened('/old', main)
  await vi.waitFor(() =>
    expect(navigator.shown()?.view).toMatchObject({ error: { message: expect.stringMatching(/its code did not come/) } }),
  )
})

test('a later press wins over an earlier one that is slow', async () => {
  const { navigator, slow } = opened('/', main)
  const first = navigator.go('/slow/1')
  expect(navigator.opening()).toBe(true)
  await navigator.go('/')
  expect(navigator.shown()?.view).toMatchObject({ page: MonthPage })
  slow.resolve()
  await first
  expect(navigator.shown()?.view).toMatchObject({ page: MonthPage })
  expect(navigator.opening()).toBe(false)
})

test('a new page begins at its top, the way back ends where one was, a changed view stays where it is', async () => {
  const { navigator, location, slow } = opened('/', main)
  slow.resolve()
  await vi.waitFor(() => expect(navigator.shown()).not.toBeNull())
  location.scroll = 300
  await navigator.go('/slow/1')
  expect(location.scroll).toBe(0)
  location.scroll = 50
  await navigator.go('/slow/1?lens=smoothed', true)
  expect(location.scroll).toBe(50)
  expect(location.stack).toEqual(['/', '/slow/1?lens=smoothed'])
  location.back('/')
  await vi.waitFor(() => expect(location.scroll).toBe(300))
})
