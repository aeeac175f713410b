import type { BrowseQuery } from '#contract/public.ts'

/** What browse is looked at by. The amount is no part of it: amounts never stand in an address. */
export type BrowseView = Partial<Pick<BrowseQuery, 'search' | 'tag' | 'work' | 'currency' | 'sort'>>

/** Every address of the patron's pages, below the root of the public site. */
export const publicTo = {
  browse: (view: BrowseView = {}) => {
    const search = new URLSearchParams()
    for (const [key, value] of Object.entries(view))
      if (value !== undefined && value !== '' && !(key === 'sort' && value === 'change')) search.set(key, value)
    return search.size > 0 ? `/?${search}` : '/'
  },
  venture: (address: string) => `/v/${encodeURIComponent(address)}`,
  list: () => '/list',
  giving: () => '/giving',
  /** The token stands in the fragment, which no server is ever sent. */
  pledge: (token: string) => `/pledge#${token}`,
}

const SORTS: readonly BrowseQuery['sort'][] = ['change', 'nearest', 'fewest', 'newest']
const WORKS = ['basic', 'income'] as const

/** Reads a view from an address; what makes no sense is left out. */
export function browseView(search: URLSearchParams): BrowseView {
  const text = (name: string, longest: number) => search.get(name)?.slice(0, longest) ?? ''
  const currency = text('currency', 3)
  const sort = SORTS.find((one) => one === search.get('sort'))
  const work = WORKS.find((one) => one === search.get('work'))
  return {
    ...(text('search', 200) !== '' && { search: text('search', 200) }),
    ...(text('tag', 30) !== '' && { tag: text('tag', 30) }),
    ...(work && { work }),
    ...(/^[A-Z]{3}$/.test(currency) && { currency }),
    ...(sort && { sort }),
  }
}
