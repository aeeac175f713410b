import type { ViewLens } from '#domain/income.ts'

const WORDS: Record<ViewLens, string> = { cash: 'Cash', smoothed: 'Smoothed', dependable: 'Dependable' }

/** The lenses that a page can offer, in the order of the ledger's own first. */
export const LENSES: readonly ViewLens[] = ['cash', 'smoothed', 'dependable']

/** The lens that the address asks for; money as it arrived where it asks for none. */
export function readLens(search: URLSearchParams): ViewLens {
  return LENSES.find((lens) => lens === search.get('lens')) ?? 'cash'
}

/** What a lens is called on its control. */
export function lensName(lens: ViewLens): string {
  return WORDS[lens]
}

/** What stands beside a figure, so that nobody takes it for one of another lens. */
export function lensTag(lens: ViewLens): string {
  return `${WORDS[lens].toLowerCase()}, net`
}
