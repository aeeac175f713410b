import type { Hono } from 'hono'
import type { z } from 'zod'
import { publicPaths, type PublicRouteName } from '#contract/public-paths.ts'
import { publicRoutes, type PublicAnswer, type PublicRoutes } from '#contract/public-routes.ts'
import type { RouteShape } from '#contract/routes.ts'
import { jsonBody } from '#http/body.ts'
import { invalid } from '#http/problem.ts'
import type { KeptReplies } from './kept-replies.ts'
import type { PublicParts } from './parts.ts'
import { replyOf, secured, send, type Audience } from './reply.ts'

type Shape<N extends PublicRouteName, K extends string> = K extends keyof PublicRoutes[N] ? PublicRoutes[N][K] : undefined
type Out<T> = T extends z.ZodType ? z.output<T> : undefined

/** What a handler gets: every part checked against the contract. */
export interface PublicCall<N extends PublicRouteName> {
  params: Out<Shape<N, 'params'>>
  query: Out<Shape<N, 'query'>>
  body: Out<Shape<N, 'body'>>
  /** The signed link's token; empty without one. */
  bearer: string
  /** Who asks, for the limits of how often: an address, never kept. */
  caller: string
  request: Request
}

/** What a handler gives: the contract's answer, or a response for a route that answers with a file. */
export type PublicGiven<N extends PublicRouteName> = PublicRoutes[N]['answer'] extends string ? Response : PublicAnswer<N>
export type PublicHandler<N extends PublicRouteName> = (call: PublicCall<N>) => Promise<PublicGiven<N>>
/** Handlers of some routes, by name; one file per noun gives the handlers of its own. */
export type PublicHandlers<N extends PublicRouteName = PublicRouteName> = { [K in N]: PublicHandler<K> }

/** Routes whose answer hangs on nothing but what is published and the day. */
const SAME_FOR_ALL: ReadonlySet<PublicRouteName> = new Set(['site', 'publicVenture', 'matchPackages'])
/** The app asks for what holds now, and is no page to be found by. */
const LIVE = { 'cache-control': 'no-cache', 'x-robots-tag': 'noindex' }
/** A pledge is small; nobody unknown may send more. Bytes. */
const BODY_LIMIT = 64_000

interface Wiring {
  app: Hono
  parts: PublicParts
  kept: KeptReplies
}

/** Wires one route of the contract to its handler. */
export function handle<N extends PublicRouteName>({ app, parts, kept }: Wiring, name: N, run: PublicHandler<N>): void {
  const [method, path] = publicPaths[name]
  const shape: RouteShape = publicRoutes[name]
  const audience: Audience = SAME_FOR_ALL.has(name) ? 'everyone' : 'own'
  app.on(method, `/api/public/v1${path.replace(/\{(\w+)\}/g, ':$1')}`, async (c) => {
    const known = audience === 'everyone' ? kept.get(c.req.path) : undefined
    if (known) return send(known, c.req.header('if-none-match'))
    const stamp = audience === 'everyone' ? kept.stamp() : ''
    const params = shape.params && checked('path', shape.params, c.req.param())
    const query = shape.query && checked('query', shape.query, c.req.query())
    const body = shape.body && checked('body', shape.body, await jsonBody(c.req.raw, BODY_LIMIT))
    const bearer = /^Bearer +(\S+)$/i.exec(c.req.header('authorization') ?? '')?.[1] ?? ''
    const caller = parts.caller?.(c.req.raw, c.env) ?? ''
    // The shapes that were just checked are the ones that the type of the call is made of.
    const answer = await run({ params, query, body, bearer, caller, request: c.req.raw } as unknown as PublicCall<N>)
    if (answer instanceof Response) return secured(answer, 'own')
    if (shape.answer === null) return secured(new Response(null, { status: 204 }), 'own')
    const reply = replyOf(JSON.stringify(answer), {
      audience,
      type: 'application/json',
      status: shape.status ?? 200,
      more: audience === 'own' ? {} : LIVE,
    })
    if (audience === 'everyone') kept.put(c.req.path, reply, stamp)
    return send(reply, method === 'GET' ? c.req.header('if-none-match') : undefined)
  })
}

function checked<T extends z.ZodType>(place: 'path' | 'query' | 'body', shape: T, value: unknown): z.output<T> {
  const result = shape.safeParse(value)
  if (!result.success) throw invalid(place, result.error)
  return result.data
}
