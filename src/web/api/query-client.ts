import { MutationCache, QueryClient } from '@tanstack/react-query'
import { ApiError } from './client.ts'

/** Reads come from this machine, so a second look is cheap; ten seconds only spare the repeats within one act. */
export const FRESH_MS = 10_000

/**
 * One client for the page. Every write makes everything that was read stale, in this one place:
 * fetching once too often is better than showing a sum that is no longer true.
 */
export function createQueryClient(): QueryClient {
  const client: QueryClient = new QueryClient({
    mutationCache: new MutationCache({ onSuccess: () => client.invalidateQueries() }),
    defaultOptions: {
      queries: {
        staleTime: FRESH_MS,
        retry: (failures, error) => failures < 1 && error instanceof ApiError && error.status === 0,
      },
    },
  })
  return client
}
