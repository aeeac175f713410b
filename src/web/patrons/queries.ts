import type { Book } from '#contract/book.ts'
import type { Lens } from '#domain/income.ts'

/** Who pays is known of money that came; what can be counted on is drawn by stream and names nobody. */
export const CROWD_LENSES: readonly Lens[] = ['cash', 'smoothed']

/** The lens that the address asks for. A yearly gift counts in every month it is for, unless money as it arrived is asked for. */
export function readCrowdLens(search: URLSearchParams): Lens {
  return search.get('lens') === 'cash' ? 'cash' : 'smoothed'
}

/** What is asked of the crowd. */
export function crowdParams(book: Pick<Book, 'id'>, search: URLSearchParams) {
  return { book: book.id, lens: readCrowdLens(search) }
}
