import type { QueryClient } from '@tanstack/react-query'
import { pq } from '#web/api/public-client.ts'
import { parseAddress } from '#web/shell/address.ts'
import type { LocationSource } from '#web/shell/location.ts'
import { codeMissing, type Navigator, type Shown } from '#web/shell/navigator.ts'
import { createOpener } from '#web/shell/opener.ts'
import { findRoute } from '#web/shell/route.ts'
import type { PatronRoute } from './route.ts'

interface PatronParts {
  client: QueryClient
  location: LocationSource
  routes: readonly PatronRoute[]
}

/** Opens the patron's pages: of no book, but each with what the site says of itself. */
export function createPatronNavigator({ client, location, routes }: PatronParts): Navigator {
  const open = async (text: string): Promise<Shown> => {
    const address = parseAddress(text)
    const match = findRoute(routes, address.path)
    const token = text.split('#')[1] ?? ''
    const params: Record<string, string> = { ...match?.params, ...(token !== '' && { token }) }
    const shown: Shown = { address, params, book: null, view: 'missing' }
    try {
      const [page] = await Promise.all([
        match?.route.page().catch(codeMissing),
        match?.route.load({ client, params, search: address.search }),
        client.fetchQuery(pq('site', {})),
      ])
      return page ? { ...shown, view: { page } } : shown
    } catch (error) {
      return { ...shown, view: { error } }
    }
  }
  return {
    ...createOpener({ location, open, preload: (text) => void findRoute(routes, parseAddress(text).path)?.route.page() }),
    asked: () => parseAddress(location.read()),
  }
}
