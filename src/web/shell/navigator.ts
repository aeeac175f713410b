import type { QueryClient } from '@tanstack/react-query'
import type { ComponentType } from 'react'
import type { Book } from '#contract/book.ts'
import { ApiError, q } from '#web/api/client.ts'
import { parseAddress, type Address } from './address.ts'
import { askingLocation, leave } from './leaving.ts'
import type { LocationSource } from './location.ts'
import { createOpener, type Opener } from './opener.ts'
import { findRoute, type Route } from './route.ts'

/** What stands on the screen, or will. The patron's pages belong to no book. */
export interface Shown {
  address: Address
  params: Record<string, string>
  book: Book | null
  view: { page: ComponentType } | { error: unknown } | 'missing'
}

export interface Navigator extends Opener<Shown> {
  /** The address asked for last, opened or not. */
  asked(): Address
}

interface NavigatorParts {
  client: QueryClient
  location: LocationSource
  routes: readonly Route[]
  /** Loads the code of the page that stands everywhere as long as there is no book. */
  firstStart(): Promise<ComponentType>
}

/** The code of a page does not come where the program has ended, or was replaced by a newer one. */
export function codeMissing(): never {
  throw new ApiError({
    type: 'about:blank',
    title: 'Enough does not answer',
    status: 0,
    detail: 'Failed to open the page: its code did not come. See whether Enough still runs, and try again.',
  })
}

async function open(text: string, { client, routes, firstStart }: NavigatorParts): Promise<Shown> {
  const address = parseAddress(text)
  const shown: Shown = { address, params: {}, book: null, view: 'missing' }
  try {
    const books = await client.fetchQuery(q('books', {}))
    const book = books.find((one) => one.id === address.book)
    // An example that is gone is missing; without a book of one's own everything begins at the first question.
    if (!book) return books.some((one) => one.id === 'main') ? shown : { ...shown, view: { page: await firstStart().catch(codeMissing) } }
    shown.book = book
    const match = findRoute(routes, address.path)
    if (!match) return shown
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

/** Opens the owner's pages, each with its book. */
export function createNavigator(parts: NavigatorParts): Navigator {
  const { routes } = parts
  const location = askingLocation(parts.location)
  const opener = createOpener({
    location,
    open: (text) => open(text, parts),
    preload: (text) => void findRoute(routes, parseAddress(text).path)?.route.page(),
  })
  return {
    ...opener,
    go: (text, replace) => leave(location.read(), text, () => opener.go(text, replace)),
    asked: () => parseAddress(location.read()),
  }
}
