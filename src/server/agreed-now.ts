import { AGREED_CHANCE, awaitedUntil } from '#domain/agreed-income.ts'
import { awaited, newestOf, type DueItem } from '#domain/due-now.ts'
import { GOES_ON } from '#domain/forecast-parts.ts'
import type { DayNet } from '#domain/income.ts'
import { addDays, dayOfMonth, monthOf, type Day } from '#domain/month.ts'
import type { Book, StreamWithLines } from '#storage/storage.ts'
import { agreedAnswers } from './agreed-facts.ts'
import type { Parts } from './parts.ts'

interface Asked {
  today: Day
  streams: readonly StreamWithLines[]
  /** The first day of the months looked back on. */
  since: Day
}

/**
 * What is agreed and due in the running month, until a line is there that may be it, with what is taken from the months before: of
 * single payments of its stream the newest up to its amount, so that what comes is the larger of the two
 * (docs/decisions/028-agreed-income.md).
 */
export async function agreedNow(parts: Parts, book: Book, asked: Asked): Promise<{ due: DueItem[]; taken: DayNet[] }> {
  const { today, streams, since } = asked
  const running = monthOf(today)
  // Of an archived stream nothing else comes, and its months are looked back on without it.
  const singles = new Set(streams.flatMap(({ id, kind, archived }) => (archived || GOES_ON.has(kind) ? [] : [id])))
  const due = (await agreedAnswers(parts, book)).flatMap((item): DueItem[] => {
    const { stream, note, streamName, home, standing, sureness, entered, offered } = item
    if (home === null || (standing !== 'now' && standing !== 'late')) return []
    const days = awaited(running, { until: awaitedUntil(item), since: entered, came: offered?.day })
    return [{ stream, patron: note || streamName, amount: home, chance: AGREED_CHANCE[sureness], ...days }]
  })
  const taken: DayNet[] = []
  const last = addDays(dayOfMonth(running, 1), -1)
  for (const [stream, items] of Map.groupBy(
    due.filter(({ from, until }) => from <= until),
    (item) => item.stream,
  )) {
    if (stream === null || !singles.has(stream)) continue
    const amount = items.reduce((sum, item) => sum + item.amount, 0)
    const days = await parts.storage.streamDays(book.id, [stream], { from: since, to: last })
    taken.push(...newestOf(days, amount).map(({ day, net }) => ({ day, net: -net })))
  }
  return { due, taken }
}
