import { useQuery, type QueryKey, type UseQueryOptions } from '@tanstack/react-query'

/**
 * Reads a query that the page's loader has awaited, so that a component needs no guard for data that is not there yet.
 * Throws with the name of the route when the loader forgot it.
 */
export function usePrefetched<T, E extends Error, K extends QueryKey>(options: UseQueryOptions<T, E, T, K>): T {
  const { data } = useQuery(options)
  if (data === undefined) {
    throw new Error(`Failed to read ${JSON.stringify(options.queryKey)}: await it in the loader of this page's route.`)
  }
  return data
}
