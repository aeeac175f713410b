import type { Session } from './session.ts'

/**
 * The stream in which edits of the most of these keys sleep: edits of lines that no surviving version tells. A line that was
 * undone has no other trace left in the book.
 */
export async function sleepingStream(session: Session, keys: AsyncIterable<string>): Promise<number | undefined> {
  const edits = await session.transaction
    .selectFrom('edit')
    .select(['edit.stream', 'edit.key'])
    .where('edit.book', '=', session.book)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('version')
            .select('version.id')
            .whereRef('version.book', '=', 'edit.book')
            .whereRef('version.stream', '=', 'edit.stream')
            .whereRef('version.key', '=', 'edit.key'),
        ),
      ),
    )
    .orderBy('edit.stream')
    .execute()
  if (edits.length === 0) return undefined
  const byKey = Map.groupBy(edits, (edit) => edit.key)
  const counts = new Map<number, number>()
  for await (const key of keys) {
    for (const { stream } of byKey.get(key) ?? []) counts.set(stream, (counts.get(stream) ?? 0) + 1)
    byKey.delete(key)
  }
  const [most] = [...counts].sort(([, a], [, b]) => b - a)
  return most?.[0]
}
