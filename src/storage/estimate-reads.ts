import { sql, type Kysely, type SqlBool } from 'kysely'
import type { Day } from '#domain/month.ts'
import { estimatesOf, type PatronList } from '#domain/patron-estimate.ts'
import { routesOf } from '#domain/stream-route.ts'
import { streamRoutes } from './read-book.ts'
import { estimatedStreams, hasMoney, listsOfPatrons, streamsFromLists } from './read-estimates.ts'
import type { Schema } from './schema.ts'
import type { StreamReads } from './stream-kept.ts'

/** What a reader may ask of estimates from lists of patrons. */
export function estimateReads(db: Kysely<Schema>): Pick<StreamReads, 'patronLists' | 'estimatedStreams'> {
  return {
    async patronLists(book, stream, name) {
      const routes = routesOf(await streamRoutes(db, book))
      const merged = routes.sources(stream).filter((source) => routes.shown(source) === stream)
      // Each stream's lists tell by themselves, as they do where they count.
      const byStream: PatronList[][] = []
      for (const one of merged) byStream.push(await listsOfPatrons(db, book, [one]))
      const lists = byStream.flat()
      const days = lists.flatMap(({ day, sights }) => [day, ...sights.flatMap((sight) => sight.day ?? [])]).sort()
      const [from, to] = [days.at(0), days.at(-1)]
      if (from === undefined || to === undefined) return undefined
      const isAsked = (await streamsFromLists(db, book)).includes(stream)
      return {
        lists: lists.length,
        from,
        to,
        isAsked,
        hasMoney: await hasMoney(db, book, { routes, place: stream }),
        named: await namedElsewhere(db, book, { stream, name, from }),
        estimates: byStream.flatMap(estimatesOf).sort((a, b) => (a.month === b.month ? 0 : a.month < b.month ? -1 : 1)),
      }
    },
    async estimatedStreams(book) {
      const places = await streamsFromLists(db, book)
      if (places.length === 0) return new Set()
      return estimatedStreams(db, book, { routes: routesOf(await streamRoutes(db, book)), places })
    },
  }
}

async function namedElsewhere(
  db: Kysely<Schema>,
  book: string,
  { stream, name, from }: { stream: number; name: string; from: Day },
): Promise<number> {
  if (name === '') return 0
  const pattern = `%${name.toLowerCase().replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`
  const row = await db
    .selectFrom('entry')
    .select(({ fn }) => fn.countAll<number>().as('lines'))
    .where('book', '=', book)
    .where('counts_in', '<>', stream)
    .where('day', '>=', from)
    .where('kind', '=', 'payment')
    .where('uncounted', 'is', null)
    .where(sql<SqlBool>`lower(coalesce(name, '') || ' ' || coalesce(note, '')) like ${pattern} escape '\\'`)
    .executeTakeFirstOrThrow()
  return Number(row.lines)
}
