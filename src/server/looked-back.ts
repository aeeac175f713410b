import type { DayNet } from '#domain/income.ts'
import { addMonths, lastDay, monthOf, type Day, type Month } from '#domain/month.ts'
import type { Book, Storage, StreamWithLines } from '#storage/storage.ts'

interface LookedBack {
  month: Month
  today: Day
  /** Of all streams: the month's own and those of the months before it. */
  days: readonly DayNet[]
  streams: readonly StreamWithLines[]
  /** The first day of the months looked back on. */
  since: Day
}

/**
 * The days by which a month is told how it fills up: its own of all streams, and in the months before it those of streams that are
 * open, as nothing more is expected of an archived one. A month that is over is told as if all of them still had been open: nobody
 * says when one was archived.
 */
export async function daysOfOpen(storage: Storage, book: Book, asked: LookedBack): Promise<readonly DayNet[]> {
  const { month, today, days, streams, since } = asked
  if (month < monthOf(today)) return days
  const ended = streams.filter(({ archived, lastDay: last }) => archived && last !== null && last >= since).map(({ id }) => id)
  const before = { from: since, to: lastDay(addMonths(month, -1)) }
  return [...days, ...(await storage.streamDays(book.id, ended, before)).map(({ day, net }) => ({ day, net: -net }))]
}
