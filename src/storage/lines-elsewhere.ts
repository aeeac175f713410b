import type { Elsewhere } from './line-kept.ts'
import type { Session } from './session.ts'
import type { ImportFacts } from './storage.ts'

/**
 * How many lines of an import count in another stream as well: the same key and gross there are the same money; a key alone may
 * be no more than a month and a currency, and a reference no more than a day and an amount. Only streams are asked that the same
 * platform feeds over some of the same days.
 */
export async function linesElsewhere(session: Session, id: number, facts: ImportFacts): Promise<Elsewhere[]> {
  const found: Elsewhere[] = []
  for (const stream of await siblings(session, id, facts)) {
    const count = async (same: 'key' | 'ref') => Number((await shared(session, { id, stream, same }).executeTakeFirstOrThrow()).count)
    const [lines, alike] = [await count('key'), await count('ref')]
    if (lines + alike > 0) found.push({ stream, lines, alike, told: await toldWithin(session, stream, facts) })
  }
  return found
}

interface Shared {
  id: number
  stream: number
  /** What a line has in common with one of the stream; those with the same key are not counted again by their reference. */
  same: 'key' | 'ref'
}

function shared({ transaction, book }: Session, { id, stream, same }: Shared) {
  const query = transaction
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
        .onRef(`there.${same}`, '=', `here.${same}`)
        .onRef('there.gross', '=', 'here.gross')
        .on('there.uncounted', 'is', null),
    )
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('claim.book', '=', book)
    .where('claim.import', '=', id)
    .where('version.stream', '<>', stream)
  return same === 'key' ? query : query.where('there.ref', 'is not', null).whereRef('there.key', '<>', 'here.key')
}

async function toldWithin({ transaction, book }: Session, stream: number, { span }: ImportFacts): Promise<number> {
  if (!span) return 0
  const { count } = await transaction
    .selectFrom('entry')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('book', '=', book)
    .where('stream', '=', stream)
    .where('day', '>=', span.from)
    .where('day', '<=', span.to)
    .where('ref', 'is not', null)
    .where('uncounted', 'is', null)
    .executeTakeFirstOrThrow()
  return Number(count)
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
