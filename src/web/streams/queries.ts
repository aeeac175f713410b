import type { Book } from '#contract/book.ts'
import { addMonths, monthOf } from '#domain/month.ts'
import { readLens } from '#web/lens/lens.ts'
import type { Span } from '#web/month/span.ts'

/** Months of a stream to show where the address does not say: what the screen shows, or all where there was nothing in two years. */
export function streamSpan(lastDay: string | null, today: string, screen: Span): Span {
  return lastDay !== null && monthOf(lastDay) < addMonths(monthOf(today), -23) ? 'all' : screen
}

/** The twelve months up to the running one. */
export function yearParams(book: Pick<Book, 'id' | 'today'>, search: URLSearchParams) {
  const to = monthOf(book.today)
  return { book: book.id, from: addMonths(to, -11), to, lens: readLens(search) }
}

/** A stream's id from its address; −1, which no stream has, for what is no number. */
export function streamId(text: string | undefined): number {
  return /^\d{1,15}$/.test(text ?? '') ? Number(text) : -1
}

/** The newest entries of a stream. */
export function latestParams(book: Pick<Book, 'id'>, stream: number) {
  return { book: book.id, stream, sort: 'day' as const, order: 'desc' as const, limit: 10 }
}
