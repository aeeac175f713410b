import type { DoubleState } from '#contract/double.ts'
import type { DoublesView } from '#web/shell/path-builder.ts'

/** How many doubles stand on one page. */
export const PAGE = 20

/** The states in the order of the tabs. */
export const STATES = ['proposed', 'proven', 'ruled', 'accepted', 'refused'] as const satisfies readonly DoubleState[]

/** What the page shows: one state, maybe of two streams alone, from one double on. */
export interface View {
  state: DoubleState
  counts?: number
  covered?: number
  from: number
}

/** Reads the view from the address; what makes no sense there is passed over. */
export function readDoublesView(search: URLSearchParams): View {
  const state = STATES.find((one) => one === search.get('state')) ?? 'proposed'
  const counts = numberIn(search.get('counts'))
  const covered = numberIn(search.get('covered'))
  const from = numberIn(search.get('from')) ?? 0
  return { state, from, ...(counts !== undefined && { counts }), ...(covered !== undefined && { covered }) }
}

function numberIn(text: string | null): number | undefined {
  return text !== null && /^\d{1,15}$/.test(text) ? Number(text) : undefined
}

/** The address of a view: what is usual is left out. */
export function viewAddress({ state, from, ...streams }: View): DoublesView {
  return { ...streams, ...(state !== 'proposed' && { state }), ...(from > 0 && { from }) }
}

/** What is asked of the server for a view. */
export function doublesParams(book: string, { state, from, ...streams }: View) {
  return { book, state, ...streams, offset: from, limit: PAGE }
}
