import type { QueryClient } from '@tanstack/react-query'
import type { ComponentType } from 'react'
import type { Book } from '#contract/book.ts'
import { matchPath } from './address.ts'

/** What a loader knows of the address that is opened. */
export interface LoadContext {
  client: QueryClient
  book: Book
  params: Record<string, string>
  search: URLSearchParams
}

/** One page: where it stands, what it reads before it is shown, and the code that shows it. */
export interface Route<Context = LoadContext> {
  pattern: string
  /** Awaits, by `client.fetchQuery(q(…))`, every query that the page reads with `usePrefetched(q(…))`. */
  load(context: Context): Promise<unknown>
  /** Loads the page's code; a page is an own file of the build. */
  page(): Promise<ComponentType>
}

export interface Match<Context> {
  route: Route<Context>
  params: Record<string, string>
}

/** The first route that a path fits, or undefined. */
export function findRoute<Context>(routes: readonly Route<Context>[], path: string): Match<Context> | undefined {
  for (const route of routes) {
    const params = matchPath(route.pattern, path)
    if (params) return { route, params }
  }
  return undefined
}
