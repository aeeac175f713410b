import type { QueryClient } from '@tanstack/react-query'
import type { ComponentType } from 'react'
import type { Book } from '#contract/book.ts'
import { ApiError, q } from '#web/api/client.ts'
import { parseAddress, type Address } from './address.ts'
import type { LocationSource } from './location.ts'
import { findRoute, type Route } from './route.ts'

/** What stands on the screen, or will. */
export interface Shown {
  address: Address
  params: Record<string, string>
  book: Book | null
  view: { page: ComponentType } | { error: unknown } | 'missing' | 'first-start'
}

/** Opens addresses. It knows no React, so that it can be tested without a browser. */
export interface Navigator {
  /** What was opened last; null before the first address is. */
  shown(): Shown | null
  /** Whether an address is being opened right now. */
  opening(): boolean
  subscribe(listener: () => void): () => void
  /** Opens the address that stands there and follows back and forward; answers the way to stop. */
  start(): () => void
  /** The address asked for last, opened or not. */
  asked(): Address
  /** Opens an address; settles when it can be shown, or when a later one has taken its place. */
  go(text: string, replace?: boolean): Promise<void>
  href(text: string): string
  /** Fetches the code of the page of an address that is likely opened next. */
  preload(text: string): void
}

interface NavigatorParts {
  client: QueryClient
  location: LocationSource
  routes: readonly Route[]
}

/** The code of a page does not come where the program has ended, or was replaced by a newer one. */
function codeMissing(): never {
  throw new ApiError({
    type: 'about:blank',
    title: 'Enough does not answer',
    status: 0,
    detail: 'Failed to open the page: its code did not come. See whether Enough still runs, and try again.',
  })
}

async function open(text: string, { client, routes }: NavigatorParts): Promise<Shown> {
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
    const [page] = await Promise.all([
      match.route.page().catch(codeMissing),
      match.route.load({ client, book, params: match.params, search }),
    ])
    return { ...shown, view: { page } }
  } catch (error) {
    return { ...shown, view: { error } }
  }
}

/**
 * Code and data of a page are awaited first, then it is shown; the page before stays meanwhile. A later press wins: what an earlier
 * one opens never replaces what was asked for after it.
 */
export function createNavigator(parts: NavigatorParts): Navigator {
  const { location, routes } = parts
  const listeners = new Set<() => void>()
  const scrolled = new Map<string, number>()
  let shown: Shown | null = null
  let opening = false
  let turn = 0
  let at = ''
  const tell = () => listeners.forEach((listener) => listener())
  const sheetOf = (text: string) => text.split('?')[0]

  const arrive = async (text: string, back: boolean) => {
    const own = ++turn
    scrolled.set(at, location.scrolled())
    const elsewhere = sheetOf(at) !== sheetOf(text)
    at = text
    opening = true
    tell()
    const next = await open(text, parts)
    if (own !== turn) return
    shown = next
    opening = false
    tell()
    if (elsewhere) location.scrollTo(back ? (scrolled.get(text) ?? 0) : 0)
  }
  return {
    shown: () => shown,
    opening: () => opening,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    start() {
      void arrive(location.read(), false)
      return location.subscribe(() => void arrive(location.read(), true))
    },
    asked: () => parseAddress(location.read()),
    go(text, replace = false) {
      if (replace || text === location.read()) location.replace(text)
      else location.push(text)
      return arrive(text, false)
    },
    href: (text) => location.href(text),
    preload: (text) => void findRoute(routes, parseAddress(text).path)?.route.page(),
  }
}
