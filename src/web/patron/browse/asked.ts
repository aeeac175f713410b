import type { BrowseAsked } from '#web/api/public-client.ts'
import type { Gift } from '../gift.ts'
import type { BrowseView } from '../paths.ts'

/** Cards that are fetched at once. */
export const PAGE = 48

/** The question for one page of cards, counted from 0. */
export function pageAsked(view: BrowseView, gift: Gift, page: number): BrowseAsked {
  return { ...view, amount: gift.amount, amountCurrency: gift.currency, offset: page * PAGE, limit: PAGE }
}

/** The pages that cards from..to (both included) stand on. */
export function pagesOf(from: number, to: number): number[] {
  const first = Math.floor(from / PAGE)
  return Array.from({ length: Math.floor(to / PAGE) - first + 1 }, (_, i) => first + i)
}
