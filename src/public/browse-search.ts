import MiniSearch from 'minisearch'
import { folded } from '#domain/fold.ts'

/** What of a venture is searched. */
export interface Searched {
  title: string
  maker: string
  summary: string
  tags: readonly string[]
}

/** Answers the positions, in the list that was indexed, of what a text finds; undefined for a text without a word. */
export type Search = (text: string) => Set<number> | undefined

const PREFIX_FROM = 2
/** Shorter words would find nearly everything if they might be misspelt; from so many letters on two may be: a swap of two is two slips. */
const ONE_SLIP_FROM = 4
const TWO_SLIPS_FROM = 6

/**
 * Indexes the list. Every word of the text has to be found, in any of the fields: as it is, as the beginning of a word, or misspelt by
 * a letter or two. Accents and capitals do not matter.
 */
export function createSearch(list: readonly Searched[]): Search {
  const index = new MiniSearch<Record<string, string | number>>({
    fields: ['title', 'maker', 'summary', 'tags'],
    processTerm: (term) => folded(term) || null,
    searchOptions: {
      combineWith: 'AND',
      prefix: (term) => term.length >= PREFIX_FROM,
      fuzzy: (term) => (term.length >= TWO_SLIPS_FROM ? 2 : term.length >= ONE_SLIP_FROM ? 1 : false),
    },
  })
  index.addAll(list.map(({ title, maker, summary, tags }, id) => ({ id, title, maker, summary, tags: tags.join(' ') })))
  return (text) => {
    if (!/[\p{L}\p{N}]/u.test(text)) return undefined
    return new Set(index.search(text).map(({ id }) => id as number)) // the ids are the positions given above
  }
}
