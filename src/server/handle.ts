import type { Context, Hono } from 'hono'
import type { z } from 'zod'
import { everyPath, type RouteName } from '#contract/every-path.ts'
import { routes, type RouteAnswer, type Routes, type RouteShape } from '#contract/routes.ts'
import type { Book } from '#storage/storage.ts'
import { jsonBody } from '#http/body.ts'
import type { Parts } from './parts.ts'
import { invalid, ProblemError } from '#http/problem.ts'
import { isNamed } from '#http/tag.ts'
import { todayOf } from './today.ts'

type Shape<N extends RouteName, K extends string> = K extends keyof Routes[N] ? Routes[N][K] : undefined
type Out<T> = T extends z.ZodType ? z.output<T> : undefined

/** What a handler gets: every part checked against the contract, and the book where the address names one. */
export interface Call<N extends RouteName> {
  params: Out<Shape<N, 'params'>>
  query: Out<Shape<N, 'query'>>
  body: Out<Shape<N, 'body'>>
  book: Out<Shape<N, 'params'>> extends { book: string } ? Book : undefined
  request: Request
}

/** What a handler gives: the contract's answer, or a response for a route that answers with a file. */
export type Answer<N extends RouteName> = Routes[N]['answer'] extends string ? Response : RouteAnswer<N>
export type Handler<N extends RouteName> = (call: Call<N>) => Promise<Answer<N>>
/** Handlers of some routes, by name; one file per noun gives the handlers of its own. */
export type Handlers<N extends RouteName = RouteName> = { [K in N]: Handler<K> }

/** Tells states of one book apart that share a revision: a deleted book made anew counts from the start again. */
export interface Generation {
  /** To be called whenever a book is made, restored or deleted. */
  next(): void
  readonly text: string
}

/** `onNext` is called with each. */
export function createGeneration(start: string, onNext: () => void = () => {}): Generation {
  let count = 0
  return {
    next() {
      count += 1
      onNext()
    },
    get text() {
      return `${start}.${count}`
    },
  }
}

/** Answers that hang on more than the book, and so on more than its revision. */
const BEYOND_THE_BOOK: ReadonlySet<RouteName> = new Set(['sharing', 'publication'])

interface Wiring {
  app: Hono
  parts: Parts
  generation: Generation
}

/** Wires one route of the contract to its handler. */
export function handle<N extends RouteName>({ app, parts, generation }: Wiring, name: N, run: Handler<N>): void {
  const [method, path] = everyPath[name]
  const shape: RouteShape = routes[name]
  app.on(method, `/api/v1${path.replace(/\{(\w+)\}/g, ':$1')}`, async (c) => {
    const params = shape.params && checked('path', shape.params, c.req.param())
    const query = shape.query && checked('query', shape.query, c.req.query())
    const book = params && typeof params.book === 'string' ? await bookOf(parts, params.book) : undefined
    const tag = method === 'GET' && book && !BEYOND_THE_BOOK.has(name) ? tagOf(book, parts, generation) : undefined
    if (tag && isNamed(c.req.header('if-none-match'), tag)) return new Response(null, { status: 304, headers: fresh(tag) })
    const body = shape.body && checked('body', shape.body, await jsonBody(c.req.raw))
    // The shapes that were just checked are the ones that the type of the call is made of.
    const call = { params, query, body, book, request: c.req.raw } as unknown as Call<N>
    return respond(c, await run(call), { shape, tag })
  })
}

function checked<T extends z.ZodType>(place: 'path' | 'query' | 'body', shape: T, value: unknown): z.output<T> {
  const result = shape.safeParse(value)
  if (!result.success) throw invalid(place, result.error)
  return result.data
}

/** A book by its id; throws a problem when it is not there. */
export async function bookOf(parts: Parts, id: string): Promise<Book> {
  const book = await parts.storage.book(id)
  if (!book) throw new ProblemError(404, `Failed to find the book "${id}": it is not kept here. Look at the list of books.`)
  return book
}

/** The book is read before its answer is made, so a tag can only be too old, never too new. */
function tagOf(book: Book, parts: Parts, generation: Generation): string {
  return `"${generation.text}-${book.revision}-${todayOf(book, parts.clock)}"`
}

function fresh(tag: string | undefined): Record<string, string> {
  return tag ? { etag: tag, 'cache-control': 'private, no-cache' } : { 'cache-control': 'no-store' }
}

function respond(c: Context, answer: unknown, { shape, tag }: { shape: RouteShape; tag: string | undefined }): Response {
  const headers = fresh(tag)
  if (answer instanceof Response) {
    for (const [key, value] of Object.entries(headers)) answer.headers.set(key, value)
    return answer
  }
  if (shape.answer === null) return c.body(null, 204, headers)
  return c.json(answer as object, shape.status ?? 200, headers)
}
