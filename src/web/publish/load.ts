import { q } from '#web/api/client.ts'
import type { LoadContext } from '#web/shell/route.ts'

/** Reads what was said of one venture's page, and all that decides what it can show. */
export async function loadPublicPage({ client, book, params }: LoadContext): Promise<void> {
  const ofBook = { book: book.id }
  const ofVenture = { ...ofBook, venture: Number(params['venture']) }
  await Promise.all([
    client.fetchQuery(q('publication', ofVenture)),
    client.fetchQuery(q('knownPatrons', ofVenture)),
    client.fetchQuery(q('sharing', ofBook)),
    client.fetchQuery(q('ventures', ofBook)),
    client.fetchQuery(q('ventureTargets', ofBook)),
  ])
}
