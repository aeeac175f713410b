import type { Filled } from '#contract/publication.ts'
import { ProblemError } from '#http/problem.ts'
import type { Reading } from '#public/funding-draft.ts'
import { draftFromEnoughJson } from '#public/funding-enough-read.ts'
import { draftFromFundingJson } from '#public/funding-json-read.ts'
import { draftFromFundingYml } from '#public/funding-yml.ts'
import type { Handlers } from './handle.ts'
import type { Parts } from './parts.ts'
import { todayOf } from './today.ts'

type Source = Filled['source']
type Filling = Parameters<typeof draftFromFundingJson>[1]

const READERS: Record<Source, (text: string, filling: Filling) => Reading> = {
  'funding.json': draftFromFundingJson,
  'FUNDING.yml': draftFromFundingYml,
  'enough.json': draftFromEnoughJson,
}

/** Fills a page from what stands elsewhere; nothing is written, and what was left out is told. */
export function fillHandlers({ clock, square }: Parts): Handlers<'fillPublication'> {
  return {
    async fillPublication({ book, body }) {
      const text = body.url === undefined ? (body.text ?? '') : await fetched(square, body.url)
      const source = sourceOf(text)
      const filling = { currency: book.homeCurrency, today: todayOf(book, clock) }
      return { source, ...READERS[source](text, filling) }
    },
  }
}

async function fetched({ fetchText }: Parts['square'], url: string): Promise<string> {
  if (fetchText) return (await fetchText(url)).text
  throw new ProblemError(409, 'Failed to fetch the address: here nothing can be fetched from other sites. Paste the text in its place.')
}

/** By what it says, not by what it is called: JSON with an entity is a funding.json, other JSON an enough.json, the rest YAML. */
function sourceOf(text: string): Source {
  if (!/^\s*[{[]/.test(text)) return 'FUNDING.yml'
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null && 'entity' in value ? 'funding.json' : 'enough.json'
  } catch {
    // YAML may begin with a bracket too.
    return 'FUNDING.yml'
  }
}
