import type { Book } from '#contract/book.ts'
import type { ViewLens } from '#domain/income.ts'
import { addMonths, isMonth, monthOf, type Month } from '#domain/month.ts'
import { readLens } from '#web/lens/lens.ts'
import type { MonthView } from '#web/shell/path-builder.ts'
import { readSpan, type Span } from './span.ts'

export type Grouping = 'venture' | 'stream' | 'kind'

export interface MonthChoice {
  month: Month
  lens: ViewLens
  by: Grouping
  /** Undefined where the screen decides. */
  span: Span | undefined
}

const oneOf = <T extends string>(values: readonly T[], text: string | null): T | undefined => values.find((value) => value === text)

/** What the address asks for; anything it does not say, or says wrongly, is the default. */
export function readChoice(book: Pick<Book, 'today'>, month: string | undefined, search: URLSearchParams): MonthChoice {
  return {
    month: month !== undefined && isMonth(month) ? month : monthOf(book.today),
    lens: readLens(search),
    by: oneOf(['venture', 'stream', 'kind'], search.get('by')) ?? 'venture',
    span: readSpan(search),
  }
}

/** How the page is looked at, by the address. */
export function viewOf(search: URLSearchParams): MonthView {
  const { lens, by, span } = readChoice({ today: '' }, undefined, search)
  return { lens, by, ...(span && { span }) }
}

/** Parameters of the reads of the Month page: the month, the months up to it, and what tells of money that came. */
export function monthQueries(book: Pick<Book, 'id' | 'today'>, month: string | undefined, search: URLSearchParams) {
  // Two years hold what any screen shows by itself.
  const { month: shown, lens, span = '24' } = readChoice(book, month, search)
  const from = span === 'all' ? {} : { from: addMonths(shown, 1 - Number(span)) }
  return {
    month: { book: book.id, month: shown, lens },
    months: { book: book.id, ...from, to: shown, lens },
    came: cameQuery(book, { month: shown, lens }),
  }
}

/** Parameters of what tells of money that came alone: in cash where the lens has none. */
export function cameQuery(book: Pick<Book, 'id'>, { month, lens }: { month: Month; lens: ViewLens }) {
  return { book: book.id, month, lens: lens === 'smoothed' ? lens : 'cash' } as const
}
