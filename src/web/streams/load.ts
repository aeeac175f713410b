import { q } from '#web/api/client.ts'
import { readLens } from '#web/lens/lens.ts'
import type { LoadContext } from '#web/shell/route.ts'
import { latestParams, streamId, yearParams } from './queries.ts'

/** Reads every stream and what the last twelve months brought. */
export async function loadStreams({ client, book, search }: LoadContext): Promise<void> {
  await Promise.all([
    client.fetchQuery(q('streams', { book: book.id })),
    client.fetchQuery(q('ventures', { book: book.id })),
    client.fetchQuery(q('incomeByMonth', yearParams(book, search))),
  ])
}

/** Reads one stream with its history and its newest entries. */
export async function loadStream({ client, book, params, search }: LoadContext): Promise<void> {
  const asked = streamId(params['stream'])
  // One that is merged into another is answered with that.
  const { stream: found } = await client.fetchQuery(q('stream', { book: book.id, stream: asked, lens: readLens(search) }))
  const stream = found.id
  await Promise.all([
    client.fetchQuery(q('entries', latestParams(book, stream))),
    client.fetchQuery(q('streamRates', { book: book.id, stream })),
    client.fetchQuery(q('patronLists', { book: book.id, stream })),
    client.fetchQuery(q('streamRoutes', { book: book.id })),
    client.fetchQuery(q('streams', { book: book.id })),
    client.fetchQuery(q('about', {})),
    client.fetchQuery(q('ventures', { book: book.id })),
  ])
}
