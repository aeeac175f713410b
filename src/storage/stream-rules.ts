import type { OwnRate, StreamRate } from '#domain/book.ts'
import { leadsBack, type StreamRoute } from '#domain/stream-route.ts'
import { resettleStream } from './ledger.ts'
import { streamRates, streamRoutes } from './read-book.ts'
import { estimatedStreams } from './read-estimates.ts'
import { bookRow, placingOf, takeId, type Session } from './session.ts'
import { settle } from './settle.ts'
import type { StreamWrites } from './stream-kept.ts'
import { dropEmptyMakings } from './undo.ts'

/** Writes one rate of a stream's own; its place must be free. */
export async function keepStreamRate({ transaction, book }: Session, { from, ...rate }: StreamRate): Promise<void> {
  await transaction
    .insertInto('stream_rate')
    .values({ book, from_day: from, ...rate })
    .execute()
}

/** Writes one route; its id must be free. */
export async function keepRoute({ transaction, book }: Session, { into, ...route }: StreamRoute): Promise<void> {
  await transaction
    .insertInto('stream_route')
    .values({ book, into_stream: into, ...route })
    .execute()
}

/** Writes that a stream's lists of patrons count; it must not be said of it yet. */
export async function keepFromLists({ transaction, book }: Session, stream: number): Promise<void> {
  await transaction.insertInto('stream_from_lists').values({ book, stream }).execute()
}

/** What can be written of whole streams. */
export function streamRuleWrites(session: Session): StreamWrites {
  const { transaction, book } = session
  const drop = (stream: number, { currency, against, from }: Pick<OwnRate, 'currency' | 'against' | 'from'>) =>
    transaction
      .deleteFrom('stream_rate')
      .where('book', '=', book)
      .where('stream', '=', stream)
      .where('currency', '=', currency)
      .where('against', '=', against)
      .where('from_day', '=', from)
      .execute()
  return {
    streamRates: () => streamRates(transaction, book),
    async setStreamRates(stream, rates) {
      for (const rate of rates) {
        await drop(stream, rate)
        await keepStreamRate(session, { ...rate, stream })
      }
      await placeStreamAnew(session, stream)
    },
    async removeStreamRate(stream, rate) {
      await drop(stream, rate)
      await placeStreamAnew(session, stream)
    },
    streamRoutes: () => streamRoutes(transaction, book),
    async addRoute(route) {
      if (leadsBack(await streamRoutes(transaction, book), route)) {
        throw new Error('Failed to lead the lines there: they would come round in a circle. Take the earlier merge or split back first.')
      }
      const id = await takeId(session)
      await keepRoute(session, { ...route, id })
      await placeStreamAnew(session, route.stream)
      return id
    },
    async removeRoute(id) {
      const route = (await streamRoutes(transaction, book)).find((one) => one.id === id)
      if (!route) return
      await transaction.deleteFrom('stream_route').where('book', '=', book).where('id', '=', id).execute()
      await placeStreamAnew(session, route.stream)
      await dropEmptyMakings(session)
    },
    estimatedStreams: () => estimatedStreams(transaction, book, { routes: session.placing.routes, places: [...session.placing.fromLists] }),
    async setFromLists(stream, isCounted) {
      if (session.placing.fromLists.has(stream) === isCounted) return
      if (isCounted) await keepFromLists(session, stream)
      else await transaction.deleteFrom('stream_from_lists').where('book', '=', book).where('stream', '=', stream).execute()
      await placeStreamAnew(session, stream)
    },
  }
}

/** After a rule of a stream changed: all lines that may count in it are placed and converted again, in this same transaction. */
export async function placeStreamAnew(session: Session, stream: number): Promise<void> {
  session.changed = true
  session.listsSaid = true
  session.placing = await placingOf(session, await bookRow(session.transaction, session.book))
  for (const source of session.placing.routes.sources(stream)) {
    await resettleStream(session, source)
    // Tied lines stay where they were until they are settled, so a stream of nothing else has no change yet.
    session.unsettled.add(source)
  }
  await settle(session)
}
