import { queryOptions } from '@tanstack/react-query'
import { paths, type RouteName } from '#contract/paths.ts'
import type { Problem } from '#contract/problem.ts'
import type { RouteAnswer, RouteBody, RouteParams } from '#contract/routes.ts'

/**
 * The one door to the network. Every read is an options object, never a hook per address:
 * `useSuspenseQuery(q('month', { book, month }))`, and the loader awaits the very same object.
 */

type Names = typeof paths
/** Routes that read JSON: the ones a query can be made of. */
export type ReadName = { [N in RouteName]: Names[N][0] extends 'GET' ? (RouteAnswer<N> extends null ? never : N) : never }[RouteName]
/** Routes that write. */
export type WriteName = { [N in RouteName]: Names[N][0] extends 'GET' ? never : N }[RouteName]
/** Routes that answer with a file. */
export type FileName = Exclude<RouteName, ReadName | WriteName>

/** An answer that is not a success, in the words of the server's problem (RFC 9457). */
export class ApiError extends Error {
  override readonly name = 'ApiError'
  readonly problem: Problem

  constructor(problem: Problem) {
    super(problem.detail)
    this.problem = problem
  }

  get status(): number {
    return this.problem.status
  }
}

/** The address of a route: names in braces are filled from the parameters (an object or nothing), the rest becomes the query. */
export function addressOf(name: RouteName, params: unknown): string {
  return `/api/v1${filledPath(paths[name][1], params)}`
}

/** Fills the names in braces of a path from the parameters; what is left of them becomes the query. */
export function filledPath(pattern: string, params: unknown): string {
  const values = new Map<string, unknown>(Object.entries(params ?? {}))
  const used = new Set<string>()
  const path = pattern.replace(/\{(\w+)\}/g, (_, key: string) => {
    used.add(key)
    return encodeURIComponent(String(values.get(key)))
  })
  const query = new URLSearchParams()
  for (const [key, value] of values) {
    if (!used.has(key) && value !== undefined) query.set(key, String(value))
  }
  return `${path}${query.size > 0 ? `?${query}` : ''}`
}

/** Sends one request; throws an ApiError for an answer that is not a success and for a network that is not there. */
export async function request(address: string, init: RequestInit = {}): Promise<Response> {
  let response: Response
  try {
    response = await fetch(address, init)
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error
    throw new ApiError(unreachable)
  }
  if (!response.ok) throw new ApiError(await problemOf(response))
  return response
}

const unreachable: Problem = {
  type: 'about:blank',
  title: 'Enough does not answer',
  status: 0,
  detail: 'Failed to reach Enough: no answer came. See whether it still runs, and try again.',
}

async function problemOf(response: Response): Promise<Problem> {
  const title = response.statusText || `Status ${response.status}`
  const fallback = { type: 'about:blank', title, status: response.status, detail: `Failed to get an answer: ${title}. Try again.` }
  if (!response.headers.get('content-type')?.includes('json')) return fallback
  // The server writes every problem in this shape; whatever is missing is taken from the status line.
  const told = (await response.json()) as Partial<Problem>
  return { ...fallback, ...told }
}

/** The query of a route, for a loader, a component or a prefetch; the key is `[name, params]`. */
export function q<N extends ReadName>(name: N, params: RouteParams<N>) {
  return queryOptions({
    queryKey: [name, params] as const,
    queryFn: async ({ signal }): Promise<RouteAnswer<N>> => {
      const response = await request(addressOf(name, params), { signal })
      // The server types its answers by the same contract, so they are taken at their word.
      return (await response.json()) as RouteAnswer<N>
    },
  })
}

export interface Sending<N extends WriteName> {
  params?: RouteParams<N>
  body?: RouteBody<N>
}

/** Writes through a route and answers with what it says; null where it says nothing. */
export async function send<N extends WriteName>(name: N, sending: Sending<N> = {}): Promise<RouteAnswer<N>> {
  const init: RequestInit = { method: paths[name][0] }
  if (sending.body !== undefined) {
    init.headers = { 'content-type': 'application/json' }
    init.body = JSON.stringify(sending.body)
  }
  const response = await request(addressOf(name, sending.params), init)
  // As in `q`: the contract is the server's own word.
  return (response.status === 204 ? null : await response.json()) as RouteAnswer<N>
}
