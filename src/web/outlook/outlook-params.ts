import type { Lens, ViewLens } from '#domain/income.ts'

/** The lens that months are drawn in: what can be counted on is the low end of months in cash. */
export function drawnLens(lens: ViewLens): Lens {
  return lens === 'smoothed' ? 'smoothed' : 'cash'
}

/** What the API is asked for a lens of the page. Cash goes without a word, as everywhere, so that it is read once. */
export function outlookParams(book: string, lens: ViewLens): { book: string; lens?: Lens } {
  return drawnLens(lens) === 'cash' ? { book } : { book, lens: 'smoothed' }
}
