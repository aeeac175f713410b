import type { Session } from './session.ts'
import type { ImportFacts } from './storage.ts'

/**
 * How many lines of an import count in another stream as well: the same key and gross there are the same money; a key alone may
 * be no more than a month and a currency. Only streams are asked that the same platform feeds over some of the same days.
 */
export async function linesElsewhere(session: Session, id: number, facts: ImportFacts): Promise<{ stream: number; lines: number }[]> {
  const found: { stream: number; lines: number }[] = []
  for (const stream of await siblings(session, id, facts)) {
    const { count } = await session.transaction
      .selectFrom('claim')
      .innerJoin('version', (join) => join.onRef('version.book', '=', 'claim.book').onRef('version.id', '=', 'claim.version'))
      .innerJoin('entry as here', (join) =>
        join
          .onRef('here.book', '=', 'version.book')
          .onRef('here.stream', '=', 'version.stream')
          .onRef('here.key', '=', 'version.key')
          .on('here.uncounted', 'is', null),
      )
      .innerJoin('entry as there', (join) =>
        join
          .onRef('there.book', '=', 'version.book')
          .on('there.stream', '=', stream)
          .onRef('there.key', '=', 'version.key')
          .onRef('there.gross', '=', 'here.gross')
          .on('there.uncounted', 'is', null),
      )
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .where('claim.book', '=', session.book)
      .where('claim.import', '=', id)
      .where('version.stream', '<>', stream)
      .executeTakeFirstOrThrow()
    if (Number(count) > 0) found.push({ stream, lines: Number(count) })
  }
  return found
}

/** Other streams that the same platform feeds over some of the same days, oldest first. */
async function siblings(session: Session, id: number, { sources, span }: ImportFacts): Promise<number[]> {
  const platforms = [...new Set(sources.map(({ platform }) => platform))]
  if (platforms.length === 0 || !span) return []
  const rows = await session.transaction
    .selectFrom('import_source')
    .innerJoin('import', (join) => join.onRef('import.book', '=', 'import_source.book').onRef('import.id', '=', 'import_source.import'))
    .select('import_source.stream')
    .distinct()
    .where('import_source.book', '=', session.book)
    .where('import_source.platform', 'in', platforms)
    .where('import.id', '<>', id)
    .where('import.span_from', '<=', span.to)
    .where('import.span_to', '>=', span.from)
    .orderBy('import_source.stream')
    .execute()
  const only = sources.every(({ stream }) => stream === sources[0]?.stream) ? sources[0]?.stream : undefined
  return rows.map(({ stream }) => stream).filter((stream) => stream !== only)
}
