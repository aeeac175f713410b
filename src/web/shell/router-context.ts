import { createContext, use } from 'react'
import type { Book } from '#contract/book.ts'
import type { Address } from './address.ts'

/** What every page may know of where it is. */
export interface RouterState {
  address: Address
  params: Record<string, string>
  /** The book that the address belongs to; null on the first start. */
  book: Book | null
  /**
   * Goes to a path of the active book, or of `book`; settles when the page is ready to be shown. A path that changes only a part of
   * the address is a function of the address asked for last, so that two quick presses both count.
   */
  navigate(path: string | ((asked: Address) => string), options?: NavigateOptions): Promise<void>
  /** What a link to a path carries. */
  href(path: string, book?: Address['book']): string
  /** Fetches the code of a page that is likely opened next. */
  preload(path: string): void
}

export interface NavigateOptions {
  book?: Address['book']
  /** Changes the address in place: for lens, grouping and filters, which are no steps to go back. */
  replace?: boolean
}

export const RouterContext = createContext<RouterState | null>(null)

/** The address and how to leave it. */
export function useRouter(): RouterState {
  const state = use(RouterContext)
  if (!state) throw new Error('Failed to read the address: no router stands above. Render the component inside <Router>.')
  return state
}

/** The active book's address: path, params of the route's pattern, search. */
export function useAddress(): Address & { params: Record<string, string> } {
  const { address, params } = useRouter()
  return { ...address, params }
}
