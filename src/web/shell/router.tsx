import type { QueryClient } from '@tanstack/react-query'
import { startTransition, useCallback, useEffect, useMemo, useRef, useState, type ComponentType, type ReactNode } from 'react'
import type { Book } from '#contract/book.ts'
import { q } from '#web/api/client.ts'
import { addressText, parseAddress, type Address } from './address.ts'
import type { LocationSource } from './location.ts'
import { RouterContext, type RouterState } from './router-context.ts'
import { findRoute, type Route } from './route.ts'

/** What stands on the screen, or will. */
export interface Shown {
  address: Address
  params: Record<string, string>
  book: Book | null
  view: { page: ComponentType } | { error: unknown } | 'missing' | 'first-start'
}

interface RouterProps {
  client: QueryClient
  location: LocationSource
  routes: readonly Route[]
  children: (shown: Shown, opening: boolean) => ReactNode
}

async function open(text: string, { client, routes }: Pick<RouterProps, 'client' | 'routes'>): Promise<Shown> {
  const address = parseAddress(text)
  const shown: Shown = { address, params: {}, book: null, view: 'first-start' }
  try {
    const books = await client.fetchQuery(q('books', {}))
    const book = books.find((one) => one.id === address.book)
    // An example that is gone is missing; without a book of one's own everything begins at the first question.
    if (!book) return { ...shown, view: books.some((one) => one.id === 'main') ? 'missing' : 'first-start' }
    shown.book = book
    const match = findRoute(routes, address.path)
    if (!match) return { ...shown, view: 'missing' }
    shown.params = match.params
    const { search } = address
    const [page] = await Promise.all([match.route.page(), match.route.load({ client, book, params: match.params, search })])
    return { ...shown, view: { page } }
  } catch (error) {
    return { ...shown, view: { error } }
  }
}

/** Where one had scrolled to at each address, for the way back. */
const scrolled = new Map<string, number>()

/**
 * Opens addresses: code and data of a page are awaited first, then it is shown in a transition,
 * while the page before stays and a bar tells that something is under way.
 */
export function Router({ client, location, routes, children }: RouterProps) {
  const [shown, setShown] = useState<Shown | null>(null)
  const [opening, setOpening] = useState(false)
  const latest = useRef(0)
  const current = useRef('')

  const go = useCallback(
    async (text: string, restore: boolean) => {
      const turn = ++latest.current
      scrolled.set(current.current, window.scrollY)
      const sheet = (address: string) => address.split('?')[0]
      const elsewhere = sheet(current.current) !== sheet(text)
      current.current = text
      setOpening(true)
      const next = await open(text, { client, routes })
      // A later press wins: what it opens must not be replaced by what was asked for before.
      if (turn !== latest.current) return
      setOpening(false)
      startTransition(() => setShown(next))
      if (elsewhere) requestAnimationFrame(() => window.scrollTo(0, restore ? (scrolled.get(text) ?? 0) : 0))
    },
    [client, routes],
  )

  useEffect(() => {
    window.history.scrollRestoration = 'manual'
    void go(location.read(), false)
    return location.subscribe(() => void go(location.read(), true))
  }, [go, location])

  const active = shown?.address.book ?? 'main'
  const state = useMemo<RouterState | null>(() => {
    if (!shown) return null
    return {
      address: shown.address,
      params: shown.params,
      book: shown.book,
      navigate(path, options = {}) {
        const asked = typeof path === 'string' ? path : path(parseAddress(location.read()))
        const text = addressText(options.book ?? active, asked)
        if (options.replace || text === location.read()) location.replace(text)
        else location.push(text)
        return go(text, false)
      },
      href: (path, book = active) => location.href(addressText(book, path)),
      preload: (path) => void findRoute(routes, parseAddress(path).path)?.route.page(),
    }
  }, [active, go, location, routes, shown])

  if (!shown || !state) return null
  return <RouterContext value={state}>{children(shown, opening)}</RouterContext>
}
