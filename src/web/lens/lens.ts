import type { ViewLens } from '#domain/income.ts'

const WORDS: Record<ViewLens, string> = { cash: 'Cash', smoothed: 'Smoothed', dependable: 'Dependable' }

/** The lenses that a page can offer, in the order of the ledger's own first. */
export const LENSES: readonly ViewLens[] = ['cash', 'smoothed', 'dependable']

/** The lens that the address asks for; money as it arrived where it asks for none. */
export function readLens(search: URLSearchParams): ViewLens {
  return chosenLens(search) ?? 'cash'
}

/** The lens that was chosen, as the address has it; undefined where each page has its own. */
export function chosenLens(search: URLSearchParams): ViewLens | undefined {
  return LENSES.find((lens) => lens === search.get('lens'))
}

/** The same path in a lens; the lens stands in the address, the usual one too, so that it is known to be chosen. */
export function inLens(path: string, lens: ViewLens): string {
  const [page = '', text] = path.split('?')
  const search = new URLSearchParams(text)
  search.set('lens', lens)
  return `${page}?${search}`
}

/** A path in the lens that was chosen where one comes from: a page without lenses hands it on. A path with a lens keeps its own. */
export function keepLens(path: string, from: URLSearchParams): string {
  const lens = chosenLens(from)
  return lens === undefined || new URLSearchParams(path.split('?')[1]).has('lens') ? path : inLens(path, lens)
}

/** What a lens is called on its control. */
export function lensName(lens: ViewLens): string {
  return WORDS[lens]
}

/** What stands over amounts in a file, which may be read where nothing else tells their lens. */
export function netHeading(lens: ViewLens): string {
  return `Net, ${WORDS[lens].toLowerCase()}`
}

/** What stands beside a figure, so that nobody takes it for one of another lens. */
export function lensTag(lens: ViewLens): string {
  return `${WORDS[lens].toLowerCase()}, net`
}
