import type { EntryKind } from '#contract/entry.ts'
import { isMonth, type Month } from '#domain/month.ts'
import type { LedgerView } from '#web/shell/path-builder.ts'

/** Rows that are fetched together. */
export const PAGE = 100
/** A browser cannot scroll past some ten million pixels; what lies beyond is found by searching. */
export const MOST_ROWS = 150_000

export type Sort = NonNullable<LedgerView['sort']>
export type Order = NonNullable<LedgerView['order']>

/** What the ledger shows, complete. */
export interface View extends LedgerView {
  sort: Sort
  order: Order
}

const KINDS: readonly EntryKind[] = ['payment', 'refund', 'chargeback', 'fee', 'adjustment', 'summary', 'transfer']
const SORTS: readonly Sort[] = ['day', 'net', 'stream', 'name']

/** What the address asks for; what it says wrongly is left out. */
export function readView(search: URLSearchParams): View {
  const words = search.get('search') ?? ''
  const stream = search.get('stream') ?? ''
  const month = search.get('month') ?? ''
  const venture = search.get('venture') ?? ''
  const [from, to] = [search.get('from') ?? '', search.get('to') ?? '']
  const kind = KINDS.find((one) => one === search.get('kind'))
  return {
    ...(words !== '' && { search: words }),
    ...(/^\d{1,15}$/.test(stream) && { stream: Number(stream) }),
    ...(/^\d{1,15}$/.test(venture) && { venture: Number(venture) }),
    ...(isMonth(month) && { month }),
    ...(isMonth(from) && { from }),
    ...(isMonth(to) && { to }),
    ...(kind && { kind }),
    ...(search.get('unconverted') === 'true' && { unconverted: true }),
    sort: SORTS.find((one) => one === search.get('sort')) ?? 'day',
    order: search.get('order') === 'asc' ? 'asc' : 'desc',
  }
}

/** Whether anything is left out by the view. */
export function isFiltered({ search, stream, venture, month, from, to, kind, unconverted }: View): boolean {
  return [search, stream, venture, month, from, to, kind, unconverted].some((one) => one !== undefined)
}

/** Parameters of one page of rows. */
export function pageParams(book: string, { unconverted, kind, ...view }: View, page: number) {
  // The address may hold any kind; `readView` has kept only what is one.
  const known = KINDS.find((one) => one === kind)
  return { book, ...view, ...(known && { kind: known }), ...(unconverted && { unconverted: 'true' }), offset: page * PAGE, limit: PAGE }
}

/** Pages that hold the rows from..to, both included. */
export function pagesOf(from: number, to: number): number[] {
  const first = Math.floor(Math.max(0, from) / PAGE)
  const last = Math.floor(Math.max(0, to) / PAGE)
  return Array.from({ length: last - first + 1 }, (_, i) => first + i)
}

/** The view with one column pressed: another column begins with its natural order, the same one turns round. */
export function sortedBy(view: View, sort: Sort): View {
  if (view.sort === sort) return { ...view, order: view.order === 'asc' ? 'desc' : 'asc' }
  return { ...view, sort, order: sort === 'day' || sort === 'net' ? 'desc' : 'asc' }
}

/** Months from the first day to the last of any stream, newest first. */
export function monthsBetween(
  streams: readonly { firstDay: string | null; lastDay: string | null }[],
  range: (from: Month, to: Month) => Month[],
): Month[] {
  const firsts = streams.flatMap(({ firstDay }) => (firstDay === null ? [] : [firstDay])).sort()
  const lasts = streams.flatMap(({ lastDay }) => (lastDay === null ? [] : [lastDay])).sort()
  const from = firsts[0]?.slice(0, 7)
  const to = lasts.at(-1)?.slice(0, 7)
  return from === undefined || to === undefined ? [] : range(from, to).reverse()
}
