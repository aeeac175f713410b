import { q } from '#web/api/client.ts'
import type { LoadContext } from '#web/shell/route.ts'

/** Reads the time of all weeks, and the one week that is asked for. */
export async function loadTime({ client, book, search }: LoadContext): Promise<void> {
  const [time] = await Promise.all([client.fetchQuery(q('time', { book: book.id })), client.fetchQuery(q('ventures', { book: book.id }))])
  // Which week that is takes reckoning with days, which the first page does without.
  const { weekAsked } = await import('./week-asked.ts')
  await client.fetchQuery(q('checkIn', { book: book.id, week: weekAsked(time, search) }))
}
