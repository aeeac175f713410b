import type { Sighting, Yielding } from '#domain/entry.ts'

/** A ledger line as a reader fills it in: parts that are not told are 0, words that are not told are left out. */
export type Draft = Pick<Sighting, 'key' | 'at' | 'kind' | 'currency'> & {
  [part in 'gross' | 'fees' | 'refunds' | 'tax' | 'months']?: number
} & { [word in 'tie' | 'patron' | 'name' | 'note' | 'ref']?: string | undefined } & { yields?: Yielding }

const LONGEST = { tie: 500, patron: 200, name: 200, note: 2000, ref: 200 } as const

/** Space that is not one plain space between words. */
const UNEVEN = /^\s|\s\s|[^\S ]|\s$/

/** A ledger line with its fields in one order, so that two layouts that tell the same write the same bytes. */
export function lineOf(draft: Draft): Sighting {
  const line: Sighting = {
    key: draft.key,
    at: draft.at,
    kind: draft.kind,
    currency: draft.currency,
    // Adding 0 turns −0, which JSON would not bring back, into 0.
    gross: (draft.gross ?? 0) + 0,
    fees: (draft.fees ?? 0) + 0,
    refunds: (draft.refunds ?? 0) + 0,
    tax: (draft.tax ?? 0) + 0,
    months: draft.months ?? 1,
  }
  for (const word of ['tie', 'patron', 'name', 'note', 'ref'] as const) {
    const said = draft[word]
    if (said === undefined || said === '') continue
    const text = (UNEVEN.test(said) ? said.replace(/\s+/g, ' ').trim() : said).slice(0, LONGEST[word])
    if (text !== '') line[word] = text
  }
  if (draft.yields) line.yields = draft.yields
  return line
}
