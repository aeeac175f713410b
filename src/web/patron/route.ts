import type { QueryClient } from '@tanstack/react-query'
import type { Route } from '#web/shell/route.ts'

/** What a loader of the patron's pages knows of the address that is opened. */
export interface PatronContext {
  client: QueryClient
  /** Parameters of the path; `token` is what stands in the fragment of a signed link. */
  params: Record<string, string>
  search: URLSearchParams
}

export type PatronRoute = Route<PatronContext>
