import type { StreamRoute as RouteAnswer } from '#contract/stream.ts'
import type { Stream } from '#domain/book.ts'
import { leadsBack, routesOf, type StreamRoute } from '#domain/stream-route.ts'
import { platformName } from '#platforms/registry.ts'
import { notThere, ProblemError } from '#http/problem.ts'
import type { BookWriter } from '#storage/storage.ts'
import type { Handlers } from './handle.ts'
import type { Parts } from './parts.ts'
import { checkFree, checkVenture } from './stream.ts'

type Names = 'streamRoutes' | 'mergeStream' | 'splitStream' | 'removeStreamRoute'

/** Streams merged and split: what was said can be taken back, as lines, sources and keys stay where they are. */
export function streamRouteHandlers({ storage }: Parts): Handlers<Names> {
  const answers = async (book: string): Promise<RouteAnswer[]> => {
    const names = new Map((await storage.streams(book)).map(({ id, name }) => [id, name]))
    return (await storage.streamRoutes(book)).map((route) => routeAnswer(route, names))
  }
  const answer = async (book: string, id: number): Promise<RouteAnswer> => {
    const found = (await answers(book)).find((route) => route.id === id)
    if (!found) throw notThere(`what was said of streams as ${id}`)
    return found
  }
  return {
    streamRoutes: ({ book }) => answers(book.id),
    async mergeStream({ book, params, body }) {
      const id = await storage.write(book.id, async (writer) => {
        const routes = await writer.streamRoutes()
        const stream = await openStream(writer, params.stream)
        const into = await openStream(writer, body.into)
        const wish = { stream: stream.id, into: into.id }
        if (wish.stream === wish.into) throw new ProblemError(409, 'Failed to merge: a stream is merged into itself. Choose another one.')
        if (leadsBack(routes, wish)) {
          const why = `lines of "${into.name}" count in "${stream.name}" already`
          throw new ProblemError(409, `Failed to merge: ${why}. Take that back in the place of a merge.`)
        }
        return writer.addRoute({ ...wish, words: '', source: '' })
      })
      return answer(book.id, id)
    },
    async splitStream({ book, params, body }) {
      const { name, words, source } = body
      const id = await storage.write(book.id, async (writer) => {
        const stream = await openStream(writer, params.stream)
        const { venture = stream.venture } = body
        checkVenture(await writer.ventures(), venture)
        checkFree(await writer.streams(), { name, venture })
        const into = await writer.addStream({ venture, name, platform: '', kind: stream.kind, automatic: true })
        return writer.addRoute({ stream: stream.id, into: into.id, words, source })
      })
      return answer(book.id, id)
    },
    async removeStreamRoute({ book, params }) {
      await answer(book.id, params.route)
      await storage.write(book.id, (writer) => writer.removeRoute(params.route))
      return answers(book.id)
    },
  }
}

/** A stream that is there and is not merged into another; throws a problem for any other. */
async function openStream(writer: BookWriter, id: number): Promise<Stream> {
  const stream = (await writer.streams()).find((one) => one.id === id)
  if (!stream) throw notThere(`stream ${id}`)
  if (routesOf(await writer.streamRoutes()).shown(id) !== id) {
    throw new ProblemError(
      409,
      `Failed to change "${stream.name}": it is merged into another stream. Take that back first, or use the other.`,
    )
  }
  return stream
}

function routeAnswer(route: StreamRoute, names: ReadonlyMap<number, string>): RouteAnswer {
  const { stream, into, source } = route
  return { ...route, streamName: names.get(stream) ?? '', intoName: names.get(into) ?? '', sourceName: sourceNameOf(source) }
}

/** How a source of lines is called; `hand` is the source of what was typed in. */
function sourceNameOf(source: string): string {
  return source === 'hand' ? 'what you typed in' : platformName(source)
}
