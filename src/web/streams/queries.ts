import type { Book } from '#contract/book.ts'
import { addMonths, monthOf } from '#domain/month.ts'

export type Lens = 'cash' | 'smoothed'
export type Span = '12' | '24' | 'all'

const oneOf = <T extends string>(values: readonly T[], text: string | null): T | undefined => values.find((value) => value === text)

/** The lens that the address asks for. */
export function readLens(search: URLSearchParams): Lens {
  return oneOf(['cash', 'smoothed'], search.get('lens')) ?? 'cash'
}

/** How many months of a stream the address asks for, if it says so. */
export function readSpan(search: URLSearchParams): Span | undefined {
  return oneOf(['12', '24', 'all'], search.get('span'))
}

/** Months to show where the address does not say: two years, or all where there was nothing in two years. */
export function usualSpan(lastDay: string | null, today: string): Span {
  return lastDay !== null && monthOf(lastDay) < addMonths(monthOf(today), -23) ? 'all' : '24'
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
